import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SealBroken } from '#shared/ports/sealing.ts';
import { sealBytes } from '#shared/sealing/sealed-bytes.ts';
import { makeThreadKey, unwrapThreadKey, wrapThreadKey } from '#shared/sealing/thread-key.ts';

const caseId = 'ab'.repeat(16);
const contentKey = randomBytes(32);
const receiptKey = randomBytes(32);

describe('A thread key', () => {
  it('is 256 random bits', () => {
    expect(makeThreadKey()).toHaveLength(32);
    expect(makeThreadKey()).not.toEqual(makeThreadKey());
  });

  it('comes out the same for staff by the content key and for the reporter by the receipt', () => {
    const threadKey = makeThreadKey();
    const forStaff = wrapThreadKey(contentKey, threadKey, { caseId, holder: 'staff' });
    const forReporter = wrapThreadKey(receiptKey, threadKey, { caseId, holder: 'reporter' });
    expect(Buffer.from(unwrapThreadKey(contentKey, forStaff, { caseId, holder: 'staff' }))).toEqual(threadKey);
    expect(Buffer.from(unwrapThreadKey(receiptKey, forReporter, { caseId, holder: 'reporter' }))).toEqual(threadKey);
  });

  it('does not come out with the other key, for the other holder or for another case', () => {
    const wrapped = wrapThreadKey(contentKey, makeThreadKey(), { caseId, holder: 'staff' });
    expect(() => unwrapThreadKey(receiptKey, wrapped, { caseId, holder: 'staff' })).toThrow(SealBroken);
    expect(() => unwrapThreadKey(contentKey, wrapped, { caseId, holder: 'reporter' })).toThrow(SealBroken);
    expect(() => unwrapThreadKey(contentKey, wrapped, { caseId: 'ba'.repeat(16), holder: 'staff' })).toThrow(
      SealBroken,
    );
  });

  it('is refused when what was wrapped is not a key', () => {
    const wrapped = sealBytes(contentKey, randomBytes(16), { caseId, field: 'thread-key-staff', revision: 1 });
    expect(() => unwrapThreadKey(contentKey, wrapped, { caseId, holder: 'staff' })).toThrow(SealBroken);
  });
});

import { randomBytes } from 'node:crypto';
import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { idempotencyKeyForm } from '#shared/contracts/http/idempotency-key.ts';
import { documentedKeys, isWeakKey } from '#shared/contracts/http/weak-keys.ts';

describe('a key that cannot be random', () => {
  it.each([
    ['one character', '0000000000000000'],
    ['two characters', 'abababababababab'],
    ['seven characters', 'abcdefggfedcbaacgebdf'],
    ['the zero UUID', '00000000-0000-0000-0000-000000000000'],
    ['the F UUID', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['a UUID of zeros that says it is of version 4', '00000000-0000-4000-8000-000000000001'],
    ['a UUID of version 1', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6'],
    ['a UUID of version 3, in capitals', 'A3BB189E-8BF9-3888-9912-ACE4E6543002'],
    ['a UUID of version 5', '886313e1-3b8a-5372-9b90-0c9aee199e5d'],
    ['a UUID of version 6', '1ec9414c-232a-6b00-b3c8-9e6bdeced846'],
    ['a UUID of version 8', '320c3d4d-cc00-875b-8ec9-32d5f69181c0'],
    ['undefined', 'undefinedundefined'],
    ['undefined and a dash', 'undefined-undefined'],
    ['null', 'nullnullnullnull'],
    ['null and undefined', 'null:undefined:null'],
    ['an object', '[objectObject]/[objectObject]'],
    ['not a number', 'NaN.NaN.NaN.NaN.NaN.'],
    ['digits in their order', '0123456789012345'],
    ['digits with dashes', '0123-4567-8901-2345'],
    ['hex digits in their order', '0123456789abcdef'],
    ['the alphabet', 'abcdefghijklmnop'],
    ['the alphabet backwards', 'zyxwvutsrqponmlk'],
    ['the keyboard', 'qwertyuiopasdfgh'],
    ['a text twice', 'besa-key-besa-key-'],
    ['the example of the staff document', documentedKeys.command],
    ['the example of the public document', documentedKeys.report],
    ['an example of others', '550e8400-e29b-41d4-a716-446655440000'],
  ])('is refused: %s', (_, key) => {
    expect(idempotencyKeyForm.test(key)).toBe(true);
    expect(isWeakKey(key)).toBe(true);
  });

  it('is none that was drawn at random, in any usual form', () => {
    const forms: Readonly<Record<string, (bytes: Buffer) => string>> = {
      hex: (bytes) => bytes.toString('hex'),
      base64: (bytes) => bytes.toString('base64'),
      base64url: (bytes) => bytes.toString('base64url'),
    };
    fc.assert(
      fc.property(fc.noBias(fc.uuid({ version: [4, 7] })), (key) => {
        // The generator also draws zeros and ones on purpose.
        fc.pre(new Set(key).size >= 8);
        expect(isWeakKey(key)).toBe(false);
      }),
    );
    for (const written of Object.values(forms)) {
      for (let one = 0; one < 500; one += 1) expect(isWeakKey(written(randomBytes(16)))).toBe(false);
    }
  });

  it('is judged by its whole: a sheet that counts on is not weak', () => {
    for (const key of ['sheet-2026-11-20-0001', 'soak-command-418', 'the-answer-of-the-child-0001']) {
      expect(isWeakKey(key)).toBe(false);
    }
  });
});

import { randomBytes } from 'node:crypto';
import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { SealBroken } from '#shared/ports/sealing.ts';
import { openBytes, sealBytes } from '#shared/sealing/sealed-bytes.ts';
import { openField, sealField } from '#shared/sealing/sealed-field.ts';

const key = randomBytes(32);
const at = { caseId: '0f'.repeat(16), field: 'narrative', revision: 1 };
const bytesOf = (sealed: string): Buffer => Buffer.from(sealed, 'base64');

describe('A sealed field', () => {
  it('opens to the same text, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        expect(openField(key, sealField(key, text, at), at)).toBe(text);
      }),
    );
  });

  it('does not open when any one byte of it was changed', () => {
    const sealed = bytesOf(sealField(key, 'Mos i trego askujt.', at));
    for (let position = 0; position < sealed.length; position += 1) {
      const changed = Buffer.from(sealed);
      changed[position] = (changed[position] ?? 0) ^ 1;
      expect(() => openField(key, changed.toString('base64'), at)).toThrow(SealBroken);
    }
  });

  it('does not open when it was cut short or made longer', () => {
    const sealed = bytesOf(sealField(key, 'a', at));
    for (const length of [0, 1, 44, 60, 61, sealed.length - 1]) {
      expect(() => openField(key, sealed.subarray(0, length).toString('base64'), at)).toThrow(SealBroken);
    }
    expect(() => openField(key, Buffer.concat([sealed, Buffer.of(0)]).toString('base64'), at)).toThrow(SealBroken);
  });

  it('opens in no other case, under no other name and as no other revision', () => {
    const sealed = sealField(key, 'a', at);
    expect(() => openField(key, sealed, { ...at, caseId: '0e'.repeat(16) })).toThrow(SealBroken);
    expect(() => openField(key, sealed, { ...at, field: 'details' })).toThrow(SealBroken);
    expect(() => openField(key, sealed, { ...at, revision: 2 })).toThrow(SealBroken);
  });

  it('opens with no other key', () => {
    const sealed = sealField(key, 'a', at);
    expect(() => openField(randomBytes(32), sealed, at)).toThrow(SealBroken);
  });

  it('is refused for its key commitment alone, before anything is decrypted', () => {
    const other = randomBytes(32);
    const withForeignCommitment = bytesOf(sealField(key, 'a', at));
    withForeignCommitment.set(bytesOf(sealField(other, 'a', at)).subarray(13, 45), 13);
    expect(() => openField(key, withForeignCommitment.toString('base64'), at)).toThrow(SealBroken);
  });

  it('carries the version first and the same commitment wherever its key was used', () => {
    const one = bytesOf(sealField(key, 'a', at));
    const two = bytesOf(sealField(key, 'b', { ...at, field: 'details' }));
    expect(one[0]).toBe(1);
    expect(one.subarray(13, 45)).toEqual(two.subarray(13, 45));
    expect(one.subarray(1, 13)).not.toEqual(two.subarray(1, 13));
  });

  it('tells of a length only in steps of one KiB', () => {
    const lengthOf = (characters: number): number => bytesOf(sealField(key, 'x'.repeat(characters), at)).length;
    expect(lengthOf(0)).toBe(61 + 1024);
    expect(lengthOf(1020)).toBe(lengthOf(0));
    expect(lengthOf(1021)).toBe(61 + 2048);
  });

  it('does not open when its padding holds anything, or its length goes beyond it', () => {
    const padded = Buffer.alloc(1024);
    padded.writeUInt32BE(1);
    padded.write('a', 4);
    expect(openField(key, sealBytes(key, padded, at), at)).toBe('a');
    padded[1023] = 1;
    expect(() => openField(key, sealBytes(key, padded, at), at)).toThrow(SealBroken);
    padded[1023] = 0;
    padded.writeUInt32BE(1021);
    expect(() => openField(key, sealBytes(key, padded, at), at)).toThrow(SealBroken);
    expect(() => openField(key, sealBytes(key, Buffer.alloc(1000), at), at)).toThrow(SealBroken);
    expect(() => openField(key, sealBytes(key, Buffer.alloc(0), at), at)).toThrow(SealBroken);
  });

  it('is never the same twice', () => {
    expect(sealField(key, 'a', at)).not.toBe(sealField(key, 'a', at));
  });

  it('says nothing of what it holds when it does not open', () => {
    const sealed = sealField(key, 'kanarina', at);
    expect(() => openBytes(randomBytes(32), sealed, at)).toThrow(/^The seal is broken\.$/);
  });
});

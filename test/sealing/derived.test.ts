import { createHmac, randomBytes } from 'node:crypto';
import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { parseReceipt } from '#shared/domain/identifiers.ts';
import { deriveReceipt, deriveRequest } from '#shared/sealing/derived.ts';
import { blindIndex, fingerprint } from '#shared/sealing/keyed-hashes.ts';

/** HKDF-SHA-256 (RFC 5869) with an empty salt, written out: what is derived must not depend on one library call. */
function hkdf(root: Uint8Array, label: string, bytes: number): Buffer {
  const extracted = createHmac('sha256', Buffer.alloc(32)).update(root).digest();
  return createHmac('sha256', extracted).update(`besa/v1/${label}`).update(Buffer.of(1)).digest().subarray(0, bytes);
}

describe('What is derived from a request', () => {
  it('is the same each time, so that a retry finds its case', () => {
    const root = randomBytes(32);
    expect(deriveRequest(root)).toEqual(deriveRequest(root));
  });

  it('follows from the root by fixed labels: changed ones would turn every retry into a second case', () => {
    const root = Buffer.alloc(32, 7);
    const derived = deriveRequest(root);
    expect(derived.requestId).toBe(hkdf(root, 'request-id', 16).toString('hex'));
    expect(derived.caseId).toBe(hkdf(root, 'case-id', 16).toString('hex'));
    expect(Buffer.from(derived.fingerprintKey)).toEqual(hkdf(root, 'fingerprint', 32));
  });

  it('differs in every part for another root', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (one, other) => {
          fc.pre(Buffer.compare(one, other) !== 0);
          const [a, b] = [deriveRequest(one), deriveRequest(other)];
          expect(a.requestId).not.toBe(b.requestId);
          expect(a.caseId).not.toBe(b.caseId);
          expect(a.receipt).not.toBe(b.receipt);
        },
      ),
    );
  });

  it('gives a receipt that people can type', () => {
    const { receipt } = deriveRequest(randomBytes(32));
    expect(parseReceipt(receipt)).toEqual({ ok: true, receipt });
  });
});

describe('What is derived from a receipt', () => {
  it('is the same each time, and no part tells another', () => {
    const { receipt } = deriveRequest(randomBytes(32));
    const derived = deriveReceipt(receipt);
    expect(deriveReceipt(receipt)).toEqual(derived);
    expect(derived.lookup).toMatch(/^[0-9a-f]{32}$/);
    expect(Buffer.from(derived.threadWrap).toString('hex')).not.toContain(derived.lookup);
    expect(Buffer.from(derived.messageId)).not.toEqual(Buffer.from(derived.threadWrap));
  });

  it('is the same however the receipt was typed', () => {
    const { receipt } = deriveRequest(randomBytes(32));
    expect(deriveReceipt(receipt.toLowerCase().replaceAll('-', ' '))).toEqual(deriveReceipt(receipt));
  });

  it('cannot be had from what is not a receipt', () => {
    expect(() => deriveReceipt('7K3M')).toThrow('This is not a receipt.');
  });
});

describe('A keyed hash', () => {
  const key = randomBytes(32);

  it('finds the same address again, and only that', () => {
    expect(blindIndex(key, 'url', 'example.org/a')).toBe(blindIndex(key, 'url', 'example.org/a'));
    expect(blindIndex(key, 'url', 'example.org/a')).not.toBe(blindIndex(key, 'url', 'example.org/b'));
    expect(blindIndex(key, 'url', 'example.org/a')).not.toBe(blindIndex(randomBytes(32), 'url', 'example.org/a'));
  });

  it('keeps addresses apart from accounts and phones', () => {
    expect(blindIndex(key, 'url', 'x')).toMatch(/^URL#[0-9a-f]{32}$/);
    expect(blindIndex(key, 'account', 'x')).toMatch(/^LIKE#[0-9a-f]{32}$/);
    expect(blindIndex(key, 'account', 'x')).not.toBe(blindIndex(key, 'phone', 'x'));
  });

  it('tells a changed report from the same one', () => {
    expect(fingerprint(key, '{"a":1}')).toBe(fingerprint(key, '{"a":1}'));
    expect(fingerprint(key, '{"a":1}')).not.toBe(fingerprint(key, '{"a":2}'));
  });
});

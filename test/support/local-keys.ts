import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { DeskMac, KeyMaker, KeyOpener, Macs } from '#shared/ports/sealing.ts';

/**
 * The key service of a test: what KMS does, by the same algorithms, with keys that live as long as the object. A data key
 * opens only for the case and purpose it was made for, as with KMS's encryption context.
 */
export function localKeys(): KeyMaker &
  KeyOpener &
  Macs & { made: { caseId: string; purpose: string }[]; deskMac: DeskMac } {
  const contentKey = randomBytes(32);
  const idKey = randomBytes(32);
  const indexKey = randomBytes(32);
  const deskKey = randomBytes(32);
  const made: { caseId: string; purpose: string }[] = [];
  const mac = (key: Uint8Array, text: string): Uint8Array => createHmac('sha256', key).update(text).digest();
  return {
    made,
    make: async (caseId, purpose) => {
      made.push({ caseId, purpose });
      const plain = randomBytes(32);
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(`${caseId}|${purpose}`));
      const wrapped = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      return { plain, wrapped: wrapped.toString('base64') };
    },
    open: async (caseId, purpose, wrapped) => {
      const bytes = Buffer.from(wrapped, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', contentKey, bytes.subarray(0, 12))
        .setAAD(Buffer.from(`${caseId}|${purpose}`))
        .setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    },
    requestRoot: async (idempotencyKey) => mac(idKey, idempotencyKey),
    deskMac: async (message) => mac(deskKey, message),
    blindIndexKey: async () => mac(indexKey, 'blind-index'),
  };
}

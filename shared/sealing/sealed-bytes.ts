import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { SealBroken } from '../ports/sealing.ts';

/**
 * What a sealed value is bound to. It does not open in another case, under another field name or as another revision.
 */
export interface SealedPlace {
  caseId: string;
  /** `narrative`, `details`, `addresses`, `message-3`, … */
  field: string;
  /** How often this field was sealed: 1 the first time, one more each time it is sealed anew. */
  revision: number;
}

const formatVersion = 1;
/** Version of the content: how a text is padded, and which fields `details` holds. */
const schemaVersion = 1;
const ivBytes = 12;
const commitmentBytes = 32;
const tagBytes = 16;
const headBytes = 1 + ivBytes + commitmentBytes;

const noSalt = new Uint8Array();
const derive = (key: Uint8Array, label: string): Buffer => Buffer.from(hkdfSync('sha256', key, noSalt, label, 32));

/** `case|field|schemaVersion|revision`. No part can hold a `|`, because all are ids and names of ours. */
function additionalData(at: SealedPlace): Buffer {
  return Buffer.from(`${at.caseId}|${at.field}|${schemaVersion}|${at.revision}`);
}

/**
 * AES-256-GCM: `v1 (1 byte) | iv (12) | key commitment (32) | ciphertext | tag (16)`.
 *
 * The given key is never used itself. HKDF-SHA-256 makes an encryption key and a commitment from it. The commitment
 * stands in every sealed value and is compared before anything is decrypted. AES-GCM alone would let one ciphertext
 * open under two keys, to two different texts (docs/decisions/030).
 */
export function sealBytes(key: Uint8Array, plain: Uint8Array, at: SealedPlace): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', derive(key, 'besa/v1/encryption'), iv, { authTagLength: tagBytes });
  cipher.setAAD(additionalData(at));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  const version = Uint8Array.of(formatVersion);
  const commitment = derive(key, 'besa/v1/commitment');
  return Buffer.concat([version, iv, commitment, ciphertext, cipher.getAuthTag()]).toString('base64');
}

/** Throws `SealBroken`, for every reason alike. */
export function openBytes(key: Uint8Array, sealed: string, at: SealedPlace): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < headBytes + tagBytes || bytes[0] !== formatVersion) throw new SealBroken();
  const iv = bytes.subarray(1, 1 + ivBytes);
  const commitment = bytes.subarray(1 + ivBytes, headBytes);
  if (!timingSafeEqual(commitment, derive(key, 'besa/v1/commitment'))) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', derive(key, 'besa/v1/encryption'), iv, { authTagLength: tagBytes });
  decipher.setAAD(additionalData(at));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(headBytes, -tagBytes)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

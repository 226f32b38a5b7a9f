import { SealBroken, type SealedText } from '../ports/sealing.ts';
import { openBytes, sealBytes, type SealedPlace } from './sealed-bytes.ts';

/** Text is padded to whole steps of this size. So the length of a ciphertext does not tell how much a child wrote. */
const stepBytes = 1024;
const lengthBytes = 4;

/**
 * Seals a text under a data key: `length (4 bytes) | UTF-8 | zeros` up to a multiple of 1 KiB, then `sealBytes`. The
 * text must be well-formed Unicode. Intake refuses lone surrogates.
 */
export function sealField(key: Uint8Array, text: string, at: SealedPlace): SealedText {
  const written = Buffer.from(text);
  const padded = Buffer.alloc(Math.ceil((lengthBytes + written.length) / stepBytes) * stepBytes);
  padded.writeUInt32BE(written.length);
  padded.set(written, lengthBytes);
  return sealBytes(key, padded, at);
}

/** Opens what `sealField` sealed, only with the same key and for the same place. Throws `SealBroken`. */
export function openField(key: Uint8Array, sealed: SealedText, at: SealedPlace): string {
  const padded = openBytes(key, sealed, at);
  if (padded.length === 0 || padded.length % stepBytes !== 0) throw new SealBroken();
  const end = lengthBytes + padded.readUInt32BE();
  if (end > padded.length || padded.subarray(end).some((byte) => byte !== 0)) throw new SealBroken();
  return padded.subarray(lengthBytes, end).toString();
}

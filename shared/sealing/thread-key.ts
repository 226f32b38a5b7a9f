import { randomBytes } from 'node:crypto';
import { SealBroken, type SealedText } from '../ports/sealing.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

/**
 * The holder of a wrapped thread key. Staff open it with the content key, the reporter with `threadWrap` of the
 * receipt.
 */
export interface ThreadKeyHolder {
  caseId: string;
  holder: 'staff' | 'reporter';
}

const threadKeyBytes = 32;

/** The key that seals the messages of one case, those of both sides. */
export function makeThreadKey(): Uint8Array {
  return randomBytes(threadKeyBytes);
}

export function wrapThreadKey(wrappingKey: Uint8Array, threadKey: Uint8Array, of: ThreadKeyHolder): SealedText {
  return sealBytes(wrappingKey, threadKey, placeOf(of));
}

/** Throws `SealBroken` when the wrapping key is wrong, or the key was wrapped for another case or holder. */
export function unwrapThreadKey(wrappingKey: Uint8Array, wrapped: SealedText, of: ThreadKeyHolder): Uint8Array {
  const threadKey = openBytes(wrappingKey, wrapped, placeOf(of));
  if (threadKey.length !== threadKeyBytes) throw new SealBroken();
  return threadKey;
}

/** Where the name of a referral's unit is sealed under the thread key, so that the receipt opens it. */
export const placeOfUnit = (caseId: string, referral: string) => ({ caseId, field: `unit-${referral}`, revision: 1 });

const placeOf = ({ caseId, holder }: ThreadKeyHolder) => ({ caseId, field: `thread-key-${holder}`, revision: 1 });

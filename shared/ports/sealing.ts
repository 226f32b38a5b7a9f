/** `v1 | iv | key commitment | ciphertext | tag`, base64 (shared/sealing/sealed-bytes.ts). */
export type SealedText = string;
/** A data key as KMS wrapped it, base64. */
export type WrappedKey = string;

/** KMS did not answer as it must. Nothing may be written in plain text instead, so the request is answered 503. */
export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super('The key service did not answer.', { cause });
    this.name = 'KeysUnavailable';
  }
}

/**
 * A sealed text or a wrapped key does not open. The key, case, field or revision is another one, or bytes were changed.
 */
export class SealBroken extends Error {
  constructor() {
    super('The seal is broken.');
    this.name = 'SealBroken';
  }
}

/** A new data key. `plain` never leaves the process. */
export interface DataKey {
  plain: Uint8Array;
  wrapped: WrappedKey;
}

/**
 * `referral` seals what one referral gives away and who answered it, and nothing else of the case. `access` seals access
 * codes until their letters have left.
 */
export type KeyPurpose = 'content' | 'urls' | 'referral' | 'access';

/** Makes data keys. It is all that intake may do with the content key. */
export interface KeyMaker {
  /** The encryption context is case id and purpose. Throws `KeysUnavailable` when KMS does not answer. */
  make(caseId: string, purpose: KeyPurpose): Promise<DataKey>;
}
/** Opens data keys, for the staff side only. Throws `SealBroken` or `KeysUnavailable`. */
export interface KeyOpener {
  open(caseId: string, purpose: KeyPurpose, wrapped: WrappedKey): Promise<Uint8Array>;
}
/** HMAC-SHA-256 under the desk's key. Access codes are derived from it. Throws `KeysUnavailable`. */
export type DeskMac = (message: string) => Promise<Uint8Array>;

/** Keyed hashes by KMS. Throws `KeysUnavailable` when KMS does not answer. */
export interface Macs {
  /**
   * HMAC-SHA-256 over the Idempotency-Key under the id key. Case id, receipt and fingerprint key are derived from it.
   */
  requestRoot(idempotencyKey: string): Promise<Uint8Array>;
  /** The blind-index key, fetched once for each process. */
  blindIndexKey(): Promise<Uint8Array>;
}

/** `v1 | iv | key commitment | ciphertext | tag`, base64 (shared/sealing/sealed-field.ts). */
export type SealedText = string;
/** A data key as KMS wrapped it, base64. */
export type WrappedKey = string;

/** KMS did not answer as it must; nothing may be written in plain instead (503). */
export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super('The key service did not answer.', { cause });
    this.name = 'KeysUnavailable';
  }
}

/** A sealed text or a wrapped key that does not open: another key, case, field or revision, or bytes were changed. */
export class SealBroken extends Error {
  constructor() {
    super('The seal is broken.');
    this.name = 'SealBroken';
  }
}

/** Keys of a new case. `plain` never leaves the process. */
export interface DataKey {
  plain: Uint8Array;
  wrapped: WrappedKey;
}

/** `referral`: the copy that one referral gives away, and nothing else of the case. */
export type KeyPurpose = 'content' | 'urls' | 'referral';

/** Makes data keys; all that intake may do with the content key. */
export interface KeyMaker {
  /** Encryption context: case id and purpose. Throws `KeysUnavailable` when KMS does not answer. */
  make(caseId: string, purpose: KeyPurpose): Promise<DataKey>;
}
/** Opens data keys; staff side only. */
export interface KeyOpener {
  open(caseId: string, purpose: KeyPurpose, wrapped: WrappedKey): Promise<Uint8Array>;
}
/** Keyed hashes by KMS. */
export interface Macs {
  /** HMAC-SHA-256 over the Idempotency-Key under the id key: the root of case id, receipt and fingerprint key. */
  requestRoot(idempotencyKey: string): Promise<Uint8Array>;
  /** The blind-index key, fetched once per process. */
  blindIndexKey(): Promise<Uint8Array>;
}

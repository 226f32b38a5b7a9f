import { createHmac, hkdfSync } from 'node:crypto';
import { receiptBytes, receiptFrom } from '../domain/identifiers.ts';

const noSalt = new Uint8Array();
/** One value of a root, by its label. Labels never change. */
export const derive = (root: Uint8Array, label: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', root, noSalt, `besa/v1/${label}`, bytes));

export interface DerivedRequest {
  /** 128 bits, lower-case hex. It is the key of the request's own row. */
  requestId: string;
  /** 128 bits, lower-case hex. */
  caseId: string;
  /** As the reporter gets it, check character included. */
  receipt: string;
  fingerprintKey: Uint8Array;
}

/**
 * All values that follow from an Idempotency-Key. `root` is its MAC under the id key. So the same key leads to the same
 * case and receipt at any later time. Nobody without KMS can derive them. The labels must never change: a retry of a
 * report would become a second case.
 */
export function deriveRequest(root: Uint8Array): DerivedRequest {
  return {
    requestId: derive(root, 'request-id', 16).toString('hex'),
    caseId: derive(root, 'case-id', 16).toString('hex'),
    receipt: receiptFrom(derive(root, 'receipt', 10)),
    fingerprintKey: derive(root, 'fingerprint', 32),
  };
}

/**
 * All values that follow from the Idempotency-Key of a reporter's message. It is hashed under the receipt's own key. So
 * the same key from two reporters leads to two messages, and nobody without the receipt can try keys.
 */
export function deriveMessage(
  messageId: Uint8Array,
  idempotencyKey: string,
): { /** 128 bits, lower-case hex. */ id: string; fingerprintKey: Uint8Array } {
  const root = createHmac('sha256', messageId).update(idempotencyKey).digest();
  return { id: derive(root, 'message', 16).toString('hex'), fingerprintKey: derive(root, 'message-fingerprint', 32) };
}

export interface DerivedReceipt {
  /** 128 bits, lower-case hex. It is the only one of these values that is stored. */
  lookup: string;
  /** Wraps the thread key for the reporter. */
  threadWrap: Uint8Array;
  /** With a message's Idempotency-Key, it gives the ids of the reporter's own messages. */
  messageId: Uint8Array;
}

/**
 * All values that follow from a receipt in its canonical form. Nobody can guess its 80 random bits, so no slow hash is
 * needed. A slow one would only let attackers exhaust the public endpoint. Throws when the text is not a receipt.
 */
export function deriveReceipt(receipt: string): DerivedReceipt {
  const root = receiptBytes(receipt);
  return {
    lookup: derive(root, 'lookup', 16).toString('hex'),
    threadWrap: derive(root, 'thread-wrap', 32),
    messageId: derive(root, 'message-id', 32),
  };
}

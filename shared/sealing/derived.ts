import { createHmac, hkdfSync } from 'node:crypto';
import { receiptBytes, receiptFrom } from '../domain/identifiers.ts';

const noSalt = new Uint8Array();
const derive = (root: Uint8Array, label: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', root, noSalt, `besa/v1/${label}`, bytes));

export interface DerivedRequest {
  /** 128 bits, lower-case hex: the key of the request's own row. */
  requestId: string;
  /** 128 bits, lower-case hex. */
  caseId: string;
  /** As the reporter gets it, check character included. */
  receipt: string;
  fingerprintKey: Uint8Array;
}

/**
 * All that follows from an Idempotency-Key. `root` is its MAC under the id key, so that the same key leads to the same
 * case and receipt at any later time, and nobody without KMS can follow it. The labels must never change: a retry of a
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
 * All that follows from the Idempotency-Key of a reporter's message. It is hashed under the receipt's own key, so that the
 * same key of two reporters leads to two messages, and nobody without the receipt can try keys out.
 */
export function deriveMessage(
  messageId: Uint8Array,
  idempotencyKey: string,
): { /** 128 bits, lower-case hex. */ id: string; fingerprintKey: Uint8Array } {
  const root = createHmac('sha256', messageId).update(idempotencyKey).digest();
  return { id: derive(root, 'message', 16).toString('hex'), fingerprintKey: derive(root, 'message-fingerprint', 32) };
}

export interface DerivedReceipt {
  /** 128 bits, lower-case hex; the only one of these that is stored. */
  lookup: string;
  /** Wraps the thread key for the reporter. */
  threadWrap: Uint8Array;
  /** From this and a message's Idempotency-Key come the ids of the reporter's own messages. */
  messageId: Uint8Array;
}

/**
 * All that follows from a receipt in its canonical form. Its 80 random bits cannot be guessed, so no slow hash is needed;
 * a slow one would only be a way to exhaust the public endpoint. Throws on what is not a receipt.
 */
export function deriveReceipt(receipt: string): DerivedReceipt {
  const root = receiptBytes(receipt);
  return {
    lookup: derive(root, 'lookup', 16).toString('hex'),
    threadWrap: derive(root, 'thread-wrap', 32),
    messageId: derive(root, 'message-id', 32),
  };
}

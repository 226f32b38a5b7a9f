import { createHash } from 'node:crypto';
import { idempotencyKeyOf } from '../contracts/http/idempotency-key.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { HttpRequest } from '../contracts/http/http.ts';
import { fingerprint } from '../sealing/keyed-hashes.ts';

export interface CommandKey {
  /** Recognises a retry. The key itself is never stored. */
  keyHash: string;
  /** Tells whether a retry asks the same, without keeping what was asked. */
  fingerprint: string;
}

/**
 * What is stored of a command's Idempotency-Key and content. The content may hold words. So it is hashed under the key,
 * which is random and stored nowhere. Then nobody can try out texts on what is stored. Throws a `Problem` for a bad
 * key.
 */
export function commandKey(request: Pick<HttpRequest, 'headers' | 'language'>, content: unknown): CommandKey {
  const key = idempotencyKeyOf(request.headers, request.language);
  const hashed = (label: string): Buffer => createHash('sha256').update(`besa/v1/${label}|${key}`).digest();
  return {
    keyHash: hashed('command-key').toString('hex'),
    fingerprint: fingerprint(hashed('command-fingerprint'), canonicalJson(content)),
  };
}

/**
 * The Idempotency-Key of one part of a command that acts on several cases. Each part takes effect once. So a retry of the
 * whole finds what was done, and does the rest. `part` names the case.
 */
export function keyOfPart(request: Pick<HttpRequest, 'headers' | 'language'>, part: string): string {
  const key = idempotencyKeyOf(request.headers, request.language);
  return createHash('sha256').update(`besa/v1/command-part|${key}|${part}`).digest('hex');
}

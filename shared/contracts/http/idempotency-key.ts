import { Problem } from './http.ts';
import { isWeakKey } from './weak-keys.ts';

/** Visible ASCII, 16 to 255 characters. */
export const idempotencyKeyForm = /^[\x21-\x7E]{16,255}$/;

/**
 * The request's `Idempotency-Key`. It is a secret, because the receipt can be had with it. Throws a `Problem` when it
 * is missing, malformed, or cannot be random.
 */
export function idempotencyKeyOf(headers: Readonly<Record<string, string>>, language: string): string {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '') throw new Problem('missing_idempotency_key', 400, { language });
  if (!idempotencyKeyForm.test(key)) throw invalid({ code: 'wrong_form', expected: 'idempotency_key' }, language);
  if (isWeakKey(key)) throw invalid({ code: 'weak_key' }, language);
  return key;
}

type KeyProblem = { code: 'wrong_form'; expected: 'idempotency_key' } | { code: 'weak_key' };

/** Says which header it is, and what is right. */
function invalid(problem: KeyProblem, language: string): Problem {
  const errors = [{ pointer: '/Idempotency-Key', ...problem }];
  return new Problem('invalid_idempotency_key', 400, { language, errors });
}

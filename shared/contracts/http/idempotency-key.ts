import { Problem } from './http.ts';

/**
 * Visible ASCII, 16 to 255 characters. Only the form is checked: nobody can see from outside whether a key is random.
 */
export const idempotencyKeyForm = /^[\x21-\x7E]{16,255}$/;

/**
 * The request's `Idempotency-Key`. It is a secret, because the receipt can be had with it. Throws a `Problem` when it
 * is missing or malformed.
 */
export function idempotencyKeyOf(headers: Readonly<Record<string, string>>, language: string): string {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '') throw new Problem('missing_idempotency_key', 400, { language });
  if (!idempotencyKeyForm.test(key)) throw new Problem('invalid_idempotency_key', 400, { language });
  return key;
}

import * as z from 'zod/mini';
import { longestTyped, parseReceipt } from '../../../domain/identifiers.ts';
import { Problem } from '../http.ts';
import { fieldProblems, text } from '../fields.ts';
import { normaliseBody } from '../normalise.ts';

/** A receipt as somebody typed or pasted it, with the words that were copied along. */
export const receiptField = text(longestTyped);

/** The body of `POST /v1/follow-up`, and of each request that needs only a receipt. */
export const receiptSchema = z.strictObject({ receipt: receiptField });

/** The receipt in a body, in its canonical form. It throws what `parseWithReceipt` throws. */
export function receiptIn(body: unknown, language: string): string {
  return parseWithReceipt(receiptSchema, body, language).receipt;
}

/** Reads a body that has a receipt, as `parseWithCode` does. */
export function parseWithReceipt<T extends { receipt: string }>(
  schema: z.ZodMiniType<T>,
  body: unknown,
  language: string,
): T {
  return parseWithCode('receipt', schema, body, language);
}

/**
 * Reads a body that has a receipt, or an access code of the same form, and puts it into its canonical form. Throws a
 * `Problem`. It is `receipt_mistyped` when the check character fails, which says nothing about whether such a code exists.
 * It is `invalid_fields` for anything else.
 */
export function parseWithCode<N extends string, T extends Record<N, string>>(
  name: N,
  schema: z.ZodMiniType<T>,
  body: unknown,
  language: string,
): T {
  const parsed = schema.safeParse(normaliseBody(body === undefined ? {} : body), { reportInput: true });
  if (!parsed.success) throw new Problem('invalid_fields', 422, { errors: fieldProblems(parsed.error), language });
  const read = parseReceipt(parsed.data[name]);
  if (read.ok) return { ...parsed.data, [name]: read.receipt };
  const errors = [{ pointer: `/${name}`, code: 'wrong_form', expected: 'receipt' } as const];
  throw new Problem(read.because === 'check' ? 'receipt_mistyped' : 'invalid_fields', 422, { errors, language });
}

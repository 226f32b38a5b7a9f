import * as z from 'zod/mini';
import { parseReceipt } from '../../domain/identifiers.ts';
import { Problem } from '../../lambda/http.ts';
import { fieldProblems, text } from './fields.ts';
import { normaliseBody } from './normalise.ts';

/** The body of `POST /v1/follow-up`. */
export const receiptSchema = z.strictObject({ receipt: text(64) });

/**
 * The receipt in a body, in its canonical form. Throws a `Problem`: `receipt_mistyped` when the check character fails
 * (which says nothing about whether a receipt exists), `invalid_fields` for anything else.
 */
export function receiptIn(body: unknown, language: string): string {
  const parsed = receiptSchema.safeParse(normaliseBody(body ?? {}), { reportInput: true });
  if (!parsed.success) throw new Problem('invalid_fields', 422, { errors: fieldProblems(parsed.error), language });
  const read = parseReceipt(parsed.data.receipt);
  if (read.ok) return read.receipt;
  const errors = [{ pointer: '/receipt', code: 'wrong_form' as const }];
  throw new Problem(read.because === 'check' ? 'receipt_mistyped' : 'invalid_fields', 422, { errors, language });
}

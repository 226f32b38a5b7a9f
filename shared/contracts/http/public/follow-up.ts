import * as z from 'zod/mini';
import { receiptSchema } from './receipt.ts';

/**
 * The body of `POST /v1/follow-up`. `before` is the `earlier` of an answer: it asks for the messages before those.
 * `guidance` asks what to do, once more.
 */
export const followUpSchema = z.extend(receiptSchema, {
  before: z.optional(z.int().check(z.gte(2))),
  guidance: z.optional(z.boolean()),
});

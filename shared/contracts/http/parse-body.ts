import type * as z from 'zod/mini';
import { fieldProblems } from './fields.ts';
import { Problem } from './http.ts';
import { normaliseBody } from './normalise.ts';

/** Reads a body with a schema. An absent body counts as an empty one. Throws a `Problem` `invalid_fields`. */
export function parseBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const parsed = schema.safeParse(normaliseBody(body === undefined ? {} : body), { reportInput: true });
  if (!parsed.success) throw new Problem('invalid_fields', 422, { errors: fieldProblems(parsed.error) });
  return parsed.data;
}

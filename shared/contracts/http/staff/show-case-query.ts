import * as z from 'zod/mini';

/** The query of `GET /v1/cases/{number}`. `before` is the `earlierEvents` of an answer: it asks for those before. */
export const showCaseQuery = z.strictObject({ before: z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/))) });

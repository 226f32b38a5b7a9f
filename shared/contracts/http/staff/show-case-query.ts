import * as z from 'zod/mini';
import { written } from '../fields.ts';

/** The query of `GET /v1/cases/{number}`. `before` is the `earlierEvents` of an answer: it asks for those before. */
export const showCaseQuery = z.strictObject({ before: z.optional(written('message_number', /^[1-9]\d{0,8}$/)) });

import type * as z from 'zod/mini';
import type { followUpAnswerSchema } from '../../contracts/http/answers.ts';

/** The answer of `POST /v1/follow-up`, as the API's document says it. */
export type FollowUpAnswer = z.infer<typeof followUpAnswerSchema>;

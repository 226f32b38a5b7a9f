import * as z from 'zod/mini';
import { text } from '../fields.ts';

/** The query of `GET …/referrals/{referral}/letter`: a language of the pack. Without it the centre's own. */
export const letterQuery = z.strictObject({ lang: z.optional(text(35)) });

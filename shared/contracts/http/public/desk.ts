import * as z from 'zod/mini';
import { declineReasons, referralOutcomes } from '../../../domain/case/referral.ts';
import { longestQuestion, sayings } from '../../../domain/referrals/desk/question.ts';
import { manyLines, ofForm, text } from '../fields.ts';
import { receiptField } from './receipt.ts';

/** What somebody at an institution sends who has an access code. It has the form of a receipt. */
export const accessSchema = z.strictObject({ access: receiptField });

/** Both codes. The digits may be typed with blanks between them. */
export const deskSessionSchema = z.strictObject({
  access: receiptField,
  code: z.string().check(
    z.overwrite((typed) => typed.replaceAll(/\s/gu, '')),
    ofForm('one_time_code', /^[0-9]{6}$/),
  ),
});

const session = z.string().check(z.minLength(1), z.maxLength(64));

/** Whoever typed both codes looks at the copy, or takes its addresses. */
export const deskReferralSchema = z.strictObject({ session });

const line = text(200).check(z.minLength(1));

/** What the institution answers or asks. Name and post are asked for with the first answer. */
export const deskAnswerSchema = z.strictObject({
  session,
  answer: z.enum(sayings),
  name: z.exactOptional(line),
  post: z.exactOptional(line),
  /** The number under which the institution keeps it. */
  reference: z.exactOptional(line),
  because: z.exactOptional(z.enum(declineReasons)),
  outcome: z.exactOptional(z.enum(referralOutcomes)),
  /** The words of a question. */
  text: z.exactOptional(manyLines(longestQuestion).check(z.minLength(1))),
});

export type DeskAnswer = z.infer<typeof deskAnswerSchema>;

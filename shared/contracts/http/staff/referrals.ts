import * as z from 'zod/mini';
import {
  answerWays,
  declineReasons,
  disclosureFields,
  dropReasons,
  notToldFirstReasons,
  overrideReasons,
  referralAnswers,
  referralOutcomes,
  sharingGrounds,
  withdrawReasons,
} from '../../../domain/case/referral.ts';
import { mostAddresses } from '../../../domain/commands/reporter/reporter-actions.ts';
import { codes, text } from '../fields.ts';
import { message, packCode, parseBody } from './commands.ts';

const personName = text(200).check(z.minLength(1));

/** As many as a case can hold, whether they came with the report or with messages. */
const positions = z.array(z.int().check(z.gte(0), z.lte(mostAddresses - 1))).check(z.maxLength(mostAddresses));

/** Bodies of the commands about referrals and exclusions. Apart, because they are loaded when the first one comes. */
export const referralBodies = {
  referral: z.strictObject({ institution: packCode, basis: packCode, lead: z.optional(z.boolean()) }),
  referralChange: z.strictObject({ basis: z.optional(packCode), lead: z.optional(z.boolean()) }),
  referralDrop: z.strictObject({ because: z.enum(dropReasons) }),
  referralSending: z.strictObject({
    fields: codes(disclosureFields, disclosureFields.length),
    ground: z.enum(sharingGrounds),
    overrideBecause: z.optional(z.enum(overrideReasons)),
    basis: z.optional(packCode),
    /** Positions of the ticked addresses, as the opened report lists them. */
    addresses: z.optional(positions),
    /** The same of the ticked accounts. */
    accounts: z.optional(positions),
    /** Which school or municipality, for an institution of which there are many. Kept sealed only. */
    unit: z.optional(text(200).check(z.minLength(1))),
    /** Directory id of the contact to be told. */
    contact: z.optional(packCode),
    /** A named person was reached by phone: the call is the referral. */
    call: z.optional(z.strictObject({ name: personName })),
    message,
    notToldFirstBecause: z.optional(z.enum(notToldFirstReasons)),
  }),
  referralAnswer: z.strictObject({
    answer: z.enum(referralAnswers),
    /** Who acknowledged it, and how. */
    name: z.optional(personName),
    how: z.optional(z.enum(answerWays)),
    /** Why it was declined. */
    because: z.optional(z.enum(declineReasons)),
    /** What came of it, once completed. */
    outcome: z.optional(z.enum(referralOutcomes)),
  }),
  referralReminder: z.strictObject({}),
  referralWithdrawal: z.strictObject({ because: z.enum(withdrawReasons) }),
  referralReading: z.strictObject({}),
  exclusions: z.strictObject({
    institutions: z.array(packCode).check(z.maxLength(30)),
    /** Directory ids of staff. */
    people: z.array(packCode).check(z.maxLength(30)),
  }),
} as const;
export type ReferralBodies = { [N in keyof typeof referralBodies]: z.infer<(typeof referralBodies)[N]> };

/** Reads the body of such a command; none at all is an empty one. Throws a `Problem` `invalid_fields`. */
export function parseReferralBody<N extends keyof ReferralBodies>(name: N, body: unknown): ReferralBodies[N] {
  return parseBody(referralBodies[name] as unknown as z.ZodMiniType<ReferralBodies[N]>, body);
}

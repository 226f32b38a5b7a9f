import * as z from 'zod/mini';
import { clockKinds } from '../../../domain/case/timer-id.ts';
import { disclosureFields, referralStatuses, replyWays } from '../../../domain/case/referral.ts';
import { addressKinds } from '../../../domain/referrals/address-kind.ts';
import { sayings } from '../../../domain/referrals/desk/question.ts';
import { severities } from '../../../domain/report/severity.ts';
import { helpSchema } from '../answers.ts';

/** What the referral desk answers. Tests check answers with these, and the API document is made from them. */
const instant = z.iso.datetime({ precision: 3 });
const canSay = z.array(z.enum(sayings));
const said = z.strictObject({
  acknowledgedBy: z.exactOptional(z.string()),
  saidBy: z.exactOptional(z.string()),
  post: z.exactOptional(z.string()),
  reference: z.exactOptional(z.string()),
});

export const deskNoted = z.strictObject({ help: helpSchema });

export const deskSessionBegun = z.strictObject({ session: z.string(), until: instant, help: helpSchema });

export const deskReferralShown = z.strictObject({
  /** The reference, as mail and letter name it. It stands beside the copy: a list of addresses holds no number. */
  caseNumber: z.string(),
  referral: z.string(),
  /** The institution by its name. */
  institution: z.string(),
  institutionCode: z.string(),
  /** When a person of the centre decided to send. */
  decidedAt: z.exactOptional(instant),
  /** The legal basis in words, and of which day its text is. */
  basis: z.exactOptional(z.strictObject({ name: z.string(), asOf: z.string() })),
  /** What was chosen for the copy, also where nothing was said about it. */
  fields: z.array(z.enum(disclosureFields)),
  /** A list of addresses, which tells of nobody. */
  addressesOnly: z.boolean(),
  status: z.enum(referralStatuses),
  severity: z.enum(severities),
  /** The clocks that run for the institution. */
  due: z.array(z.strictObject({ clock: z.enum(clockKinds), due: instant })),
  /** Whom to ask in place of the child: the lead agency, or the centre with its number. */
  doNotQuestionTheChildSpeakTo: z.exactOptional(
    z.strictObject({ name: z.string(), phone: z.exactOptional(z.string()) }),
  ),
  copy: z.looseObject({}),
  /** The addresses of the copy as they were typed, in its order. Whoever may not see them gets none. */
  addressesAsTyped: z.exactOptional(z.array(z.string())),
  addressesWithheld: z.exactOptional(z.literal('clearance')),
  /** Who said each answer so far; `answer` is the acknowledgement. */
  answers: z.strictObject({
    answer: z.exactOptional(said),
    accepted: z.exactOptional(said),
    declined: z.exactOptional(said),
    completed: z.exactOptional(said),
  }),
  /** What was asked and replied, the oldest first. */
  thread: z.array(
    z.strictObject({
      from: z.enum(['institution', 'centre']),
      at: instant,
      text: z.string(),
      links: z.exactOptional(z.array(z.looseObject({ from: z.int(), to: z.int() }))),
      name: z.exactOptional(z.string()),
      post: z.exactOptional(z.string()),
      how: z.exactOptional(z.enum(replyWays)),
    }),
  ),
  canSay,
  shownTo: z.string(),
  shownAt: instant,
  until: instant,
  help: helpSchema,
});

/** The addresses as they were typed, because they are to be used. Other answers show them harmless. */
export const deskAddressesGiven = z.strictObject({
  addresses: z.array(z.strictObject({ address: z.string(), kind: z.enum(addressKinds) })),
  shownTo: z.string(),
  shownAt: instant,
  help: helpSchema,
});

export const deskAnswered = z.strictObject({
  referral: z.string(),
  status: z.enum(referralStatuses),
  canSay,
  revision: z.int(),
  help: helpSchema,
});

import * as z from 'zod/mini';
import { takedownNoticeAnswers, takedownNoticeWays } from '../../../domain/case/case.ts';
import {
  answerWays,
  deskWays,
  declineReasons,
  disclosureFields,
  dropReasons,
  notToldFirstReasons,
  overrideReasons,
  referralOutcomes,
  referralStatuses,
  replyWays,
  sharingGrounds,
  withdrawReasons,
} from '../../../domain/case/referral.ts';
import { wishAnswers } from '../../../domain/report/report.ts';
import { reportDetails } from './openapi-case-parts.ts';

/** Referrals and takedown notices as the staff API shows them. Codes of the country pack are plain strings. */
const instant = z.iso.datetime({ precision: 3 });
const maybe = z.optional(instant);
const way = z.optional(z.enum([...answerWays, ...deskWays]));

/** Where addresses stand in a text (openapi-staff-answers.ts). */
const links = z.optional(z.array(z.looseObject({ from: z.int(), to: z.int(), withheld: z.optional(z.literal(true)) })));

/** A referral in clear: codes, ids and times. */
export const referralLine = z.looseObject({
  id: z.string(),
  institution: z.string(),
  status: z.enum(referralStatuses),
  isLead: z.boolean(),
  /** Codes of the rules that led here, and of what a person must check first. */
  reasons: z.array(z.string()),
  basis: z.string(),
  /** Resolving waits until somebody there has acknowledged it. */
  isNecessary: z.boolean(),
  /** The numbers to call, for critical cases. */
  phones: z.optional(z.array(z.string())),
  /** The reporter's wish about this kind of institution. Absent where nobody is asked. */
  wish: z.optional(z.enum(wishAnswers)),
  /** Only addresses that a person ticked go out. */
  addressesOnly: z.optional(z.boolean()),
  proposedAt: instant,
  proposedBy: z.string(),
  approvedAt: maybe,
  approvedBy: z.optional(z.string()),
  ground: z.optional(z.enum(sharingGrounds)),
  overrideBecause: z.optional(z.enum(overrideReasons)),
  notToldFirstBecause: z.optional(z.enum(notToldFirstReasons)),
  fields: z.optional(z.array(z.enum(disclosureFields))),
  contact: z.optional(z.string()),
  calledAt: maybe,
  lookOwedSince: maybe,
  lookedAt: maybe,
  lookedBy: z.optional(z.string()),
  sentAt: maybe,
  /** Since when everything that was sent has come back. */
  unreachedSince: maybe,
  acknowledgedAt: maybe,
  acknowledgedHow: way,
  acceptedAt: maybe,
  acceptedHow: way,
  declinedAt: maybe,
  declinedHow: way,
  declinedBecause: z.optional(z.enum(declineReasons)),
  completedAt: maybe,
  completedHow: way,
  outcome: z.optional(z.enum(referralOutcomes)),
  remindedAt: maybe,
  /** When a contact with an access code said that it is not for them. */
  misdirectedAt: maybe,
  /** What the institution asked and the centre replied. Absent until it asks. */
  questions: z.optional(
    z.looseObject({
      asked: z.int(),
      replied: z.int(),
      askedAt: instant,
      repliedAt: maybe,
      /** Since when a question waits for the centre. */
      openSince: maybe,
    }),
  ),
  withdrawnAt: maybe,
  withdrawnBecause: z.optional(z.enum(withdrawReasons)),
  droppedBecause: z.optional(z.enum([...dropReasons, 'sent_by_notice'])),
  sentByNotice: z.optional(z.string()),
});

/** What a platform was asked. */
export const noticeLine = z.looseObject({
  id: z.string(),
  platform: z.string(),
  way: z.enum(takedownNoticeWays),
  sentAt: instant,
  sentBy: z.string(),
  answer: z.optional(z.enum(takedownNoticeAnswers)),
  answeredAt: maybe,
});

const details = reportDetails.shape;

/** What a referral gives away. `addresses` are defanged, accounts as typed. Texts have the places of their addresses. */
export const copyShown = z.looseObject({
  answeredBy: z.optional(z.string()),
  caseNumber: z.optional(z.string()),
  unit: z.optional(z.string()),
  /** The code of the lead agency, or `centre`. */
  doNotQuestionTheChildSpeakTo: z.optional(z.string()),
  narrative: z.optional(z.string()),
  narrativeLinks: links,
  victims: details.victims,
  moreVictims: details.moreVictims,
  suspect: details.suspect,
  reporter: details.reporter,
  place: details.place,
  addresses: z.optional(z.array(z.string())),
  accounts: z.optional(z.array(z.looseObject({ platform: z.optional(z.string()), handle: z.string() }))),
  thread: z.optional(
    z.array(
      z.looseObject({
        number: z.int(),
        from: z.enum(['reporter', 'centre']),
        at: instant,
        text: z.string(),
        links,
      }),
    ),
  ),
});

/** A question of the institution, or a reply. */
export const saidWords = z.looseObject({
  from: z.enum(['institution', 'centre']),
  at: instant,
  text: z.string(),
  links,
  /** Who asked, and their post. */
  name: z.optional(z.string()),
  post: z.optional(z.string()),
  how: z.optional(z.enum(replyWays)),
});

/** Who said an answer. */
export const saidBy = z.optional(z.looseObject({ saidBy: z.optional(z.string()) }));

import * as z from 'zod/mini';
import { caseActions, roles } from '../../../domain/access/authorize.ts';
import { codeConcernKinds, deadCodes } from '../../../domain/case/receipts/receipt.ts';
import { caseStatuses } from '../../../domain/case/status.ts';
import { resolutionBlocks } from '../../../domain/commands/lifecycle/resolve.ts';
import { channels } from '../../../domain/report/report.ts';
import { severities } from '../../../domain/report/severity.ts';
import { teams } from '../../../domain/case/team.ts';
import { deadline } from '../staff/attention.ts';
import { helpSchema, problemAnswerSchema, reportAnswerSchema } from '../answers.ts';
import { forbiddenReasons } from '../../../domain/problems.ts';
import { copyShown, noticeLine, referralLine, saidBy, saidWords } from './openapi-referral-parts.ts';
import {
  approvalLine,
  armedClock,
  assessedFacts,
  caseFacts,
  eventLine,
  reportDetails,
  reportedFacts,
  withMessage,
  raises,
} from './openapi-case-parts.ts';

/**
 * What the staff API answers. Its document is made from it, and tests compare answers with it. A field that a role may
 * not see is absent, so few fields are required.
 */
const instant = z.iso.datetime({ precision: 3 });
const maybe = z.optional(instant);

const dueFields = {
  /** The next deadline that is not missed, of any kind, with the name of its clock; else the oldest missed one. */
  due: z.optional(deadline),
  /** Deadlines that were missed and are still not done, oldest first. */
  missed: z.optional(z.array(deadline)),
};
/** The assignee cannot work on cases any more. Everybody who works on cases may claim it. */
const holderGone = z.optional(z.literal(true));
const promise = z.strictObject({ readBy: instant, handleBy: instant, resolveBy: instant });

/** How a case stands. Every command answers it, together with what it opens. */
export const standing = z.looseObject({
  caseNumber: z.string(),
  revision: z.int(),
  status: z.enum(caseStatuses),
  severity: z.enum(severities),
  /** Directory id. */
  assignee: z.optional(z.string()),
  ...dueFields,
  readAt: maybe,
  acknowledgedAt: maybe,
  handledAt: maybe,
  resolvedAt: maybe,
  approvals: z.optional(z.array(approvalLine)),
  /** With a 202: the request that waits, and the roles of those who can decide. */
  waitsFor: z.optional(z.strictObject({ approval: z.string(), roles: z.array(z.enum(roles)) })),
});

/**
 * A 409 or 412: how the case stands. A 409 also says why the case does not take the command now, and what explains
 * that.
 */
export const conflict = z.extend(problemAnswerSchema, {
  because: z.optional(z.string()),
  /** The ids of referrals and takedown notices that have not ended. */
  open: z.optional(z.array(z.string())),
  closableFrom: maybe,
  /** How many there may be, of a list that is full. */
  limit: z.optional(z.string()),
  case: standing,
});

/** A 403: what stands against it, as a code and in `detail`. The gateway’s own have no code. */
export const forbidden = z.extend(problemAnswerSchema, { because: z.optional(z.enum(forbiddenReasons)) });

/** A line of the work list. */
const queueLine = z.looseObject({
  caseNumber: z.string(),
  severity: z.enum(severities),
  status: z.optional(z.enum(caseStatuses)),
  assignee: z.optional(z.string()),
  holderGone,
  ...dueFields,
  team: z.optional(z.enum(teams)),
  channel: z.optional(z.enum(channels)),
  category: z.optional(z.string()),
  region: z.optional(z.string()),
  receivedAt: maybe,
  /** Absent when everything that the reporter wrote was read. */
  unreadSince: maybe,
  raises: z.optional(raises),
  handledAt: maybe,
  promise: z.optional(promise),
});

export const queuePage = z.looseObject({
  cases: z.array(queueLine),
  /** Absent on the last page. */
  cursor: z.optional(z.string()),
  help: helpSchema,
});

export const foundCases = z.looseObject({ cases: z.array(queueLine), more: z.boolean(), help: helpSchema });

const message = {
  number: z.int(),
  from: z.enum(['reporter', 'centre']),
  at: instant,
  /** The person of staff who gave out a code before the reporter's message was written. It may be theirs. */
  afterReissueBy: z.optional(z.string()),
};

export const caseView = z.looseObject({
  caseNumber: z.string(),
  severity: z.enum(severities),
  status: z.optional(z.enum(caseStatuses)),
  revision: z.optional(z.int()),
  /** Directory id. */
  assignee: z.optional(z.string()),
  holderGone,
  ...dueFields,
  team: z.optional(z.enum(teams)),
  promise: z.optional(promise),
  /** Absent when everything that the reporter wrote was read. */
  unreadSince: maybe,
  readAt: maybe,
  acknowledgedAt: maybe,
  handledAt: maybe,
  resolvedAt: maybe,
  ...caseFacts,
  /** Who of staff was shown the reporter's present code. `hasLeft`: that person works here no more. */
  receiptKnownTo: z.optional(
    z.array(
      z.strictObject({
        by: z.string(),
        at: instant,
        how: z.enum(['filed', 'reissued']),
        hasLeft: z.optional(z.literal(true)),
      }),
    ),
  ),
  /** What is wrong with the code, until a person spoke to the reporter. */
  codeConcerns: z.optional(
    z.array(z.strictObject({ what: z.enum(codeConcernKinds), since: instant, how: z.optional(z.enum(deadCodes)) })),
  ),
  /** As said by the reporter. */
  reported: z.optional(reportedFacts),
  /** As concluded by staff, beside what was reported. */
  assessed: z.optional(assessedFacts),
  leadCase: z.optional(z.string()),
  linkedCases: z.optional(z.array(z.string())),
  /**
   * Possible duplicates: the numbers of cases that share an address, account or phone. The machine only suggests them.
   */
  maybeSameAs: z.optional(z.array(z.string())),
  referrals: z.optional(z.array(referralLine)),
  notices: z.optional(z.array(noticeLine)),
  /** The armed clocks. `id` is the name that acknowledging and moving take. */
  timers: z.optional(z.array(armedClock)),
  raises: z.optional(raises),
  /** Who wrote when in the thread. Reading the case opens the words. */
  thread: z.optional(z.array(z.strictObject(message))),
  history: z.optional(z.array(eventLine)),
  /** There are events before these. Sent as `before`, it leads to them. */
  earlierEvents: z.optional(z.int()),
  /** What the person who asks may do to the case as it stands. `send_referral` of somebody who is alone: by a call. */
  may: z.array(z.enum(caseActions)),
  /** What blocks every resolution now that names no parent case, the first to be done first. Absent once it has ended. */
  toResolve: z.optional(z.array(z.enum(resolutionBlocks))),
  /** Until then a resolved case cannot be closed without a reason. Absent while something in it is open. */
  closableFrom: maybe,
  help: helpSchema,
});

/**
 * Where addresses stand in a text, in UTF-16 code units, the end not included, so that a screen makes no link of them. The text
 * itself is as typed. `withheld`: the reader may not see the address, and `▮▮▮` stands in its place.
 */
const links = z.optional(
  z.array(
    z.strictObject({
      from: z.int().check(z.gte(0)),
      to: z.int().check(z.gte(1)),
      withheld: z.optional(z.literal(true)),
    }),
  ),
);

export const openedCase = z.extend(standing, {
  narrative: z.optional(z.string()),
  narrativeLinks: links,
  details: reportDetails,
  /**
   * `urls` are defanged, and absent without clearance. Accounts are as typed, and never withheld. A referral ticks both
   * by their positions.
   */
  addresses: z.optional(
    z.looseObject({
      urls: z.optional(z.array(z.string())),
      accounts: z.array(z.looseObject({ platform: z.optional(z.string()), handle: z.string() })),
    }),
  ),
  /** The reader is not cleared, and some addresses are not shown, in `addresses` or in a text. */
  addressesWithheld: z.optional(z.literal('clearance')),
  /** Positions of the addresses in the whole case. Absent where the list itself has them: when the page is the first. */
  addressPositions: z.optional(z.strictObject({ urls: z.optional(z.array(z.int())), accounts: z.array(z.int()) })),
  messages: z.array(z.looseObject({ ...message, text: z.string(), links, ...withMessage })),
  /** How many messages before and after these are not shown. What nobody has seen stays unread. */
  earlierMessages: z.optional(z.int()),
  laterMessages: z.optional(z.int()),
  notes: z.array(z.strictObject({ number: z.int(), by: z.string(), at: instant, text: z.string(), links })),
  earlierNotes: z.optional(z.int()),
  laterNotes: z.optional(z.int()),
});

/** A problem with one case among several: as it would be answered alone, without `help`. */
const problemOfCase = z.extend(z.omit(conflict, { help: true, case: true }), { case: z.optional(standing) });

/** What came of each ticked case: what the single command answers, or why it was refused. */
export const linkedCases = z.looseObject({
  cases: z.array(
    z.strictObject({
      number: z.string(),
      status: z.int(),
      case: z.optional(standing),
      problem: z.optional(problemOfCase),
    }),
  ),
  help: helpSchema,
});

/** The same of reading. `next`: what did not fit, in the form in which it is asked for. Absent when that was all. */
export const openedLinkedCases = z.looseObject({
  cases: z.array(
    z.strictObject({
      number: z.string(),
      status: z.int(),
      case: z.optional(openedCase),
      problem: z.optional(problemOfCase),
    }),
  ),
  next: z.optional(
    z.array(z.looseObject({ number: z.string(), fromMessage: z.optional(z.int()), fromNote: z.optional(z.int()) })),
  ),
  help: helpSchema,
});

/** The code of a re-issued receipt. Only the first answer has it: a retry answers how the case stands. */
export const reissuedReceipt = z.extend(standing, { receipt: z.optional(reportAnswerSchema.shape.receipt) });

/** A code is answered once, never to a retry. */
export const spokenAccess = z.extend(standing, { code: z.optional(z.string().check(z.regex(/^[0-9]{6}$/))) });

export const openedReferral = z.looseObject({
  referral: referralLine,
  /** What was given away. */
  copy: z.optional(copyShown),
  /** Addresses were given away, but the reader is not cleared: the copy is shown without them. */
  addressesWithheld: z.optional(z.literal('clearance')),
  /** Who acknowledged it, and who said each later answer. */
  answer: z.optional(z.looseObject({ acknowledgedBy: z.optional(z.string()) })),
  accepted: saidBy,
  declined: saidBy,
  completed: saidBy,
  /** What the institution asked and the centre replied, the oldest first. Texts have the places of their addresses. */
  thread: z.array(saidWords),
  help: helpSchema,
});

/** A referral before it leaves, as it would be sealed now. */
export const previewedReferral = z.looseObject({
  copy: copyShown,
  addressesWithheld: z.optional(z.literal('clearance')),
  /** Tells this copy from another. Sent as `shownCopy`, it has any other copy refused. */
  digest: z.string(),
  help: helpSchema,
});

/** What a person ticked, as typed. `text` has one on each line, to be pasted. */
export const copiedForNotice = z.looseObject({
  addresses: z.array(z.string()),
  accounts: z.array(z.looseObject({ platform: z.optional(z.string()), handle: z.string() })),
  text: z.string(),
  help: helpSchema,
});

/** All that a person told, as HTML to print. `next` is the message with which the next part begins. */
export const subjectSheet = z.looseObject({
  sheet: z.string(),
  language: z.string(),
  next: z.optional(z.int()),
  help: helpSchema,
});

/** A letter to print, as HTML. */
export const referralLetter = z.string();

/** A case given out as a file: the case with what was opened, as JSON and as text. The mark says who has it and why. */
export const exportedCase = z.extend(standing, {
  export: z.looseObject({
    mark: z.looseObject({
      caseNumber: z.string(),
      export: z.string(),
      reason: z.string(),
      givenTo: z.string(),
      name: z.string(),
      approvedBy: z.optional(z.string()),
      at: instant,
    }),
    messages: z.array(z.looseObject({ number: z.int() })),
    notes: z.array(z.looseObject({ number: z.int() })),
    /** How many are left for further parts. */
    laterMessages: z.optional(z.int()),
    laterNotes: z.optional(z.int()),
  }),
  text: z.string(),
});

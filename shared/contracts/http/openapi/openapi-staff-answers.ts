import * as z from 'zod/mini';
import { caseStatuses } from '../../../domain/case/lifecycle.ts';
import { channels } from '../../../domain/report/report.ts';
import { severities } from '../../../domain/report/severity.ts';
import { teams } from '../../../domain/case/team.ts';
import { helpSchema, problemAnswerSchema, reportAnswerSchema } from '../answers.ts';

/**
 * What the staff API answers, for its document and the tests that hold answers against it. What a role may not see of a
 * case is absent, so little is always there.
 */
const instant = z.iso.datetime({ precision: 3 });
const maybe = z.optional(instant);
const promise = z.strictObject({ readBy: instant, handleBy: instant, resolveBy: instant });

/** How a case stands. Every command answers it, with what it opens besides. */
export const standing = z.looseObject({
  caseNumber: z.string(),
  revision: z.int(),
  status: z.enum(caseStatuses),
  severity: z.enum(severities),
  /** Directory id. */
  assignee: z.optional(z.string()),
  readAt: maybe,
  acknowledgedAt: maybe,
  handledAt: maybe,
  resolvedAt: maybe,
});

/** A 409 or 412: how the case stands, and for a 409 why it does not take the command so, with what makes that plain. */
export const conflict = z.extend(problemAnswerSchema, {
  because: z.optional(z.string()),
  /** Ids of referrals and notices that have not ended. */
  open: z.optional(z.array(z.string())),
  closableFrom: maybe,
  case: standing,
});

export const queuePage = z.looseObject({
  cases: z.array(
    z.looseObject({
      caseNumber: z.string(),
      severity: z.enum(severities),
      status: z.optional(z.enum(caseStatuses)),
      assignee: z.optional(z.string()),
      team: z.optional(z.enum(teams)),
      channel: z.optional(z.enum(channels)),
      category: z.optional(z.string()),
      region: z.optional(z.string()),
      receivedAt: maybe,
      /** Absent when all that the reporter wrote was read. */
      unreadSince: maybe,
      promise: z.optional(promise),
    }),
  ),
  /** Absent on the last page. */
  cursor: z.optional(z.string()),
  help: helpSchema,
});

const timer = z.looseObject({
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  deadline: instant,
  dueAt: instant,
});
const message = { number: z.int(), from: z.enum(['reporter', 'centre']), at: instant };

export const caseView = z.looseObject({
  caseNumber: z.string(),
  severity: z.enum(severities),
  status: z.optional(z.enum(caseStatuses)),
  revision: z.optional(z.int()),
  team: z.optional(z.enum(teams)),
  promise: z.optional(promise),
  /** As said by the reporter. */
  reported: z.optional(z.looseObject({ category: z.string() })),
  /** As concluded by staff, beside it. */
  assessed: z.optional(z.looseObject({ category: z.string() })),
  leadCase: z.optional(z.string()),
  linkedCases: z.optional(z.array(z.string())),
  /** Numbers of cases that share an address, account or phone. A suggestion of the machine. */
  maybeSameAs: z.optional(z.array(z.string())),
  referrals: z.optional(z.array(z.looseObject({ id: z.string(), institution: z.string(), status: z.string() }))),
  notices: z.optional(z.array(z.looseObject({ id: z.string(), platform: z.string(), sentAt: instant }))),
  /** Armed clocks; `id` is what acknowledging and moving name. */
  timers: z.optional(z.array(timer)),
  /** Of the thread who wrote when; the words are opened by reading. */
  thread: z.optional(z.array(z.strictObject(message))),
  history: z.optional(z.array(z.looseObject({ number: z.int(), type: z.string(), time: instant, actor: z.string() }))),
  help: helpSchema,
});

export const openedCase = z.extend(standing, {
  narrative: z.optional(z.string()),
  details: z.looseObject({}),
  /** Defanged. Absent without clearance; `addressesWithheld` says so. Sending a referral ticks both by their positions. */
  addresses: z.optional(
    z.looseObject({
      urls: z.array(z.string()),
      accounts: z.array(z.looseObject({ platform: z.optional(z.string()), handle: z.string() })),
    }),
  ),
  addressesWithheld: z.optional(z.literal('clearance')),
  messages: z.array(z.looseObject({ ...message, text: z.string() })),
  notes: z.array(z.strictObject({ number: z.int(), by: z.string(), at: instant, text: z.string() })),
});

/** The code of a re-issue, which only the first answer has: a retry tells how the case stands. */
export const reissuedReceipt = z.extend(standing, { receipt: z.optional(reportAnswerSchema.shape.receipt) });

export const openedReferral = z.looseObject({
  referral: z.looseObject({ id: z.string(), institution: z.string(), status: z.string() }),
  /** What was given away, with addresses and accounts defanged. */
  copy: z.optional(z.looseObject({})),
  /** Addresses were given away that the reader is not cleared for: the copy is shown without them. */
  addressesWithheld: z.optional(z.literal('clearance')),
  /** Who acknowledged it. */
  answer: z.optional(z.looseObject({})),
  help: helpSchema,
});

/** Given out as a file: the case with what was opened of it, as JSON and as text, marked with who has it and why. */
export const exportedCase = z.extend(standing, {
  export: z.looseObject({
    mark: z.looseObject({ caseNumber: z.string(), export: z.string(), reason: z.string(), givenTo: z.string() }),
  }),
  text: z.string(),
});

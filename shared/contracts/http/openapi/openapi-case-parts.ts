import * as z from 'zod/mini';
import { dangerFlags, notCalledReasons } from '../../../domain/case/danger/danger.ts';
import { approvalKinds } from '../../../domain/case/approvals/approval.ts';
import {
  erasureReasons,
  exportReasons,
  helpedAnswers,
  holdReasons,
  nextSteps,
  noMessageReasons,
  safetyDecisions,
  severityChangeReasons,
} from '../../../domain/case/case.ts';
import { administrativeOutcomes, outcomes } from '../../../domain/case/lifecycle.ts';
import { clockKinds } from '../../../domain/case/timer-id.ts';
import {
  abouts,
  ageBands,
  channels,
  contactOwners,
  contactWays,
  flags,
  genders,
  needs,
  olderAgeBand,
  reporterRoles,
  suspectRelations,
  toldTo,
  whens,
  wishAnswers,
  wishSubjects,
} from '../../../domain/report/report.ts';
import { severities, wordCodes } from '../../../domain/report/severity.ts';
import { optionalEach, triState } from '../fields.ts';

/** Parts of a case as the staff API shows them. Codes of the country pack are plain strings. */
const instant = z.iso.datetime({ precision: 3 });
const maybe = z.optional(instant);
const band = z.enum([...ageBands, olderAgeBand]);
const outcome = z.enum([...outcomes, ...administrativeOutcomes]);

const judged = {
  category: z.string(),
  platform: z.exactOptional(z.string()),
  about: z.exactOptional(z.enum(abouts)),
  moreVictims: z.exactOptional(z.boolean()),
  suspect: z.exactOptional(
    z.strictObject({
      relation: z.exactOptional(z.enum(suspectRelations)),
      adult: z.exactOptional(triState),
      livesWithChild: z.exactOptional(triState),
    }),
  ),
  region: z.exactOptional(z.string()),
};
const victims = z.array(z.looseObject({ ageBand: band, gender: z.enum(genders) }));

/** What was reported, in clear. */
export const reportedFacts = z.looseObject({
  ...judged,
  alsoCategories: z.array(z.string()),
  victims,
  flags: optionalEach(flags, triState),
  reporterRole: z.exactOptional(z.enum(reporterRoles)),
  reporterAgeBand: band,
  wishes: optionalEach(wishSubjects, z.enum(wishAnswers)),
  needs: z.array(z.enum(needs)),
});

/** What staff concluded. What is absent was not judged. */
export const assessedFacts = z.looseObject({
  ...judged,
  alsoCategories: z.exactOptional(z.array(z.string())),
  victims: z.exactOptional(victims),
  flags: z.exactOptional(optionalEach(flags, triState)),
  disability: z.exactOptional(z.boolean()),
  community: z.exactOptional(z.string()),
});

/** What was sealed of a report beside its words and addresses: with exact ages, names, place and contact. */
export const reportDetails = z.looseObject({
  ...judged,
  category: z.optional(z.string()),
  alsoCategories: z.optional(z.array(z.string())),
  victims: z.optional(z.array(z.looseObject({ ageYears: z.optional(z.int()), gender: z.optional(z.enum(genders)) }))),
  flags: z.optional(optionalEach(flags, triState)),
  when: z.optional(z.enum(whens)),
  alreadyTold: z.optional(z.array(z.enum(toldTo))),
  reporter: z.optional(
    z.looseObject({
      role: z.optional(z.enum(reporterRoles)),
      ageYears: z.optional(z.int()),
      name: z.optional(z.string()),
      organisation: z.optional(z.string()),
      contact: z.optional(
        z.looseObject({
          email: z.optional(z.string()),
          phone: z.optional(z.string()),
          whose: z.optional(z.enum(contactOwners)),
          how: z.optional(z.enum(contactWays)),
          safe: z.optional(triState),
          whenSafe: z.optional(z.string()),
        }),
      ),
    }),
  ),
  place: z.optional(
    z.looseObject({
      country: z.optional(z.string()),
      region: z.optional(z.string()),
      municipality: z.optional(z.string()),
      school: z.optional(z.string()),
    }),
  ),
  wishes: z.optional(optionalEach(wishSubjects, z.enum(wishAnswers))),
  needs: z.optional(z.array(z.enum(needs))),
  campaign: z.optional(z.string()),
  language: z.optional(z.string()),
});

/** What came with a message of the reporter, beside its words. */
export const withMessage = {
  flags: z.optional(optionalEach(flags, triState)),
  stillHappening: z.optional(z.boolean()),
};

/** What happened to a case, in the order of its numbers. What the data has depends on the type. */
export const eventLine = z.looseObject({
  number: z.int(),
  type: z.string(),
  time: instant,
  actor: z.string(),
  data: z.looseObject({
    assignee: z.optional(z.string()),
    team: z.optional(z.string()),
    /** The id of a timer. */
    timer: z.optional(z.string()),
    rung: z.optional(z.string()),
    referral: z.optional(z.string()),
    message: z.optional(z.int()),
    note: z.optional(z.int()),
    /** Directory id of a person who was not told. */
    to: z.optional(z.string()),
  }),
});

/** An armed clock. `id` is the name that acknowledging and moving take. */
export const armedClock = z.looseObject({
  id: z.string(),
  kind: z.enum(clockKinds),
  subject: z.string(),
  deadline: instant,
  warnAt: maybe,
  missedAt: maybe,
  dueAt: instant,
  /** The rung that was told last: the one to acknowledge. */
  lastRung: z.optional(z.string()),
  /** The position of the rung that is told next. After the last one come reminders to all. */
  nextRung: z.int(),
  /** Absent while the ladder has not started. */
  nextRungAt: maybe,
});

/** Escalations that nobody has acknowledged. `rung` is the one that was told last, which is acknowledged. */
export const raises = z.array(z.strictObject({ timer: z.string(), rung: z.string(), since: instant }));

/** A request that waits, or waited, for a second person. */
export const approvalLine = z.looseObject({
  id: z.string(),
  kind: z.enum(approvalKinds),
  askedBy: z.string(),
  askedAt: instant,
  decision: z.exactOptional(z.enum(['approved', 'refused'])),
  decidedBy: z.exactOptional(z.string()),
  decidedAt: maybe,
  lapsesAt: z.exactOptional(instant),
  effectiveAt: z.exactOptional(instant),
  takenAt: maybe,
  /** The outside partner decides by a recorded call. */
  partner: z.exactOptional(z.looseObject({ id: z.string() })),
  to: z.exactOptional(z.enum(severities)),
  reason: z.exactOptional(z.enum(exportReasons)),
  because: z.exactOptional(z.enum([...severityChangeReasons, ...erasureReasons])),
});

/** What a person decided about a case, and what else stands in clear on it. A role that may not see a field has none. */
export const caseFacts = {
  channel: z.optional(z.enum(channels)),
  /** What the word lists found. */
  words: z.optional(z.array(z.enum(wordCodes))),
  /** Escalations that nobody has acknowledged. */
  raises: z.optional(raises),
  language: z.optional(z.string()),
  receivedAt: maybe,
  /** When staff entered a report that was told earlier. */
  enteredAt: maybe,
  clockNumber: z.optional(z.int()),
  reopenedAt: maybe,
  closedAt: maybe,
  lastReadAt: maybe,
  /** Why it has its severity. */
  severityReasons: z.optional(z.array(z.string())),
  /** The person who last set or confirmed it. */
  severityConfirmedBy: z.optional(z.string()),
  severityChanges: z.optional(
    z.array(
      z.looseObject({
        from: z.enum(severities),
        to: z.enum(severities),
        because: z.enum(severityChangeReasons),
        by: z.string(),
        at: instant,
      }),
    ),
  ),
  handling: z.optional(
    z.looseObject({
      safetyDecision: z.enum(safetyDecisions),
      nextStep: z.enum(nextSteps),
      noMessageBecause: z.optional(z.enum(noMessageReasons)),
    }),
  ),
  dutyToReport: z.optional(
    z.looseObject({
      decision: z.enum(['required', 'not_required']),
      basis: z.string(),
      decidedBy: z.string(),
      sentTo: z.optional(z.string()),
    }),
  ),
  outcomes: z.optional(z.array(outcome)),
  helped: z.optional(z.enum(helpedAnswers)),
  /** A person in danger, of whom somebody read: `ended` once a call, or why there is none, is recorded. */
  danger: z.optional(
    z.looseObject({
      since: instant,
      flags: z.array(z.enum(dangerFlags)),
      ended: z.optional(
        z.looseObject({
          at: instant,
          by: z.string(),
          called: z.optional(z.string()),
          notCalledBecause: z.optional(z.enum(notCalledReasons)),
        }),
      ),
    }),
  ),
  dangerSaidAt: maybe,
  withdrawal: z.optional(z.looseObject({ askedAt: instant, waitUntil: instant, lookedAt: maybe })),
  receiptLockedAt: maybe,
  receiptVoidedAt: maybe,
  exclusions: z.optional(z.looseObject({ institutions: z.array(z.string()), people: z.array(z.string()) })),
  approvals: z.optional(z.array(approvalLine)),
  hold: z.optional(z.looseObject({ because: z.enum(holdReasons), by: z.string(), since: instant })),
  /** How long it is kept, as decided at `revision`. */
  keeping: z.optional(
    z.looseObject({
      revision: z.int(),
      eraseAt: instant,
      lookAt: instant,
      told: z.optional(z.looseObject({ at: instant, eraseAt: instant })),
    }),
  ),
  messageCount: z.optional(z.int()),
  noteCount: z.optional(z.int()),
};

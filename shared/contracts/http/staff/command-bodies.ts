import * as z from 'zod/mini';
import { readReasons } from '../../../domain/access/access-log.ts';
import {
  closeReasons,
  erasureReasons,
  exportReasons,
  holdReasons,
  nextSteps,
  noMessageReasons,
  takedownNoticeAnswers,
  takedownNoticeWays,
  safetyDecisions,
  severityChangeReasons,
  targetMoveReasons,
} from '../../../domain/case/case.ts';
import { mostTickedCases } from '../../../domain/case/bounds.ts';
import { notCalledReasons } from '../../../domain/case/danger/danger.ts';
import { administrativeOutcomes, outcomes, waitingFor } from '../../../domain/case/lifecycle.ts';
import { correctionReasons } from '../../../domain/case/outcomes/outcome-fact.ts';
import {
  answerWays,
  declineReasons,
  disclosureFields,
  dropReasons,
  lastPosition,
  mostTicked,
  notToldFirstReasons,
  overrideReasons,
  referralAnswers,
  referralOutcomes,
  replyWays,
  sharingGrounds,
  withdrawReasons,
} from '../../../domain/case/referral.ts';
import { teams } from '../../../domain/case/team.ts';
import { spokenWays } from '../../../domain/case/receipts/receipt.ts';
import { receiptAssurances } from '../../../domain/commands/reporter/reporter-actions.ts';
import { longestTyped } from '../../../domain/identifiers.ts';
import { abouts, ageBands, flags, genders, suspectRelations } from '../../../domain/report/report.ts';
import { longestQuestion } from '../../../domain/referrals/desk/question.ts';
import { severities } from '../../../domain/report/severity.ts';
import { codes, manyLines, optionalEach, text, triState } from '../fields.ts';
import { parseBody } from '../parse-body.ts';
import { packCode } from './pack-code.ts';
import type { CaseDeskCommand } from './staff-routes.ts';

const words = manyLines(4000).check(z.minLength(1));
const message = z.optional(words);
const noMessageBecause = z.optional(z.enum(noMessageReasons));
const outcome = z.enum([...outcomes, ...administrativeOutcomes]);
const caseNumber = text(longestTyped);
const personName = text(200).check(z.minLength(1));

/** How a case ended, and what the outcomes stand on where no row of the case shows it. */
const end = {
  outcome,
  alsoOutcomes: z.optional(z.array(outcome).check(z.maxLength(5))),
  facts: z.optional(
    z
      .array(
        z.strictObject({
          outcome,
          /** A person looked, and saw it. */
          ownLook: z.optional(z.literal(true)),
          /** Who was spoken to, and why that is enough. Both are sealed as a note. */
          spokenTo: z.optional(z.strictObject({ name: personName, why: manyLines(1000).check(z.minLength(1)) })),
          /** The reporter asked in a talk to take the report back. */
          askedInTalk: z.optional(z.literal(true)),
        }),
      )
      .check(z.maxLength(6)),
  ),
  /** Who helps instead, for `outside_our_work`: the code of an institution of the country pack. */
  otherDoor: z.optional(packCode),
};

/**
 * Positions in the whole case, from the report and from messages together. One copy gives at most as many as fit into
 * it.
 */
const positions = z.array(z.int().check(z.gte(0), z.lte(lastPosition))).check(z.maxLength(mostTicked));

/** Where a page of a long thread begins, and one of many notes. */
const page = { fromMessage: z.optional(z.int().check(z.gte(1))), fromNote: z.optional(z.int().check(z.gte(1))) };

/** The commands that act on linked cases together. Each has the body of its single command, and the ticked cases. */
export type LinkedCommand = Extract<CaseDeskCommand, `linked${string}`>;

/**
 * The ticked cases: the parent, and those linked under it. `revision` is the one that the person saw, where the single
 * command needs If-Match.
 */
function ticked<Place extends z.core.$ZodLooseShape>(place: Place) {
  const revision = z.optional(z.int().check(z.gte(1)));
  return {
    cases: z
      .array(z.strictObject({ number: caseNumber, revision, ...place }))
      .check(z.minLength(1), z.maxLength(mostTickedCases)),
  };
}

/** What a person decides about a referral that leaves. */
const sending = () => ({
  fields: codes(disclosureFields, disclosureFields.length),
  ground: z.enum(sharingGrounds),
  overrideBecause: z.optional(z.enum(overrideReasons)),
  basis: z.optional(packCode),
  /** Positions of the ticked addresses, as the opened case lists them. */
  addresses: z.optional(positions),
  /** The same for the ticked accounts. */
  accounts: z.optional(positions),
  /** Which school or municipality, when there are many institutions of that kind. It is stored sealed only. */
  unit: z.optional(personName),
  /** The directory id of the contact to be told. */
  contact: z.optional(packCode),
  notToldFirstBecause: z.optional(z.enum(notToldFirstReasons)),
});

/** The bodies of the commands on one case. */
const bodiesOfOneCase = {
  read: () =>
    z.strictObject({
      /** Needed for critical and high cases: one tap. */
      reason: z.optional(z.enum(readReasons)),
      ...page,
    }),
  claim: () => z.strictObject({}),
  severity: () => z.strictObject({ severity: z.enum(severities), reason: z.enum(severityChangeReasons) }),
  handling: () =>
    z.strictObject({
      /** The present severity. Repeating it confirms it. */
      severity: z.enum(severities),
      safetyDecision: z.enum(safetyDecisions),
      nextStep: z.enum(nextSteps),
      message,
      noMessageBecause,
    }),
  resolution: () =>
    z.strictObject({
      ...end,
      dutyToReport: z.optional(
        z.strictObject({
          decision: z.enum(['required', 'not_required']),
          basis: packCode,
          sentTo: z.optional(packCode),
        }),
      ),
      /** Number of the parent case, for `same_event`. */
      leadCase: z.optional(caseNumber),
      /** Drops the proposals on which nobody has decided as not needed. Necessary ones stay. */
      dropProposals: z.optional(z.boolean()),
      message,
      noMessageBecause,
    }),
  /** What is true now, and why it is corrected. The reporter is told, or it is recorded why not. */
  outcomeCorrection: () => z.strictObject({ because: z.enum(correctionReasons), ...end, message, noMessageBecause }),
  acknowledgement: () => z.strictObject({}),
  letterAcknowledgement: () => z.strictObject({}),

  /** The directory id of the person who gets the case. */
  assignment: () => z.strictObject({ assignee: packCode }),
  handOver: () => z.strictObject({ team: z.enum(teams) }),
  /** What staff conclude, in the codes of a report, with ages by band. What is absent was not judged. */
  assessment: () =>
    z.strictObject({
      category: packCode,
      alsoCategories: z.exactOptional(z.array(packCode).check(z.maxLength(3))),
      platform: z.exactOptional(packCode),
      about: z.exactOptional(z.enum(abouts)),
      victims: z.exactOptional(
        z.array(z.strictObject({ ageBand: z.enum(ageBands), gender: z.enum(genders) })).check(z.maxLength(10)),
      ),
      moreVictims: z.exactOptional(z.boolean()),
      suspect: z.exactOptional(
        z.strictObject({
          relation: z.exactOptional(z.enum(suspectRelations)),
          adult: z.exactOptional(triState),
          livesWithChild: z.exactOptional(triState),
        }),
      ),
      flags: z.exactOptional(optionalEach(flags, triState)),
      region: z.exactOptional(packCode),
      /** Only where it matters for help. Nobody asks a reporter for it. */
      disability: z.exactOptional(z.boolean()),
      community: z.exactOptional(packCode),
    }),
  note: () => z.strictObject({ text: words }),
  message: () => z.strictObject({ text: words }),
  /** One of the two: who was called, or why nobody was. */
  danger: () =>
    z.strictObject({
      called: z.optional(
        z.strictObject({ institution: packCode, answeredBy: personName, reference: z.optional(personName) }),
      ),
      notCalledBecause: z.optional(z.enum(notCalledReasons)),
      note: z.optional(words),
    }),
  waiting: () => z.strictObject({ for: z.enum(waitingFor) }),
  /** The reason is needed while something is open, or while the case has not been quiet for long enough. */
  closure: () => z.strictObject({ because: z.optional(z.enum(closeReasons)) }),
  reopening: () => z.strictObject({}),
  /** `timer` is the id of an armed clock, as the case shows it. `deadline` has its offset from UTC. */
  target: () =>
    z.strictObject({
      timer: packCode,
      deadline: z.iso.datetime({ offset: true }),
      because: z.enum(targetMoveReasons),
    }),
  link: () => z.strictObject({ leadCase: caseNumber }),
  unlink: () => z.strictObject({}),
  notice: () => z.strictObject({ platform: packCode, way: z.enum(takedownNoticeWays) }),
  /** Positions of the ticked addresses and accounts, as the opened case lists them. */
  copyForNotice: () =>
    z.strictObject({
      platform: z.optional(packCode),
      addresses: z.optional(positions),
      accounts: z.optional(positions),
    }),
  noticeAnswer: () => z.strictObject({ answer: z.enum(takedownNoticeAnswers) }),

  exportRequest: () => z.strictObject({ reason: z.enum(exportReasons) }),
  /** The first part, or the one that begins there. All parts are taken within the same minutes. */
  exportTaking: () => z.strictObject(page),
  approval: () =>
    z.strictObject({
      verdict: z.enum(['approve', 'refuse']),
      /** The outside partner decided by phone, and said the code of their letter. */
      call: z.optional(z.strictObject({ code: text(longestTyped).check(z.minLength(1)) })),
    }),

  hold: () => z.strictObject({ because: z.enum(holdReasons) }),
  release: () => z.strictObject({}),
  /** The result of the look at the child's safety comes with it; `cannot_tell` is refused. */
  erasure: () => z.strictObject({ because: z.enum(erasureReasons), safetyDecision: z.enum(safetyDecisions) }),

  /** How staff made sure that this is the reporter. A case number alone opens nothing. */
  receiptReissue: () => z.strictObject({ assuredBy: z.enum(receiptAssurances) }),

  /** How staff made sure that it was the reporter to whom they spoke. */
  spoken: () => z.strictObject({ how: z.enum(spokenWays) }),

  /** How staff made sure that it is the reporter who asks. The sheet is in `language`, else in that of the report. */
  subjectAccess: () =>
    z.strictObject({
      assuredBy: z.enum(receiptAssurances),
      language: z.optional(packCode),
      fromMessage: page.fromMessage,
    }),

  referral: () => z.strictObject({ institution: packCode, basis: packCode, lead: z.optional(z.boolean()) }),
  referralChange: () => z.strictObject({ basis: z.optional(packCode), lead: z.optional(z.boolean()) }),
  referralDrop: () => z.strictObject({ because: z.enum(dropReasons) }),
  /** The name in `call` may be absent: nobody has answered yet. A message is not needed to see the copy. */
  referralPreview: () =>
    z.strictObject({ ...sending(), call: z.optional(z.strictObject({ name: z.optional(personName) })) }),
  referralSending: () =>
    z.strictObject({
      ...sending(),
      /** A named person was reached by phone: the call is the referral. */
      call: z.optional(z.strictObject({ name: personName })),
      message,
      /** The digest of the copy that the person was shown. A copy that would be another one is not sent. */
      shownCopy: z.optional(text(64)),
    }),
  referralAnswer: () =>
    z.strictObject({
      answer: z.enum(referralAnswers),
      /** Who said so, and how. An acknowledgement needs both. */
      name: z.optional(personName),
      how: z.optional(z.enum(answerWays)),
      /** Why it was declined. */
      because: z.optional(z.enum(declineReasons)),
      /** What came of it, once it is completed. */
      outcome: z.optional(z.enum(referralOutcomes)),
    }),
  /** What is replied to the institution's questions. With `phone` it was said by phone already. */
  referralReply: () =>
    z.strictObject({
      text: manyLines(longestQuestion).check(z.minLength(1)),
      how: z.optional(z.enum(replyWays)),
    }),
  referralReminder: () => z.strictObject({}),
  referralWithdrawal: () => z.strictObject({ because: z.enum(withdrawReasons) }),
  referralAccess: () => z.strictObject({ contact: packCode }),
  referralAccessEnd: () => z.strictObject({ contact: packCode }),
  referralLook: () => z.strictObject({}),
  referralReading: () => z.strictObject({}),
  exclusions: () =>
    z.strictObject({
      institutions: z.array(packCode).check(z.maxLength(30)),
      /** Directory ids of staff. */
      people: z.array(packCode).check(z.maxLength(30)),
    }),
} as const satisfies Readonly<Record<Exclude<CaseDeskCommand, LinkedCommand>, () => z.ZodMiniType>>;

/**
 * The bodies of the case desk's commands by the name of the command, for texts that are normalised already. Unknown
 * fields are refused. A command without a line here does not compile. Each body is made when it is first asked for: to
 * make all takes longer than to parse one.
 */
export const commandBodies = {
  ...bodiesOfOneCase,
  /** Where the texts of a case go on stands beside its number, as `next` of the answer before has it. */
  linkedReading: () => z.extend(z.omit(bodiesOfOneCase.read(), { fromMessage: true, fromNote: true }), ticked(page)),
  linkedHandling: () => z.extend(bodiesOfOneCase.handling(), ticked({})),
  linkedDanger: () => z.extend(bodiesOfOneCase.danger(), ticked({})),
  linkedMessage: () => z.extend(bodiesOfOneCase.message(), ticked({})),
  /** For `same_event`, the parent case is the lead case. */
  linkedResolution: () => z.extend(bodiesOfOneCase.resolution(), ticked({})),
} as const satisfies Readonly<Record<CaseDeskCommand, () => z.ZodMiniType>>;
export type CommandBodies = { [N in CaseDeskCommand]: z.infer<ReturnType<(typeof commandBodies)[N]>> };

const made = new Map<CaseDeskCommand, z.ZodMiniType>();

/** Reads the body of a command. An absent body counts as an empty one. Throws a `Problem` `invalid_fields`. */
export function parseCommandBody<N extends CaseDeskCommand>(name: N, body: unknown): CommandBodies[N] {
  const schema = made.get(name) ?? commandBodies[name]();
  made.set(name, schema);
  return parseBody(schema as z.ZodMiniType<CommandBodies[N]>, body);
}

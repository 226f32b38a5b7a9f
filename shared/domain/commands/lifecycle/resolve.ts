import { limitOf } from '../../case/bounds.ts';
import type { Case, DutyToReport } from '../../case/case.ts';
import { concluded } from '../../case/concluded.ts';
import { posting, refused, tellingGaps } from '../../case/decision.ts';
import type { Decision, Gap, Refusal, RefusalFacts, Telling } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import { statusAfter } from '../../case/lifecycle.ts';
import { kindsOf } from '../../case/outcomes/fact-of-outcome.ts';
import type { KindOf } from '../../case/outcomes/fact-of-outcome.ts';
import { factsOfEnd, isWithoutRoom, noting, outcomeGaps, outcomesSaid } from '../../case/outcomes/record-outcomes.ts';
import type { EndSaid } from '../../case/outcomes/record-outcomes.ts';
import { isOver } from '../../case/status.ts';
import { isAcknowledged, isSetAside, referralStatusAfter, wasPassedOn } from '../../case/referral.ts';
import type { Referral } from '../../case/referral.ts';
import { timerId } from '../../case/timer-id.ts';
import type { Timer } from '../../case/timer-id.ts';
import { isLeadFull, leadsOthers, withFollower } from '../team/link.ts';
import { suspectsCrimeAgainstChild } from '../../referrals/duty-to-report.ts';
import type { Referrals } from '../../referrals/referral-policy.ts';
import { outlivesEnd } from '../../sla/timer.ts';
import type { Instant } from '../../time/instant.ts';

export interface ResolutionInput extends Telling, EndSaid {
  dutyToReport?: Omit<DutyToReport, 'decidedBy'> | undefined;
  /** The named parent case, as just read. `unknown`: no case has that number. */
  leadCase?: Case | 'unknown' | undefined;
  otherDoor?: string | undefined;
  /** Drops each proposal on which nobody has decided, and that is not necessary, as `not_needed`. */
  dropProposals?: boolean | undefined;
}

/** What can block a resolution whichever outcome is recorded. Each is the code of the refusal. */
export const resolutionBlocks = [
  'wrong_status',
  'not_read',
  'not_handled',
  'notice_not_sent',
  'referral_not_acknowledged',
] as const satisfies readonly Refusal[];

/** What blocks a resolution of a case as it stands, with what explains it. */
export interface ResolutionBlock {
  because: (typeof resolutionBlocks)[number];
  facts?: RefusalFacts;
}

/** Without these no field is looked at. */
const comesBeforeFields: readonly ResolutionBlock['because'][] = ['wrong_status', 'not_read', 'not_handled'];

/**
 * What blocks a resolution now, whichever outcome is recorded, in the order in which it is done; empty when nothing does.
 * What a command brings with it can add more, and can lift some: the referrals and notices of the `lead` that it names
 * count, and a `duty` that is required makes more referrals necessary.
 * Source: docs/practice.md, Resolved.
 */
export function blocksOfResolution(
  of: Case,
  policy: Pick<Referrals, 'matrix' | 'institutions'>,
  { lead, duty }: { lead?: Case | undefined; duty?: ResolutionInput['dutyToReport'] } = {},
): ResolutionBlock[] {
  if (isOver(of)) return [{ because: 'wrong_status' }];
  const known = referralsOf(of, lead);
  const waitedFor = referralsWaitedFor(of.referrals ?? [], known, duty, policy);
  // A next step that was decided under an earlier clock is decided again by handling.
  const isNoticeOwed = of.handledAt !== undefined && !isPlatformAsked(of, known, lead, kindsOf(policy.institutions));
  return [
    ...(of.readAt === undefined ? [{ because: 'not_read' } as const] : []),
    ...(of.handledAt === undefined ? [{ because: 'not_handled' } as const] : []),
    ...(isNoticeOwed ? [{ because: 'notice_not_sent' } as const] : []),
    ...(waitedFor.length > 0
      ? [{ because: 'referral_not_acknowledged', facts: { referrals: waitedFor } } as const]
      : []),
  ];
}

/** The referrals of the case, and of the parent case that is named. */
function referralsOf(of: Case, lead: Case | undefined): Referral[] {
  return [...(of.referrals ?? []), ...(lead?.referrals ?? [])];
}

/**
 * Resolves a case. It must be handled, and each necessary institution reached. Where a crime against a child is
 * suspected, the duty to report is decided. A required report was passed on. The platform was asked, where that was
 * the next step. Each outcome has its fact. The reporter is told, or it is recorded why not.
 * Source: docs/practice.md, Resolved and Outcomes.
 *
 * Resolving ends the timers of the case in the same transaction, except those that outlive its end. A linked case's
 * promise runs until its parent case is resolved, so `same_event` is possible only after that.
 */
export function decideResolution(
  of: Case,
  timers: readonly Timer[],
  input: ResolutionInput,
  policy: Referrals,
  resolver: string,
  now: Instant,
): Decision {
  const lead = typeof input.leadCase === 'object' ? input.leadCase : undefined;
  const blocks = blocksOfResolution(of, policy, { lead, duty: input.dutyToReport });
  const first = blocks.find(({ because }) => comesBeforeFields.includes(because));
  if (first !== undefined) return refused(first.because);
  const status = statusAfter('resolve', of.status);
  if (status === undefined) return refused('wrong_status');
  const kindOf = kindsOf(policy.institutions);
  const gaps = [
    ...outcomeGaps(of, input, kindOf),
    ...dutyGaps(of, input, policy),
    ...leadGaps(of, input),
    ...otherDoorGaps(input, policy),
    ...tellingGaps(input),
  ];
  if (gaps.length > 0) return refused('fields_missing', gaps);
  if (input.outcome === 'withdrawn' && isWithdrawalWaiting(of, now)) return refused('withdrawal_waits');
  if (lead !== undefined && !isOver(lead)) return refused('lead_not_resolved');
  if (lead !== undefined && leadsOthers(of)) return refused('leads_others');
  const follows = lead !== undefined && of.leadCaseId === lead.caseId;
  if (lead !== undefined && !follows && of.leadCaseId !== undefined) return refused('linked_already');
  if (lead !== undefined && !follows && isLeadFull(lead)) return refused('lead_full', [], limitOf('linkedCases'));
  if (!isDutySent(input.dutyToReport, referralsOf(of, lead))) return refused('duty_not_sent');
  if (isWithoutRoom(of, input)) return refused('notes_full', [], limitOf('notes'));
  const [block] = blocks;
  if (block !== undefined) return refused(block.because, [], block.facts);

  const actor = `staff:${resolver}` as const;
  const linked: NewEvent[] =
    lead === undefined || follows ? [] : [{ type: 'case.linked', actor, data: { leadCaseId: lead.caseId } }];
  const post = posting(of, input, resolver);
  const note = noting(of, input, resolver);
  const dropped = input.dropProposals === true ? notNeededAtEnd(of) : [];
  const events: NewEvent[] = [
    ...linked,
    ...post.events,
    ...note.events,
    ...dropped.map(({ id }): NewEvent => ({ type: 'referral.dropped', actor, data: { referral: id } })),
    { type: 'case.resolved', actor, data: {} },
  ];
  const ending = { ...of, ...(lead === undefined ? {} : { leadCaseId: lead.caseId }), ...namedDoor(input) };
  return {
    outcome: 'change',
    parts: {
      set: {
        status,
        resolvedAt: now,
        outcomes: outcomesSaid(input),
        outcomeFacts: factsOfEnd(ending, input, kindOf),
        outcomesAtEvent: of.lastEvent + events.length,
        ...(input.dutyToReport === undefined ? {} : { dutyToReport: { ...input.dutyToReport, decidedBy: resolver } }),
        ...(lead === undefined ? {} : { leadCaseId: lead.caseId }),
        ...namedDoor(input),
        ...(input.noMessageBecause === undefined ? {} : { endNotToldBecause: input.noMessageBecause }),
        messageCount: post.messageCount,
        ...(dropped.length === 0 ? {} : { referrals: withAll(of, dropped) }),
        ...note.set,
      },
      events,
      // Clocks of institutions run on, the reporter's messages must still be read, and a review is still owed.
      timersDisarmed: timers.filter((timer) => !outlivesEnd(timer)).map(timerId),
    },
    ...(lead === undefined || follows
      ? {}
      : { other: { of: lead, parts: { set: { linkedCases: withFollower(lead, of) }, events: [] } } }),
  };
}

/** The proposals that an end can drop. Of a necessary one a person decides by itself. */
function notNeededAtEnd({ referrals = [] }: Case): Referral[] {
  return referrals.flatMap((referral) => {
    const status = referralStatusAfter('drop', referral.status);
    if (status === undefined || referral.isNecessary) return [];
    return [{ ...referral, status, droppedBecause: 'not_needed' }];
  });
}

function withAll({ referrals = [] }: Case, changed: readonly Referral[]): Referral[] {
  return referrals.map((referral) => changed.find(({ id }) => id === referral.id) ?? referral);
}

/**
 * Ids of the necessary referrals that resolving waits for. It waits until a named person has acknowledged each one, or
 * a second route was used (docs/practice.md, Resolved). `known`: the referrals of the case and of the named parent
 * case.
 *
 * A second route is another institution that can act in its place and has acknowledged. While a necessary referral is
 * not set aside, another necessary one is no second route. Each of these institutions must know. Once it was dropped,
 * declined or withdrawn, a necessary one counts too.
 *
 * A person who drops a referral as `not_needed` decides that it is not necessary. That does not count beside a decision
 * that the law requires a report. What a takedown notice did is done.
 */
export function referralsWaitedFor(
  own: readonly Referral[],
  known: readonly Referral[],
  duty: ResolutionInput['dutyToReport'],
  { matrix, institutions }: Pick<Referrals, 'matrix' | 'institutions'>,
): string[] {
  const canStandIn = new Set(
    institutions.filter(({ kind }) => matrix.secondRoutes.includes(kind)).map(({ code }) => code),
  );
  const isReached = (referral: Referral): boolean =>
    known.some(
      (other) =>
        isAcknowledged(other) &&
        (other.institution === referral.institution ||
          (canStandIn.has(other.institution) && mayReplace(other, referral))),
    );
  return own
    .filter((referral) => referral.isNecessary && !isNotNeeded(referral, duty) && !isReached(referral))
    .map(({ id }) => id);
}

function mayReplace(other: Referral, referral: Referral): boolean {
  return other.addressesOnly !== true && (isSetAside(referral) || !other.isNecessary);
}

function isNotNeeded({ status, droppedBecause }: Referral, duty: ResolutionInput['dutyToReport']): boolean {
  if (droppedBecause === 'sent_by_notice') return true;
  return status === 'dropped' && droppedBecause === 'not_needed' && duty?.decision !== 'required';
}

/** Whether a required report was passed on: a referral to that institution was decided, and is not set aside. */
function isDutySent(duty: ResolutionInput['dutyToReport'], known: readonly Referral[]): boolean {
  if (duty?.decision !== 'required') return true;
  return known.some(
    (referral) => referral.institution === duty.sentTo && wasPassedOn(referral) && !isSetAside(referral),
  );
}

/**
 * Whether a withdrawal by code still waits. A withdrawal asked for in a talk does not: the talk was the safety look.
 */
export function isWithdrawalWaiting({ withdrawal }: Case, now: Instant): boolean {
  return withdrawal !== undefined && (withdrawal.lookedAt === undefined || now < withdrawal.waitUntil);
}

/**
 * Whether the platform was asked where that was the next step: by a notice, or by a referral that was passed on and
 * stands. Asking for the named parent case counts.
 */
function isPlatformAsked(
  { handling, notices = [] }: Case,
  known: readonly Referral[],
  lead: Case | undefined,
  kindOf: KindOf,
): boolean {
  if (handling?.nextStep !== 'notify_platform' || notices.length > 0 || (lead?.notices ?? []).length > 0) return true;
  return known.some(
    (referral) => kindOf(referral.institution) === 'platform' && wasPassedOn(referral) && !isSetAside(referral),
  );
}

function dutyGaps(of: Case, { dutyToReport }: ResolutionInput, policy: Referrals): Gap[] {
  if (dutyToReport === undefined) {
    // A conclusion of staff may show a crime that was not reported as one. It never makes a reported one go away.
    return [of.reported, concluded(of)].some((facts) => suspectsCrimeAgainstChild(facts, policy.dutyToReport))
      ? [{ pointer: '/dutyToReport', code: 'required' }]
      : [];
  }
  const { decision, basis, sentTo } = dutyToReport;
  return [
    ...unknownCode('/dutyToReport/basis', basis, policy.legalBases),
    ...(decision === 'required' && sentTo === undefined
      ? [{ pointer: '/dutyToReport/sentTo', code: 'required' } as const]
      : []),
    ...(decision === 'not_required' && sentTo !== undefined
      ? [{ pointer: '/dutyToReport/sentTo', code: 'wrong_form', expected: 'only_when_required' } as const]
      : []),
    ...unknownCode('/dutyToReport/sentTo', sentTo, policy.institutions),
  ];
}

function leadGaps(of: Case, { outcome, leadCase }: ResolutionInput): Gap[] {
  const pointer = '/leadCase';
  if (outcome !== 'same_event')
    return leadCase === undefined ? [] : [{ pointer, code: 'wrong_form', expected: 'only_same_event' }];
  if (leadCase === undefined) return [{ pointer, code: 'required' }];
  if (leadCase === 'unknown') return [{ pointer, code: 'unknown_code' }];
  // A parent case that is itself linked would leave its own linked cases without a parent.
  return leadCase.caseId === of.caseId || leadCase.leadCaseId !== undefined
    ? [{ pointer, code: 'wrong_form', expected: 'another_unlinked_case' }]
    : [];
}

function namedDoor({ otherDoor }: ResolutionInput): Pick<Case, 'otherDoor'> {
  return otherDoor === undefined ? {} : { otherDoor };
}

/** The other door is named where the case is outside our work, and only there. */
export function otherDoorGaps(
  { outcome, otherDoor }: Pick<ResolutionInput, 'outcome' | 'otherDoor'>,
  policy: Pick<Referrals, 'institutions'>,
): Gap[] {
  if (outcome !== 'outside_our_work') {
    return otherDoor === undefined
      ? []
      : [{ pointer: '/otherDoor', code: 'wrong_form', expected: 'only_outside_our_work' }];
  }
  if (otherDoor === undefined) return [{ pointer: '/otherDoor', code: 'required' }];
  return unknownCode('/otherDoor', otherDoor, policy.institutions);
}

function unknownCode(pointer: string, code: string | undefined, known: readonly { code: string }[]): Gap[] {
  return code === undefined || known.some((entry) => entry.code === code) ? [] : [{ pointer, code: 'unknown_code' }];
}

import type { Case, DutyToReport } from '../../case/case.ts';
import { concluded } from '../../case/concluded.ts';
import { posting, refused, tellingGaps } from '../../case/decision.ts';
import type { Decision, Gap, Telling } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import { administrativeOutcomes, statusAfter } from '../../case/lifecycle.ts';
import { isOver } from '../../case/status.ts';
import type { MainOutcome } from '../../case/lifecycle.ts';
import { isAcknowledged, isSetAside, wasPassedOn } from '../../case/referral.ts';
import type { Referral } from '../../case/referral.ts';
import { timerId } from '../../case/timer-id.ts';
import type { Timer } from '../../case/timer-id.ts';
import { leadsOthers, withFollower } from '../team/link.ts';
import { suspectsCrimeAgainstChild } from '../../referrals/duty-to-report.ts';
import type { Referrals } from '../../referrals/referral-policy.ts';
import { outlivesEnd } from '../../sla/timer.ts';
import type { Instant } from '../../time/instant.ts';

export interface ResolutionInput extends Telling {
  outcome: MainOutcome;
  alsoOutcomes: readonly MainOutcome[];
  dutyToReport?: Omit<DutyToReport, 'decidedBy'> | undefined;
  /** The case named as lead, as it stands; `unknown` when there is none of that number. */
  leadCase?: Case | 'unknown' | undefined;
  otherDoor?: string | undefined;
}

/**
 * Resolved: handled, the duty to report decided where a crime against a child is suspected and done where it is required,
 * whoever must know reached, the platform asked where that was the next step, the reporter told or recorded why not (docs/practice.md, Cases). Resolving ends every timer of the case in the same transaction. A linked case's promise runs
 * until its lead case resolves, so `same_event` is possible only after that.
 */
export function decideResolution(
  of: Case,
  timers: readonly Timer[],
  input: ResolutionInput,
  policy: Referrals,
  resolver: string,
  now: Instant,
): Decision {
  if (isOver(of)) return refused('wrong_status');
  if (of.readAt === undefined) return refused('not_read');
  if (of.handledAt === undefined) return refused('not_handled');
  const status = statusAfter('resolve', of.status);
  if (status === undefined) return refused('wrong_status');
  const gaps = [
    ...outcomeGaps(input),
    ...dutyGaps(of, input, policy),
    ...leadGaps(of, input),
    ...otherDoorGaps(input, policy),
    ...tellingGaps(input),
  ];
  if (gaps.length > 0) return refused('fields_missing', gaps);
  if (input.outcome === 'withdrawn' && isWithdrawalWaiting(of, now)) return refused('withdrawal_waits');
  const lead = typeof input.leadCase === 'object' ? input.leadCase : undefined;
  if (lead !== undefined && !isOver(lead)) return refused('lead_not_resolved');
  if (lead !== undefined && leadsOthers(of)) return refused('leads_others');
  const follows = lead !== undefined && of.leadCaseId === lead.caseId;
  if (lead !== undefined && !follows && of.leadCaseId !== undefined) return refused('linked_already');
  const known = [...(of.referrals ?? []), ...(lead?.referrals ?? [])];
  if (!isDutySent(input.dutyToReport, known)) return refused('duty_not_sent');
  if (!isNoticeSent(of, lead)) return refused('notice_not_sent');
  const waitedFor = referralsWaitedFor(of.referrals ?? [], known, input.dutyToReport, policy);
  if (waitedFor.length > 0) return refused('referral_not_acknowledged', [], { referrals: waitedFor });

  const actor = `staff:${resolver}` as const;
  const linked: NewEvent[] =
    lead === undefined || follows ? [] : [{ type: 'case.linked', actor, data: { leadCaseId: lead.caseId } }];
  const post = posting(of, input, resolver);
  return {
    outcome: 'change',
    parts: {
      set: {
        status,
        resolvedAt: now,
        outcomes: [input.outcome, ...input.alsoOutcomes],
        ...(input.dutyToReport === undefined ? {} : { dutyToReport: { ...input.dutyToReport, decidedBy: resolver } }),
        ...(lead === undefined ? {} : { leadCaseId: lead.caseId }),
        ...(input.otherDoor === undefined ? {} : { otherDoor: input.otherDoor }),
        ...(input.noMessageBecause === undefined ? {} : { endNotToldBecause: input.noMessageBecause }),
        messageCount: post.messageCount,
      },
      events: [...linked, ...post.events, { type: 'case.resolved', actor, data: {} }],
      // What depends on others runs on clocks of its own after that, and what the reporter wrote must still be read.
      timersDisarmed: timers.filter((timer) => !outlivesEnd(timer)).map(timerId),
    },
    ...(lead === undefined || follows
      ? {}
      : { other: { of: lead, parts: { set: { linkedCases: withFollower(lead, of) }, events: [] } } }),
  };
}

/**
 * Ids of the necessary referrals that resolving waits for: each is acknowledged by a named person, or a second route was
 * used (docs/practice.md, Resolved). `known` are those of the case and of the lead case that it follows.
 *
 * A second route is another institution that can act in its place and has acknowledged. While a necessary referral stands
 * open, another necessary one is none: each of them must know. Once a person has dropped it, or it was declined or
 * withdrawn, whoever of them knows is. Dropping it as not needed is a person's decision that it is not necessary, but
 * not beside a decision that the law requires a report.
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
  return status === 'dropped' && droppedBecause === 'not_needed' && duty?.decision !== 'required';
}

/** Whom the law requires to be told has been told: a referral to them left the centre and was not taken back. */
function isDutySent(duty: ResolutionInput['dutyToReport'], known: readonly Referral[]): boolean {
  if (duty?.decision !== 'required') return true;
  return known.some(
    (referral) => referral.institution === duty.sentTo && wasPassedOn(referral) && !isSetAside(referral),
  );
}

/** Asked for with the code, it waits; asked for in a talk, that talk was the look at the reporter's safety. */
function isWithdrawalWaiting({ withdrawal }: Case, now: Instant): boolean {
  return withdrawal !== undefined && (withdrawal.lookedAt === undefined || now < withdrawal.waitUntil);
}

/** Where the next step is to ask a platform, it was asked, for this case or for the lead case that it follows. */
function isNoticeSent({ handling, notices = [] }: Case, lead: Case | undefined): boolean {
  return handling?.nextStep !== 'notify_platform' || notices.length > 0 || (lead?.notices ?? []).length > 0;
}

/** An administrative end stands alone: it is shown apart in every figure. */
function outcomeGaps({ outcome, alsoOutcomes }: ResolutionInput): Gap[] {
  const all = [outcome, ...alsoOutcomes];
  const isMixed = all.length > 1 && all.some(isAdministrative);
  return isMixed || new Set(all).size < all.length ? [{ pointer: '/alsoOutcomes', code: 'wrong_form' }] : [];
}

function isAdministrative(outcome: MainOutcome): boolean {
  return (administrativeOutcomes as readonly MainOutcome[]).includes(outcome);
}

function dutyGaps(of: Case, { dutyToReport }: ResolutionInput, policy: Referrals): Gap[] {
  if (dutyToReport === undefined) {
    // What staff concluded may show a crime that was not reported as one; it does not make one go away.
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
      ? [{ pointer: '/dutyToReport/sentTo', code: 'wrong_form' } as const]
      : []),
    ...unknownCode('/dutyToReport/sentTo', sentTo, policy.institutions),
  ];
}

function leadGaps(of: Case, { outcome, leadCase }: ResolutionInput): Gap[] {
  const pointer = '/leadCase';
  if (outcome !== 'same_event') return leadCase === undefined ? [] : [{ pointer, code: 'wrong_form' }];
  if (leadCase === undefined) return [{ pointer, code: 'required' }];
  if (leadCase === 'unknown') return [{ pointer, code: 'unknown_code' }];
  // A lead that follows another lead would leave its followers without one.
  return leadCase.caseId === of.caseId || leadCase.leadCaseId !== undefined ? [{ pointer, code: 'wrong_form' }] : [];
}

function otherDoorGaps({ outcome, otherDoor }: ResolutionInput, policy: Referrals): Gap[] {
  if (outcome !== 'outside_our_work') {
    return otherDoor === undefined ? [] : [{ pointer: '/otherDoor', code: 'wrong_form' }];
  }
  if (otherDoor === undefined) return [{ pointer: '/otherDoor', code: 'required' }];
  return unknownCode('/otherDoor', otherDoor, policy.institutions);
}

function unknownCode(pointer: string, code: string | undefined, known: readonly { code: string }[]): Gap[] {
  return code === undefined || known.some((entry) => entry.code === code) ? [] : [{ pointer, code: 'unknown_code' }];
}

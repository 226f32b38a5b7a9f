import { isVoid } from '../case/approvals/case-approval.ts';
import type { Voiding } from '../case/approvals/case-approval.ts';
import type { Case, Hold, Keeping } from '../case/case.ts';
import { refused } from '../case/decision.ts';
import type { Decision } from '../case/decision.ts';
import { isOver } from '../case/status.ts';
import type { MainOutcome } from '../case/lifecycle.ts';
import { isUnderWay, wasPassedOn } from '../case/referral.ts';
import { isUnseen } from '../case/unseen/unread.ts';
import type { Severity } from '../report/severity.ts';
import { plusDays } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/** How long a case is kept after its end. Data of the country pack. Source: docs/practice.md, Keeping and erasing. */
export interface RetentionPolicy {
  /** Days by main outcome and severity. */
  days: Readonly<Record<MainOutcome, Readonly<Record<Severity, number>>>>;
  /** Days at least for a case that was passed on to anybody. */
  referredDays: number;
  /** A case is kept until these institutions have answered, but for this many days at most. */
  justice: { institutions: readonly string[]; daysAtMost: number };
  /** Days between telling the owner of the case and erasing it. */
  warningDays: number;
  /** Id of the rung that is told when nobody is assigned to the case. */
  ownerRung: string;
}

/** Why a case is kept until its date. */
export const keptBecause = ['outcome', 'referred', 'justice', 'on_request'] as const;

export type KeptBecause = (typeof keptBecause)[number];

/**
 * The date from which a case is to be erased, and why it was kept until then. Undefined while the case is open or held,
 * or while nobody has seen all of it. An erasure that people asked for comes before every retention time.
 */
export function eraseAt(of: Case, policy: RetentionPolicy): { at: Instant; because: KeptBecause } | undefined {
  const endedAt = of.closedAt ?? of.resolvedAt;
  if (!isOver(of) || endedAt === undefined || of.hold !== undefined || isUnseen(of)) return undefined;
  const requested = requestedFrom(of);
  if (requested !== undefined) return { at: requested, because: 'on_request' };
  const { days, because } = keptFor(of, policy);
  return { at: plusDays(endedAt, days), because };
}

/** How many days an ended case is kept, and by which rule. */
export function keptFor(
  of: Case,
  policy: RetentionPolicy,
): { days: number; because: Exclude<KeptBecause, 'on_request'> } {
  const referrals = of.referrals ?? [];
  const isWithJustice = referrals.some(
    (referral) => policy.justice.institutions.includes(referral.institution) && isUnderWay(referral),
  );
  if (isWithJustice) return { days: policy.justice.daysAtMost, because: 'justice' };
  const byOutcome = daysOf(of, policy);
  return referrals.some(wasPassedOn) && policy.referredDays > byOutcome
    ? { days: policy.referredDays, because: 'referred' }
    : { days: byOutcome, because: 'outcome' };
}

/**
 * The instant from which a requested erasure is due: when a second person agreed. Time alone never grants one, not even
 * where release 0.1.0 wrote `effectiveAt`. Undefined when there is no request, or all are refused, waiting or void.
 */
export function requestedFrom(of: Pick<Case, 'approvals'> & Voiding): Instant | undefined {
  return (of.approvals ?? [])
    .filter((one) => one.kind === 'erasure' && one.decision === 'approved' && !isVoid(of, one))
    .flatMap(({ decidedAt }) => decidedAt ?? [])
    .sort()[0];
}

/** No command ends a case without an outcome. Should there be one, it is kept for the longest time of all. */
function daysOf({ outcomes: [outcome], severity }: Case, policy: RetentionPolicy): number {
  if (outcome !== undefined) return policy.days[outcome][severity];
  return Math.max(...Object.values(policy.days).flatMap((days) => Object.values(days)));
}

export type KeepingStep =
  /** The case is open, held or not seen: nothing to do until that changes. */
  | { step: 'leave' }
  | { step: 'date'; keeping: Omit<Keeping, 'revision'> }
  /** The same change tells the owner the date. */
  | { step: 'tell'; keeping: Omit<Keeping, 'revision'> }
  | { step: 'erase'; because: KeptBecause };

/**
 * The next step towards erasing a case. The owner always has all warning days: if told late, the date moves. Nobody
 * needs to be told of an erasure that people asked for and approved.
 */
export function nextKeepingStep(of: Case, policy: RetentionPolicy, now: Instant): KeepingStep {
  const due = eraseAt(of, policy);
  if (due === undefined) return { step: 'leave' };
  if (due.because === 'on_request') {
    return due.at <= now
      ? { step: 'erase', because: due.because }
      : { step: 'date', keeping: { eraseAt: due.at, lookAt: due.at } };
  }
  const told = toldOf(of);
  if (told !== undefined && due.at <= told.eraseAt) {
    return told.eraseAt <= now
      ? { step: 'erase', because: due.because }
      : { step: 'date', keeping: { eraseAt: told.eraseAt, lookAt: told.eraseAt, told } };
  }
  const tellAt = plusDays(due.at, -policy.warningDays);
  if (now < tellAt) return { step: 'date', keeping: { eraseAt: due.at, lookAt: tellAt } };
  const earliest = plusDays(now, policy.warningDays);
  const at = due.at > earliest ? due.at : earliest;
  return {
    step: 'tell',
    keeping: { eraseAt: at, lookAt: at, told: { at: now, eraseAt: at, event: of.lastEvent + 1 } },
  };
}

/** What the owner was told. It no longer counts once the reporter has written again: the warning days begin anew. */
export function toldOf({ keeping, lastWrittenAt, lastNewsEvent }: Case): Keeping['told'] {
  const told = keeping?.told;
  if (told === undefined) return undefined;
  const isOver =
    told.event === undefined
      ? lastWrittenAt !== undefined && told.at <= lastWrittenAt
      : lastNewsEvent !== undefined && lastNewsEvent > told.event;
  return isOver ? undefined : told;
}

/** Whether the date that the owner was told still stands. */
export function isToBeErased(of: Case): boolean {
  return isOver(of) && of.hold === undefined && !isUnseen(of) && toldOf(of) !== undefined;
}

/**
 * Keeps a case from being erased, whatever its status: a reason for a hold may be known before the end. The latest
 * reason replaces an earlier one.
 */
export function decideHold(of: Case, because: Hold['because'], by: string, now: Instant): Decision {
  if (of.hold?.because === because) return { outcome: 'unchanged' };
  return {
    outcome: 'change',
    parts: {
      set: { hold: { because, by, since: now } },
      events: [{ type: 'case.held', actor: `staff:${by}`, data: {} }],
    },
  };
}

/** Lifts a hold. What the owner was told before no longer counts: the warning days begin anew. */
export function decideRelease(of: Case, by: string): Decision {
  if (of.hold === undefined) return refused('not_held');
  return {
    outcome: 'change',
    parts: {
      set: { hold: undefined, keeping: undefined },
      events: [{ type: 'case.released', actor: `staff:${by}`, data: {} }],
    },
  };
}

import { approvalStatus } from '../case/approvals/approval.ts';
import { isVoid } from '../case/approvals/case-approval.ts';
import { owesReview } from '../case/approvals/review.ts';
import type { Case, CaseApproval, Keeping } from '../case/case.ts';
import { askedSince, owesLook } from '../case/referral.ts';
import { isOver } from '../case/status.ts';
import { unreadSince } from '../case/unseen/unread.ts';
import type { Instant } from '../time/instant.ts';
import { keptFor, nextKeepingStep, requestedFrom, toldOf } from './retention.ts';
import type { KeptBecause, RetentionPolicy } from './retention.ts';

/**
 * What the centre sees of keeping: which ended cases are erased next, which are held, what was asked and waits, and
 * which copies were asked for and taken. Source: docs/practice.md, Keeping and erasing.
 */
export const keptLists = ['due', 'held', 'requests', 'exports'] as const;

export type KeptList = (typeof keptLists)[number];

/**
 * What an ended case waits for. With any but the last nothing is erased, whatever the date. `institution_silent`:
 * justice has the case and has not answered, so it is kept for the longest time.
 */
export const keptBackBy = [
  'never_read',
  'words_unread',
  'lowering_not_reviewed',
  'call_not_looked_at',
  'question_waits',
  'institution_silent',
] as const;

/** When an ended case is erased, and why it is kept until then. */
export interface ErasureAhead {
  endedAt: Instant;
  because: KeptBecause;
  /** How many days the rule gives. Absent where people asked for the erasure. */
  days?: number;
  /** Absent while something keeps it back. Present and not later than now: the next run erases it. */
  eraseAt?: Instant;
  /** When the owner is told. Absent once they were, and where nobody needs to be told. */
  tellAt?: Instant;
  told?: NonNullable<Keeping['told']>;
  waitsFor: readonly (typeof keptBackBy)[number][];
}

/** What is ahead of a case that has ended and is not held; undefined for every other case. */
export function erasureAhead(of: Case, policy: RetentionPolicy, now: Instant): ErasureAhead | undefined {
  const endedAt = of.closedAt ?? of.resolvedAt;
  if (!isOver(of) || endedAt === undefined || of.hold !== undefined) return undefined;
  const isAsked = requestedFrom(of) !== undefined;
  const rule = isAsked ? { because: 'on_request' as const } : keptFor(of, policy);
  const why = { endedAt, ...rule, waitsFor: waitsFor(of, rule.because) };
  const next = nextKeepingStep(of, policy, now);
  if (next.step === 'leave') return why;
  if (next.step === 'erase') return { ...why, eraseAt: now, ...toldBefore(of) };
  const { eraseAt, lookAt } = next.keeping;
  // What the next run is about to write has not been told yet.
  if (next.step === 'tell') return { ...why, eraseAt, tellAt: now };
  if (isAsked || toldBefore(of).told !== undefined) return { ...why, eraseAt, ...toldBefore(of) };
  return { ...why, eraseAt, tellAt: lookAt };
}

function toldBefore(of: Case): Pick<ErasureAhead, 'told'> {
  const told = toldOf(of);
  return told === undefined ? {} : { told };
}

function waitsFor(of: Case, because: KeptBecause): ErasureAhead['waitsFor'] {
  const isUnread = unreadSince(of) !== undefined;
  const isGiven: Readonly<Record<(typeof keptBackBy)[number], boolean>> = {
    never_read: isUnread && of.readAt === undefined,
    words_unread: isUnread && of.readAt !== undefined,
    lowering_not_reviewed: owesReview(of),
    call_not_looked_at: (of.referrals ?? []).some(owesLook),
    question_waits: (of.referrals ?? []).some((one) => askedSince(one) !== undefined),
    institution_silent: because === 'justice',
  };
  return keptBackBy.filter((one) => isGiven[one]);
}

/** The requests to erase a case on which somebody must still decide. */
export function waitingErasures(of: Case, now: Instant): CaseApproval[] {
  return (of.approvals ?? []).filter(
    (one) => one.kind === 'erasure' && approvalStatus(one, now) === 'pending' && !isVoid(of, one),
  );
}

/** The reporter's wish to take the report back, until the case has ended. */
export function waitingWithdrawal(of: Case): Case['withdrawal'] {
  return isOver(of) ? undefined : of.withdrawal;
}

/** The exports of a case that anybody ever asked for. */
export function exportsOf({ approvals = [] }: Pick<Case, 'approvals'>): (CaseApproval & { kind: 'export' })[] {
  return approvals.filter((one) => one.kind === 'export');
}

/**
 * When something of keeping was last asked about a case: an export at any time, an erasure that nobody decided on, or a
 * withdrawal that waits. Undefined where there is nothing to list. It must be light: every write of a case asks it.
 */
export function lastAskedAt(of: Case): Instant | undefined {
  const asked: (CaseApproval | Case['withdrawal'])[] = (of.approvals ?? []).filter(
    ({ kind, decision }) => kind === 'export' || (kind === 'erasure' && decision === undefined),
  );
  return [...asked, waitingWithdrawal(of)]
    .flatMap((one) => one?.askedAt ?? [])
    .sort()
    .at(-1);
}

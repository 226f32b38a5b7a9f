import type { Approval } from './approval.ts';
import type { Case, CaseApproval } from '../case.ts';
import type { NewEvent } from '../events.ts';
import type { Timer } from '../timer-id.ts';
import type { Instant } from '../../time/instant.ts';

/** What voids an erasure that was asked for: the child needed help again, or wrote. */
type Voiding = Pick<Case, 'reopenedAt' | 'lastWrittenAt'>;

/**
 * Whether an erasure that was asked for, agreed to or not, counts no more: whoever asked looked whether a child is safe, and
 * since then the case was taken up again or the reporter wrote.
 */
export function isVoid({ reopenedAt, lastWrittenAt }: Voiding, { kind, askedAt }: CaseApproval): boolean {
  return kind === 'erasure' && [reopenedAt, lastWrittenAt].some((since) => since !== undefined && askedAt <= since);
}

/** Whether anything of the case still waits for a second person, or for the day that stands in for one. */
export function hasOpenApproval(of: Pick<Case, 'approvals'> & Voiding): boolean {
  return of.approvals?.some((one) => isOpenApproval(of, one)) === true;
}

function isOpenApproval(of: Voiding, one: CaseApproval): boolean {
  return one.decision === undefined && one.takenAt === undefined && !isVoid(of, one);
}

/** Until when somebody is to decide what waits first; the second look at a lowered severity has a clock of its own. */
export function approvalDue(of: Pick<Case, 'approvals'> & Voiding, timers: readonly Timer[]): Instant | undefined {
  const open = (of.approvals ?? []).filter((one) => isOpenApproval(of, one));
  const looks = timers.filter(({ kind }) => kind === 'second_look').map(({ deadline }) => deadline);
  return [...open.map(({ lapsesAt, effectiveAt }) => lapsesAt ?? effectiveAt), ...looks]
    .filter((at) => at !== undefined)
    .sort()[0];
}

/** The case's approvals with this one as it stands now. */
export function withApproval({ approvals = [] }: Pick<Case, 'approvals'>, approval: CaseApproval): CaseApproval[] {
  const isKnown = approvals.some(({ id }) => id === approval.id);
  return isKnown ? approvals.map((one) => (one.id === approval.id ? approval : one)) : [...approvals, approval];
}

export function askedEvent({ id, askedBy }: Approval): NewEvent {
  return { type: 'approval.asked', actor: `staff:${askedBy}`, data: { approval: id } };
}

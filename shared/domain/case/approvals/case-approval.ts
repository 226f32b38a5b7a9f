import type { StaffActor } from '../../access/authorize.ts';
import type { Approval, ApprovalPolicy } from './approval.ts';
import type { Case, CaseApproval } from '../case.ts';
import type { NewEvent } from '../events.ts';
import { isExcludedPerson } from '../exclusions.ts';
import type { Timer } from '../../sla/timer.ts';
import type { Instant } from '../../time/instant.ts';

/** Who asks, and who else there is. */
export interface Asking {
  by: StaffActor & { id: string };
  /** Active people in the roles that may be the second person; who asks may be among them. */
  people: readonly { id: string }[];
  policy: ApprovalPolicy;
}

/** How many could be the second person for this case. */
export function othersFor(of: Case, { by, people }: Pick<Asking, 'by' | 'people'>): number {
  return people.filter(({ id }) => id !== by.id && !isExcludedPerson(of, id)).length;
}

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
export function approvalDue(of: {
  case: Pick<Case, 'approvals'> & Voiding;
  timers: readonly Timer[];
}): Instant | undefined {
  const open = of.case.approvals?.filter((one) => isOpenApproval(of.case, one));
  const looks = of.timers.filter(({ kind }) => kind === 'second_look').map(({ deadline }) => deadline);
  return [...(open ?? []).map(({ lapsesAt, effectiveAt }) => lapsesAt ?? effectiveAt), ...looks]
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

import type { Role, StaffActor } from './authorize.ts';
import { approvalStatus } from '../case/approvals/approval.ts';
import type { Approval, ApprovalKind, ApprovalPolicy, ApprovalRefusal } from '../case/approvals/approval.ts';
import type { Case } from '../case/case.ts';
import { isExcludedPerson } from '../case/exclusions.ts';
import type { Instant } from '../time/instant.ts';

/** Who can be the second person, and who is told when there is none. */
export const approverRoles: Readonly<Record<ApprovalKind, readonly Role[]>> = {
  export: ['officer', 'supervisor', 'director'],
  erasure: ['officer', 'supervisor', 'director'],
  // Whoever looks once more must be able to read what it is about.
  lowering: ['officer', 'supervisor'],
  directory_change: ['administrator'],
};

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

/** Whether this person, by their live record, may be the second one for what was asked. */
export function mayApprove(
  by: StaffActor & { id: string },
  { kind, askedBy }: Pick<Approval, 'kind' | 'askedBy'>,
): boolean {
  return by.active && by.id !== askedBy && by.role !== undefined && approverRoles[kind].includes(by.role);
}

/**
 * A person decides on what another asked. Nobody approves their own request; taking it back (`refuse`) is theirs, too.
 * Whether the person may do anything to what it is about (excluded, suspended) is asked of `authorize` before.
 */
export function decideApproval(
  approval: Approval,
  verdict: 'approve' | 'refuse',
  by: StaffActor & { id: string },
  now: Instant,
): { outcome: 'decided'; approval: Approval } | { outcome: 'refused'; because: ApprovalRefusal } {
  const isOwn = by.id === approval.askedBy;
  if (isOwn && verdict === 'approve') return { outcome: 'refused', because: 'own_request' };
  if (!isOwn && !mayApprove(by, approval)) return { outcome: 'refused', because: 'not_an_approver' };
  if (approvalStatus(approval, now) !== 'pending') return { outcome: 'refused', because: 'approval_over' };
  const decision = verdict === 'approve' ? 'approved' : 'refused';
  return { outcome: 'decided', approval: { ...approval, decision, decidedBy: by.id, decidedAt: now } };
}

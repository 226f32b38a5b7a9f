import type { Role, StaffActor } from './authorize.ts';
import { approvalStatus } from '../case/approvals/approval.ts';
import type { Approval, ApprovalKind, ApprovalPolicy, ApprovalRefusal } from '../case/approvals/approval.ts';
import type { Case, Exclusions } from '../case/case.ts';
import { isExcludedPerson } from '../case/exclusions.ts';
import type { Instant } from '../time/instant.ts';

/** The roles of the second person. They are also the roles that are told when there is nobody else. */
export const approverRoles: Readonly<Record<ApprovalKind, readonly Role[]>> = {
  export: ['officer', 'supervisor', 'director'],
  erasure: ['officer', 'supervisor', 'director'],
  // A reviewer must be able to read the case. A director cannot.
  lowering: ['officer', 'supervisor'],
  exclusion: ['officer', 'supervisor', 'director'],
  directory_change: ['administrator'],
};

/** The person who asks, and the people who could be the second person. */
export interface Asking {
  by: StaffActor & { id: string };
  /** Active people in the roles of the second person. The person who asks may be among them. */
  people: readonly { id: string }[];
  policy: ApprovalPolicy;
}

/** How many people could be the second person for this case. */
export function othersFor(of: Case, { by, people }: Pick<Asking, 'by' | 'people'>): number {
  return people.filter(({ id }) => id !== by.id && !isExcludedPerson(of, id)).length;
}

/**
 * Whether this person may be the second person for what was asked. `by` is their live record. Whom an exclusion names
 * decides nothing about it.
 */
export function mayApprove(
  by: StaffActor & { id: string },
  { kind, askedBy, adds }: Pick<Approval, 'kind' | 'askedBy'> & { adds?: Pick<Exclusions, 'people'> },
): boolean {
  if (!by.active || by.id === askedBy || adds?.people.includes(by.id) === true) return false;
  return by.role !== undefined && approverRoles[kind].includes(by.role);
}

/**
 * A person decides on a request. Nobody approves their own request, but they may take it back (`refuse`). The caller
 * asks `authorize` first whether the person may act on the case at all. They may be excluded or suspended.
 */
export function decideApproval(
  approval: Approval & { adds?: Pick<Exclusions, 'people'> },
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

import { maySignIn } from './authorize.ts';
import type { Role, StaffActor } from './authorize.ts';
import { isChosenLately } from './chosen.ts';
import type { Choosable } from './chosen.ts';
import { approvalStatus, askApproval, isGrantedByTime, nextApprovalId } from '../case/approvals/approval.ts';
import type {
  Approval,
  ApprovalKind,
  ApprovalPolicy,
  ApprovalRefusal,
  PartnerCall,
} from '../case/approvals/approval.ts';
import type { Case, CaseApproval, Exclusions } from '../case/case.ts';
import { isKeptOut } from '../case/exclusions.ts';
import type { Instant } from '../time/instant.ts';

/** The roles of the second person. They are also the roles that are told when there is nobody else. */
export const approverRoles: Readonly<Record<ApprovalKind, readonly Role[]>> = {
  export: ['officer', 'supervisor', 'director'],
  erasure: ['officer', 'supervisor', 'director'],
  exclusion: ['officer', 'supervisor', 'director'],
  // A reviewer must be able to read the case. A director cannot.
  lowering: ['officer', 'supervisor'],
  directory_change: ['administrator'],
};

/** Somebody who could be the second person: the part of their record that decides. */
export interface Approver extends StaffActor, Choosable {
  id: string;
}

/** The person who asks, and the people who could be the second person. */
export interface Asking {
  by: StaffActor & { id: string };
  /**
   * The role as it was: everybody who holds a role of the second person, or lost it within `rememberedMinutes`. The person
   * who asks may be among them.
   */
  people: readonly Approver[];
  /** The outside partner, and the code for their call. Absent where there is none. */
  partner?: PartnerCall;
  policy: ApprovalPolicy;
}

/** What is asked. An exclusion says whom it adds. */
export interface AskedOfCase {
  kind: ApprovalKind;
  adds?: Pick<Exclusions, 'people'>;
}

/**
 * Whether this person may be the second person for what was asked. `by` is their live record. Whom an exclusion names
 * decides nothing about it. Whom one person chose lately stands for nobody else: who chose two could be both.
 */
export function mayApprove(
  by: Approver,
  { kind, askedBy, adds }: AskedOfCase & Pick<Approval, 'askedBy'>,
  now: Instant,
): boolean {
  if (!maySignIn(by) || isChosenLately(by, now)) return false;
  if (by.id === askedBy || adds?.people.includes(by.id) === true) return false;
  return approverRoles[kind].includes(by.role);
}

/** Whether this person can decide now on what was asked about a case. */
export function canDecide(
  of: Case,
  asked: AskedOfCase & Pick<Approval, 'askedBy'>,
  by: Approver,
  now: Instant,
): boolean {
  return mayApprove(by, asked, now) && !isKeptOut(of, by.id);
}

/** Who decides what was asked about a case. `time`: nobody does, and it holds after the delay. */
export type DecidedBy = 'somebody' | 'partner' | 'time' | 'nobody';

/**
 * Finds who decides a request. People are counted two ways, because who asks may have decided who is left. Somebody who
 * can decide now comes first. Time counts only where the role as it was has nobody else, whoever was excluded or
 * suspended since. In between the outside partner decides.
 * Source: docs/practice.md, Lowering.
 */
export function decidedBy(
  of: Case,
  asked: AskedOfCase,
  { by, people, partner }: Omit<Asking, 'policy'>,
  now: Instant,
): DecidedBy {
  const request = { ...asked, askedBy: by.id };
  const others = people.filter(({ id }) => id !== by.id);
  if (others.some((one) => canDecide(of, request, one, now))) return 'somebody';
  if (others.length === 0 && isGrantedByTime(asked.kind)) return 'time';
  return partner === undefined ? 'nobody' : 'partner';
}

/**
 * Asks a second person about a case. With nobody to ask, the answer is refused already, and says so. It stays on the
 * case, and whoever may know is told.
 */
export function askAboutCase<Kind extends CaseApproval['kind']>(
  of: Case,
  asked: AskedOfCase & { kind: Kind },
  asking: Asking,
  now: Instant,
): Approval & { kind: Kind } {
  const { kind } = asked;
  const through = decidedBy(of, asked, asking, now);
  const request = {
    id: nextApprovalId(kind, of.approvals),
    kind,
    askedBy: asking.by.id,
    others: through === 'somebody' ? 1 : 0,
    ...(through === 'partner' && asking.partner !== undefined ? { partner: asking.partner } : {}),
  };
  const approval = { ...askApproval(request, asking.policy, now), kind };
  return through === 'nobody' ? { ...approval, decision: 'refused', decidedAt: now, nobodyToAsk: true } : approval;
}

/**
 * A person decides on a request. Nobody approves their own request, but they may take it back (`refuse`). The caller
 * asks `authorize` first whether the person may act on the case at all. They may be excluded or suspended.
 */
export function decideApproval(
  approval: Approval & AskedOfCase,
  verdict: 'approve' | 'refuse',
  by: Approver,
  now: Instant,
): { outcome: 'decided'; approval: Approval } | { outcome: 'refused'; because: ApprovalRefusal } {
  const isOwn = by.id === approval.askedBy;
  if (isOwn && verdict === 'approve') return { outcome: 'refused', because: 'own_request' };
  if (!isOwn && !mayApprove(by, approval, now)) return { outcome: 'refused', because: 'not_an_approver' };
  if (approvalStatus(approval, now) !== 'pending') return { outcome: 'refused', because: 'approval_over' };
  const decision = verdict === 'approve' ? 'approved' : 'refused';
  return { outcome: 'decided', approval: { ...approval, decision, decidedBy: by.id, decidedAt: now } };
}

import { approvalStatus } from './approval.ts';
import type { Approval } from './approval.ts';
import { mostOf } from '../bounds.ts';
import type { Case, CaseApproval } from '../case.ts';
import type { Decision } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import type { Timer } from '../timer-id.ts';
import type { Instant } from '../../time/instant.ts';

/** What voids a request to erase: the case was reopened, or the reporter wrote. */
export type Voiding = Pick<Case, 'reopenedAt' | 'lastWrittenAt' | 'lastNewsEvent'>;

/**
 * Whether a request to erase no longer counts, approved or not. The person who asked had looked whether a child is
 * safe. Since then the case was reopened or the reporter wrote, so somebody must look again.
 */
export function isVoid(of: Voiding, { kind, askedAt, askedAtEvent }: CaseApproval): boolean {
  if (kind !== 'erasure') return false;
  // The order of events decides. Release 0.1.0 wrote only times.
  if (askedAtEvent !== undefined) return of.lastNewsEvent !== undefined && of.lastNewsEvent > askedAtEvent;
  return [of.reopenedAt, of.lastWrittenAt].some((since) => since !== undefined && askedAt <= since);
}

/** Whether an approval of the case still waits for a second person, for the outside partner, or for the delay. */
export function hasOpenApproval(of: Pick<Case, 'approvals'> & Voiding, id?: string): boolean {
  return of.approvals?.some((one) => (id === undefined || one.id === id) && isOpenApproval(of, one)) === true;
}

function isOpenApproval(of: Voiding, one: CaseApproval): boolean {
  return one.decision === undefined && one.takenAt === undefined && !isVoid(of, one);
}

/** Whether it waits at this instant for somebody who decides. What time has ended or granted does not. */
export function isWaiting(of: Voiding, one: CaseApproval, now: Instant): boolean {
  return one.takenAt === undefined && approvalStatus(one, now) === 'pending' && !isVoid(of, one);
}

/** The earliest instant by which somebody must decide. The review of a lowered severity has a clock of its own. */
export function approvalDue(of: Pick<Case, 'approvals'> & Voiding, timers: readonly Timer[]): Instant | undefined {
  const open = (of.approvals ?? []).filter((one) => isOpenApproval(of, one));
  const looks = timers.filter(({ kind }) => kind === 'second_look').map(({ deadline }) => deadline);
  return [...open.map(({ lapsesAt, effectiveAt }) => lapsesAt ?? effectiveAt), ...looks]
    .filter((at) => at !== undefined)
    .sort()[0];
}

/** Whether so much was asked about a case that nobody may ask more. Whoever wants more talks to a colleague. */
export function isFullOfApprovals({ approvals = [] }: Pick<Case, 'approvals'>): boolean {
  return approvals.length >= mostOf.approvals;
}

/** The case's approvals, with this one replaced or added. */
export function withApproval({ approvals = [] }: Pick<Case, 'approvals'>, approval: CaseApproval): CaseApproval[] {
  const isKnown = approvals.some(({ id }) => id === approval.id);
  return isKnown ? approvals.map((one) => (one.id === approval.id ? approval : one)) : [...approvals, approval];
}

/** The change that asks. With nobody to ask it is written all the same, so that it is seen, and the command is refused. */
export function askedDecision(of: Case, approval: CaseApproval): Decision {
  return {
    outcome: 'change',
    parts: { set: { approvals: withApproval(of, approval) }, events: [askedEvent(approval)] },
    ...(approval.nobodyToAsk === true ? { refusal: { because: 'nobody_to_ask' as const } } : {}),
  };
}

export function askedEvent({ id, askedBy }: Approval): NewEvent {
  return { type: 'approval.asked', actor: `staff:${askedBy}`, data: { approval: id } };
}

import { decideApproval, othersFor } from '../../access/approver.ts';
import type { Asking } from '../../access/approver.ts';
import { authorize } from '../../access/authorize.ts';
import type { StaffActor } from '../../access/authorize.ts';
import { resourceOf } from '../../access/resource-of.ts';
import { approvalStatus, askApproval, nextApprovalId } from '../../case/approvals/approval.ts';
import { askedEvent, isFullOfApprovals, isVoid, withApproval } from '../../case/approvals/case-approval.ts';
import { isReview, owesReview } from '../../case/approvals/review.ts';
import { limitOf, mostKept, withNewest } from '../../case/bounds.ts';
import type { Case, CaseApproval, SeverityChange } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import { isOver } from '../../case/status.ts';
import { timerId } from '../../case/timer-id.ts';
import type { TimerId, Timer } from '../../case/timer-id.ts';
import { decideReopen } from '../lifecycle/reopen.ts';
import { exclusionGranted } from '../team/exclude.ts';
import { isBelow } from '../../report/severity.ts';
import type { Severity } from '../../report/severity.ts';
import type { TimerPolicy } from '../../sla/clock-policy.ts';
import { reviewTimer } from '../../sla/clocks.ts';
import type { Instant } from '../../time/instant.ts';

export interface SeverityInput {
  severity: Severity;
  because: SeverityChange['because'];
}

/**
 * A person sets the severity. Caseworkers raise it. An officer or above lowers it alone and at once, but never before
 * somebody has read the report. Lowering is an assessment, and an unread report goes on climbing the ladder.
 *
 * After a lowering from critical, somebody else reviews it, under a clock that climbs the ladder too. Where there is
 * nobody else, the case stays critical for the pack's delay, and everyone in the role is told. The person then gives
 * the command again, because only a person ever lowers. The other clocks follow through the sla-timer reactor.
 * Source: docs/practice.md, Lowering.
 */
export function decideSeverity(
  of: Case,
  timers: readonly Timer[],
  input: SeverityInput,
  asking: Asking,
  policy: TimerPolicy,
  now: Instant,
): Decision {
  const { by } = asking;
  const isLower = isBelow(input.severity, of.severity);
  const action = isLower ? 'lower_severity' : 'raise_severity';
  const right = authorize(by, action, resourceOf(of, by.id));
  if (!right.allowed) return refused(right.because === 'exclusion_waits' ? right.because : 'not_allowed');
  if (isOver(of)) return refused('wrong_status');
  if (input.severity === of.severity) return refused('severity_unchanged');
  if (isLower && of.readAt === undefined) return refused('not_read');
  if (isLower && of.severity === 'critical') return lowerFromCritical(of, input, asking, policy, now);
  const { set, events } = severitySet(of, input, by.id, now);
  if (input.severity !== 'critical' || !owesReview(of)) return { outcome: 'change', parts: { set, events } };
  // The case is critical again, so no review is owed any more.
  const approvals = withoutLooks(of, by.id, now);
  return { outcome: 'change', parts: { set: { ...set, approvals }, events, timersDisarmed: secondLooks(timers) } };
}

function lowerFromCritical(
  of: Case,
  input: SeverityInput,
  asking: Asking,
  policy: TimerPolicy,
  now: Instant,
): Decision {
  const { by } = asking;
  const waiting = of.approvals?.find(
    (one) =>
      one.kind === 'lowering' &&
      one.askedBy === by.id &&
      one.to === input.severity &&
      one.effectiveAt !== undefined &&
      one.takenAt === undefined &&
      one.decision === undefined,
  );
  const { set, events } = severitySet(of, input, by.id, now);
  if (waiting !== undefined && approvalStatus(waiting, now) === 'approved') {
    return {
      outcome: 'change',
      parts: { set: { ...set, approvals: withApproval(of, { ...waiting, takenAt: now }) }, events },
    };
  }
  if (waiting !== undefined) return refused('approval_pending');
  if (isFullOfApprovals(of)) return refused('approvals_full', [], limitOf('approvals'));
  const asked = {
    id: nextApprovalId('lowering', of.approvals),
    kind: 'lowering' as const,
    askedBy: by.id,
    others: othersFor(of, asking),
  };
  const approval: CaseApproval = {
    ...askApproval(asked, asking.policy, now),
    kind: 'lowering',
    to: input.severity,
    because: input.because,
  };
  const approvals = [...withoutLooks(of, by.id, now), approval];
  if (approval.effectiveAt !== undefined) {
    return { outcome: 'change', parts: { set: { approvals }, events: [askedEvent(approval)] } };
  }
  const timer = reviewTimer({ ...of, severity: input.severity }, now, policy);
  return {
    outcome: 'change',
    parts: {
      set: { ...set, approvals },
      events: [...events, askedEvent(approval)],
      ...(timer === undefined ? {} : { timersArmed: [timer] }),
    },
  };
}

/**
 * The second person decides, or the person who asked takes the request back. Refusing a lowering makes the case
 * critical again, and reopens it when it had ended. A lowering that waited because there was nobody else takes effect
 * when a new colleague approves it.
 */
export function decideCaseApproval(
  of: Case,
  timers: readonly Timer[],
  { id, verdict }: { id: string; verdict: 'approve' | 'refuse' },
  by: StaffActor & { id: string },
  policy: TimerPolicy,
  now: Instant,
): Decision {
  const before = of.approvals?.find((one) => one.id === id);
  if (before === undefined) return refused('unknown_approval');
  const decided = decideApproval(before, verdict, by, now);
  if (decided.outcome === 'refused') return refused(decided.because);
  const isErasure = before.kind === 'erasure';
  if (isErasure && verdict === 'approve' && (!isOver(of) || isVoid(of, before))) return refused('approval_over');
  const type = verdict === 'approve' ? 'approval.given' : 'approval.refused';
  const answered: NewEvent = { type, actor: `staff:${by.id}`, data: { approval: id } };
  const after: CaseApproval = {
    ...before,
    decision: verdict === 'approve' ? 'approved' : 'refused',
    decidedBy: by.id,
    decidedAt: now,
  };
  if (before.kind === 'exclusion' && verdict === 'approve') {
    const { set, events } = exclusionGranted(of, before, by.id);
    const approvals = withApproval(of, { ...after, takenAt: now });
    return { outcome: 'change', parts: { set: { ...set, approvals }, events: [answered, ...events] } };
  }
  const next = severityAfter(before, verdict);
  // A decision on anything else leaves the review clock: another lowering may still wait for its review.
  const looked = isReview(before) ? secondLooks(timers) : [];
  if (next === undefined || next.severity === of.severity) {
    return {
      outcome: 'change',
      parts: { set: { approvals: withApproval(of, after) }, events: [answered], timersDisarmed: looked },
    };
  }
  if (isBelow(next.severity, of.severity) && of.readAt === undefined) return refused('not_read');
  const { set: severity, events } = severitySet(of, next, by.id, now);
  const set = { ...severity, approvals: withApproval(of, { ...after, takenAt: now }) };
  const parts = { set, events: [answered, ...events], timersDisarmed: looked };
  if (next.severity !== 'critical' || !isOver(of)) return { outcome: 'change', parts };
  const again = decideReopen({ ...of, ...set }, timers, policy, `staff:${by.id}`, now);
  if (again.outcome !== 'change') return again;
  return {
    outcome: 'change',
    parts: { ...again.parts, set: { ...set, ...again.parts.set }, events: [...parts.events, ...again.parts.events] },
  };
}

/** The severity that a verdict sets, and why; undefined when the severity stays. */
function severityAfter(approval: CaseApproval, verdict: 'approve' | 'refuse'): SeverityInput | undefined {
  if (approval.kind !== 'lowering') return undefined;
  const { to: severity, because, effectiveAt } = approval;
  if (effectiveAt !== undefined) return verdict === 'approve' ? { severity, because } : undefined;
  return verdict === 'refuse' ? { severity: 'critical', because: 'greater_danger' } : undefined;
}

function severitySet(
  of: Case,
  { severity, because }: SeverityInput,
  by: string,
  now: Instant,
): { set: Partial<Case>; events: NewEvent[] } {
  const change: SeverityChange = { from: of.severity, to: severity, because, by, at: now };
  return {
    set: {
      severity,
      severityReasons: [...new Set([...of.severityReasons, 'set_by_staff' as const])],
      severityConfirmedBy: by,
      severityChanges: withNewest(of.severityChanges ?? [], change, mostKept.severityChanges),
    },
    events: [{ type: 'case.severity_changed', actor: `staff:${by}`, data: {} }],
  };
}

/** The case's approvals with every owed review ended, because the severity was raised since. */
function withoutLooks({ approvals = [] }: Case, by: string, now: Instant): CaseApproval[] {
  return approvals.map((one) => (isReview(one) ? { ...one, decision: 'refused', decidedBy: by, decidedAt: now } : one));
}

function secondLooks(timers: readonly Timer[]): TimerId[] {
  return timers.filter(({ kind }) => kind === 'second_look').map(timerId);
}

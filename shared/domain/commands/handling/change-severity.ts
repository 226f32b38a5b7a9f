import { askAboutCase, decidedBy } from '../../access/approver.ts';
import type { Asking } from '../../access/approver.ts';
import { authorize } from '../../access/authorize.ts';
import { resourceOf } from '../../access/resource-of.ts';
import { approvalStatus } from '../../case/approvals/approval.ts';
import { askedDecision, askedEvent, isFullOfApprovals, withApproval } from '../../case/approvals/case-approval.ts';
import { hadToWait, isReview, owesReview } from '../../case/approvals/review.ts';
import { limitOf, mostKept, withNewest } from '../../case/bounds.ts';
import type { Case, CaseApproval, SeverityChange } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import { isOver } from '../../case/status.ts';
import { timerId } from '../../case/timer-id.ts';
import type { TimerId, Timer } from '../../case/timer-id.ts';
import { decideReopen } from '../lifecycle/reopen.ts';
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
 * After a lowering from critical, somebody else reviews it, under a clock that climbs the ladder too. Where nobody can
 * review it, the case stays critical until the outside partner agrees. Only where the role as it was has nobody else, the
 * pack's delay stands in, and the role, the director and the partner are told. The person then gives the command again,
 * because only a person ever lowers. The other clocks follow through the sla-timer reactor.
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
  if (!right.allowed) return refused(right.because === 'exclusion_waits' ? right.because : 'role');
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
  const mine = (of.approvals ?? []).filter(isLowering).filter((one) => isWaitingOf(one, by.id));
  const waiting = mine.find(({ to }) => to === input.severity);
  const { set, events } = severitySet(of, input, by.id, now);
  const through = decidedBy(of, { kind: 'lowering' }, asking, now);
  // Time counts only while the role still has nobody else.
  if (through === 'time' && waiting !== undefined && approvalStatus(waiting, now) === 'approved') {
    return {
      outcome: 'change',
      parts: { set: { ...set, approvals: withApproval(of, { ...waiting, takenAt: now }) }, events },
    };
  }
  if (through === 'time' && waiting?.effectiveAt !== undefined) return refused('approval_pending');
  if (through === 'partner' && waiting?.partner !== undefined) return refused('approval_pending');
  if (isFullOfApprovals(of)) return refused('approvals_full', [], limitOf('approvals'));
  const approval: CaseApproval = {
    ...askAboutCase(of, { kind: 'lowering' }, asking, now),
    to: input.severity,
    because: input.because,
  };
  if (hadToWait(approval)) return askedDecision(of, approval);
  // What was asked before, while nobody could look, is taken back: somebody looks now.
  const ended = mine.map((one) => ({ ...one, decision: 'refused' as const, decidedBy: by.id, decidedAt: now }));
  const approvals = withoutLooks(
    { ...of, approvals: of.approvals?.map((one) => ended.find(({ id }) => id === one.id) ?? one) ?? [] },
    by.id,
    now,
  );
  const timer = reviewTimer({ ...of, severity: input.severity }, now, policy);
  return {
    outcome: 'change',
    parts: {
      set: { ...set, approvals: [...approvals, approval] },
      events: [...events, askedEvent(approval)],
      ...(timer === undefined ? {} : { timersArmed: [timer] }),
    },
  };
}

type Lowering = Extract<CaseApproval, { kind: 'lowering' }>;

function isLowering(one: CaseApproval): one is Lowering {
  return one.kind === 'lowering';
}

/** Whether a lowering that this person asked for still waits: for the partner, or for the delay. */
function isWaitingOf(one: Lowering, id: string): boolean {
  return hadToWait(one) && one.askedBy === id && one.takenAt === undefined && one.decision === undefined;
}

/**
 * What a decision on a lowering does to the case. Refusing one that holds makes the case critical again, and reopens it
 * when it had ended. One that waited takes effect when it is approved. `after`: the approval as decided; `answered`: the
 * event that says so.
 */
export function afterLoweringDecided(
  of: Case,
  timers: readonly Timer[],
  { before, after, answered }: { before: Lowering; after: Lowering; answered: NewEvent },
  by: { id: string },
  policy: TimerPolicy,
  now: Instant,
): Decision {
  const next = severityAfter(before, after.decision);
  // A decision on a lowering that waited leaves the review clock: another lowering may still wait for its review.
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
function severityAfter(approval: Lowering, decision: Lowering['decision']): SeverityInput | undefined {
  const { to: severity, because } = approval;
  if (hadToWait(approval)) return decision === 'approved' ? { severity, because } : undefined;
  return decision === 'refused' ? { severity: 'critical', because: 'greater_danger' } : undefined;
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

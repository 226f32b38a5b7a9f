import { mostKept, withNewest } from '../../case/bounds.ts';
import type { Case, TargetMove } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import { timerId } from '../../case/timer-id.ts';
import type { Timer } from '../../case/timer-id.ts';
import type { TimerPolicy } from '../../sla/clock-policy.ts';
import { reconcileTimers } from '../../sla/clocks.ts';
import { isOfReferral } from '../../sla/timer.ts';
import { plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';

/** Data of the country pack: how far a deadline of an institution may be moved, in whole days from now. */
export interface TargetPolicy {
  longestMoveDays: number;
}

/**
 * A person moves an internal target or a clock of a referral, with a reason. The promise told to the reporter never
 * moves, and no target goes beyond it (docs/practice.md, Clocks). A missed deadline never moves, because its ladder is
 * already climbing.
 */
export function decideTargetMove(
  of: Case,
  timers: readonly Timer[],
  input: Pick<TargetMove, 'deadline' | 'because'> & { timer: string },
  policy: TimerPolicy & { targets: TargetPolicy },
  by: string,
  now: Instant,
): Decision {
  const timer = timers.find((armed) => timerId(armed) === input.timer);
  if (timer === undefined) return refused('timer_ended');
  const latest = latestOf(of, timer, policy.targets, now);
  if (latest === undefined) return refused('never_moves');
  if (timer.missedAt !== undefined) return refused('missed_already');
  const pointer = '/deadline';
  if (input.deadline <= now) return refused('fields_missing', [{ pointer, code: 'too_small', expected: now }]);
  if (input.deadline > latest) return refused('fields_missing', [{ pointer, code: 'too_large', expected: latest }]);
  if (input.deadline === timer.deadline) return { outcome: 'unchanged' };
  const id = timerId(timer);
  const { deadline, because } = input;
  const move: TargetMove = { timer: id, deadline, because, severity: of.severity, by, at: now };
  const others = (of.targetMoves ?? []).filter((earlier) => earlier.timer !== id);
  const targetMoves = withNewest(others, move, mostKept.targetMoves);
  const { arm } = reconcileTimers({ ...of, targetMoves }, timers, policy);
  return {
    outcome: 'change',
    parts: {
      set: { targetMoves },
      events: [{ type: 'case.target_moved', actor: `staff:${by}`, data: { timer: id } }],
      timersArmed: arm.filter((armed) => timerId(armed) === id),
    },
  };
}

/** The latest deadline that a timer may get; undefined where it never moves. */
function latestOf(
  { promise }: Case,
  timer: Timer,
  { longestMoveDays }: TargetPolicy,
  now: Instant,
): Instant | undefined {
  if (isOfReferral(timer)) return plusMinutes(now, longestMoveDays * 24 * 60);
  if (timer.kind === 'handle') return promise.handleBy;
  return timer.kind === 'resolve' ? promise.resolveBy : undefined;
}

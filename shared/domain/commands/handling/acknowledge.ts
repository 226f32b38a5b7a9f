import type { Case } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import { timerId } from '../../case/timer-id.ts';
import type { Timer } from '../../case/timer-id.ts';
import type { TimerPolicy } from '../../sla/clock-policy.ts';
import { acknowledgeRung } from '../../sla/timer.ts';
import type { Instant } from '../../time/instant.ts';

/**
 * A person acknowledges an escalation. The acknowledgement names the rung and is refused when the ladder has moved on.
 * It holds the climb and is not handling. It ends the clock must_be_acknowledged. Source: docs/practice.md, Ladder.
 */
export function decideAcknowledgement(
  of: Case,
  timers: readonly Timer[],
  { timer: id, rung }: { timer: string; rung: string },
  policy: TimerPolicy,
  by: string,
  now: Instant,
): Decision {
  const timer = timers.find((armed) => timerId(armed) === id);
  if (timer === undefined) return refused('timer_ended');
  const acknowledged = acknowledgeRung(timer, rung, policy, now, `staff:${by}`);
  if (acknowledged.outcome === 'moved_on') return refused('rung_moved_on');
  const { events } = acknowledged;
  return timer.kind === 'must_be_acknowledged'
    ? {
        outcome: 'change',
        parts: { set: { acknowledgedAt: of.acknowledgedAt ?? now }, events, timersDisarmed: [timerId(timer)] },
      }
    : { outcome: 'change', parts: { set: {}, events, timersArmed: [acknowledged.timer] } };
}

import type { Case } from '../../case/case.ts';
import type { ChangeParts } from '../../case/case-change.ts';
import { isKeptOut } from '../../case/exclusions.ts';
import type { Timer } from '../../case/timer-id.ts';
import type { TimerPolicy } from '../../sla/clock-policy.ts';
import { acknowledgeRung, isEnded, lastRung } from '../../sla/timer.ts';
import type { Instant } from '../../time/instant.ts';

/** How many clocks one change holds: two writes for each, in one transaction with the case. */
const heldAtOnce = 30;

/**
 * What follows for one case when a person acknowledges a letter that names it. The climb of each of its escalated clocks
 * is held once, for the pack's minutes, and the clock remembers that. So a second letter does not hold it again. Unread
 * words are never held, and nothing ends: somebody must still take the case. Undefined when nothing is left to hold, or
 * the case excludes the person. Source: docs/practice.md, Mails.
 */
export function holdByLetter(
  of: Case,
  timers: readonly Timer[],
  policy: TimerPolicy,
  by: string,
  now: Instant,
): Pick<ChangeParts, 'set' | 'events' | 'timersArmed'> | undefined {
  if (isKeptOut(of, by)) return undefined;
  const held = timers
    .filter((timer) => timer.kind !== 'must_be_read' && timer.heldByLetter !== true && !isEnded(timer, of, policy))
    .flatMap((timer) => {
      const rung = lastRung(timer, policy);
      if (rung === undefined) return [];
      const acknowledged = acknowledgeRung(timer, rung, policy, now, `staff:${by}`);
      return acknowledged.outcome === 'held' ? [acknowledged] : [];
    })
    .slice(0, heldAtOnce);
  if (held.length === 0) return undefined;
  return {
    set: {},
    events: held.flatMap(({ events }) => events),
    timersArmed: held.map(({ timer }) => ({ ...timer, heldByLetter: true as const })),
  };
}

import type { CaseChange } from './case-change.ts';
import type { Instant } from './case.ts';
import type { CaseEvent } from './events.ts';
import { parseTimerId, timerId, type TimerId } from './timer.ts';

/** What was raised of a timer, and nobody has said yet that they have seen. */
export interface Raise {
  timer: TimerId;
  /** The rung that was raised last: the one to acknowledge. */
  rung: string;
  /** Since the first raise that came after somebody last said that they had seen one. */
  since: Instant;
}

/**
 * The raises that nobody has seen, after a change: they go with their timer, and with an acknowledgement of any of its
 * rungs. They stand on the case itself, so that who looks at all cases need not look into each. A timer that goes on under
 * a new clock number takes its raise along.
 */
export function raisesAfter(
  before: readonly Raise[],
  { events, timersArmed, timersDisarmed }: Pick<CaseChange, 'events' | 'timersArmed' | 'timersDisarmed'>,
): Raise[] {
  return events.reduce(afterEvent, [...before]).flatMap((raise) => {
    const of = parseTimerId(raise.timer);
    const armed = timersArmed.find(({ kind, subject }) => kind === of?.kind && subject === of.subject);
    if (armed !== undefined) return armed.nextRung > 0 ? [{ ...raise, timer: timerId(armed) }] : [];
    return timersDisarmed.includes(raise.timer) ? [] : [raise];
  });
}

function afterEvent(raises: Raise[], event: CaseEvent): Raise[] {
  if (event.type !== 'case.escalated' && event.type !== 'escalation.acknowledged') return raises;
  const { timer, rung } = event.data;
  const others = raises.filter((raise) => raise.timer !== timer);
  if (event.type === 'escalation.acknowledged') return others;
  const since = raises.find((raise) => raise.timer === timer)?.since ?? event.time;
  return [...others, { timer, rung, since }];
}

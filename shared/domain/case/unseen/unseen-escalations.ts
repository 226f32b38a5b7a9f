import type { UnseenEscalation } from '../case.ts';
import type { CaseEvent } from '../events.ts';
import { parseTimerId, timerId } from '../timer-id.ts';
import type { TimerId, Timer } from '../timer-id.ts';

/** The parts of a change that concern the escalations of a case. */
interface EventsAndTimers {
  events: readonly CaseEvent[];
  timersArmed: readonly Timer[];
  timersDisarmed: readonly TimerId[];
}

/**
 * The escalations that nobody has acknowledged, after a change. An escalation goes when its timer goes, or when
 * somebody acknowledges a rung of it. They stand on the case itself, so that a list of all cases need not read the
 * timers. A timer that goes on under a new clock number takes its escalation along. So does a clock of a message, when
 * the one clock of reading replaces it.
 */
export function unseenEscalationsAfter(
  before: readonly UnseenEscalation[],
  { events, timersArmed, timersDisarmed }: EventsAndTimers,
): UnseenEscalation[] {
  const left = events.reduce(afterEvent, [...before]).flatMap((raise) => {
    const of = parseTimerId(raise.timer);
    const isDisarmed = timersDisarmed.includes(raise.timer);
    const armed =
      timersArmed.find(({ kind, subject }) => kind === of?.kind && subject === of.subject) ??
      (isDisarmed && of?.subject.startsWith('message-') === true
        ? timersArmed.find(({ kind, subject }) => kind === of.kind && subject === 'report')
        : undefined);
    if (armed !== undefined) return armed.nextRung > 0 ? [{ ...raise, timer: timerId(armed) }] : [];
    return isDisarmed ? [] : [raise];
  });
  return left.filter(({ timer }, index) => left.findIndex((one) => one.timer === timer) === index);
}

function afterEvent(raises: UnseenEscalation[], event: CaseEvent): UnseenEscalation[] {
  if (event.type !== 'case.escalated' && event.type !== 'escalation.acknowledged') return raises;
  const { timer, rung } = event.data;
  const others = raises.filter((raise) => raise.timer !== timer);
  if (event.type === 'escalation.acknowledged') return others;
  const since = raises.find((raise) => raise.timer === timer)?.since ?? event.time;
  return [...others, { timer, rung, since }];
}

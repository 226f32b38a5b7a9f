import type { CaseEvent } from '../../domain/case/events.ts';
import { isBelow } from '../../domain/report/severity.ts';
import { timerId } from '../../domain/case/timer-id.ts';
import type { Timer } from '../../domain/case/timer-id.ts';
import type { CaseWithTimers } from '../../ports/case-store.ts';
import { nobody, type AlertOrNot } from './staff-alert.ts';

/** What reporters do that staff are told of. */
export type FromReporter = CaseEvent & {
  type: 'case.information_added' | 'case.withdrawal_requested' | 'case.locked';
};

/**
 * News from the reporter goes to who has the case; where it may not wait, or nobody has it, to who is on duty. It is over
 * when the clock it armed has ended: somebody has read it, or looked. Where it called somebody by the ladder, that tells
 * within the minute, and rings. By which words a case was reopened is news of that reopening.
 */
export function alertOfReporter(event: FromReporter, { case: of, timers }: CaseWithTimers): AlertOrNot {
  if (event.type === 'case.information_added' && event.time === of.reopenedAt) return nobody('reopening_tells');
  const timer = clockOf(event, timers);
  if (timer === undefined && event.type !== 'case.locked') return nobody('clock_ended');
  if (timers.some(({ kind }) => kind === 'must_be_acknowledged')) return nobody('ladder_tells');
  const { assignee, severity } = of;
  const news = {
    occasion: 'from_reporter',
    from: 0,
    ...(timer === undefined ? {} : { timer: timerId(timer) }),
  } as const;
  const isForDuty = assignee === undefined || !isBelow(severity, 'high');
  return { tell: isForDuty ? { ...news, to: 'rung' } : { ...news, to: 'assignee_or_rung', assignee } };
}

/** The clock that watches what the reporter did, while it runs. */
function clockOf(event: FromReporter, timers: readonly Timer[]): Timer | undefined {
  switch (event.type) {
    case 'case.information_added': {
      const reading = timers.filter(({ kind }) => kind === 'must_be_read');
      // One clock watches all unread words. Release 0.1.0 armed one for each message.
      return reading.find(({ subject }) => subject === 'report') ?? reading[0];
    }
    case 'case.withdrawal_requested':
      return timers.find(({ kind }) => kind === 'withdrawal_look');
    case 'case.locked':
      return undefined;
    default:
      return event satisfies never;
  }
}

import type { Instant } from '#shared/domain/time/instant.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { isBelow } from '#shared/domain/report/severity.ts';
import type { Sweep } from '#shared/lambda/events/schedule-handler.ts';
import { errorName } from '#shared/lambda/log/log.ts';
import { whileTimeLasts } from '#shared/lambda/time-left.ts';
import type { DueIndex, DueTimer } from '#shared/ports/due-index.ts';
import type { EscalateDueTimerDeps } from './escalate-due-timer.ts';
import { oldestSeconds } from './oldest.ts';
import { escalateDueTimer } from './escalate-due-timer.ts';
import { mailsUntil, sendDueMails, type SendDueMailsDeps } from './send-due-mails.ts';
import { sendDirectoryNotices, type SendDirectoryNoticesDeps } from './send-directory-notices.ts';
import { watchRoster, type WatchRosterDeps } from './watch-roster.ts';

export type SweepDeadlinesDeps = EscalateDueTimerDeps &
  SendDueMailsDeps &
  SendDirectoryNoticesDeps &
  WatchRosterDeps & { due: DueIndex };

/** How many cases are worked on at the same time. */
const casesAtOnce = 16;
/** What escalating leaves for the mails that are due, the notices and the roster. An escalation is nothing without them. */
const reserveMs = 15_000;

/**
 * Escalates every deadline that is due, critical cases first. Then it sends the mails and directory notices that are
 * due, and looks at the roster. What cannot be escalated is counted and left for the next sweep. It holds up nothing
 * that comes after it. So is what there was no time for. Answers when there is something to do again: in a minute, when there was something now.
 */
export function sweepDeadlines(deps: SweepDeadlinesDeps): Sweep {
  const raise = escalateDueTimer(deps);
  const sendDue = sendDueMails(deps);
  const notify = sendDirectoryNotices(deps);
  const watch = watchRoster(deps);

  /** Timers of one case change the same row, so they are escalated one after the other. */
  async function escalationOfCase(timers: readonly DueTimer[]): Promise<{ failed: number; owedSince: Instant[] }> {
    const owedSince: Instant[] = [];
    let failed = 0;
    const fail = (due: DueTimer, why: { reason: 'contended' } | { errorName: string }): void => {
      failed += 1;
      owedSince.push(due.dueAt);
      deps.log('raise_failed', { caseId: due.caseId, timer: due.timer, ...why });
    };
    for (const due of timers) {
      try {
        const raised = await raise(due);
        if (raised.outcome === 'contended') fail(due, { reason: 'contended' });
        if (raised.outcome === 'raised') {
          owedSince.push(raised.owedSince);
          deps.log('timer_raised', { caseId: due.caseId, timer: due.timer, severity: due.severity });
          deps.measure('TimerRaised', 1);
        }
        if (raised.outcome === 'ended') deps.log('timer_ended', { caseId: due.caseId, timer: due.timer });
      } catch (error) {
        fail(due, { errorName: errorName(error) });
      }
    }
    return { failed, owedSince };
  }

  return async (timeLeft) => {
    const now = deps.clock.now();
    const { timers, mails, nextAt } = await deps.due.upTo(now, mailsUntil(now));
    const due = timers.toSorted(criticalFirst);
    const time = { timeLeft, reserveMs };
    const { done: ofCases, left } = await whileTimeLasts(casesAtOnce, byCase(due), time, escalationOfCase);
    const unlooked = left.flat();
    deps.measure('TimersLeftUndone', unlooked.length);
    const owedSince = [...ofCases.flatMap((ofCase) => ofCase.owedSince), ...unlooked.map(({ dueAt }) => dueAt)];
    deps.measure('RaiseDelay', oldestSeconds(owedSince, now));
    const raiseFailed = ofCases.reduce((sum, { failed }) => sum + failed, 0);
    if (raiseFailed > 0) deps.measure('RaiseFailed', raiseFailed);
    const { tried, isMore } = await sendDue(mails, now);
    const notices = await notify(now, timeLeft);
    await watch(now);

    deps.log('sweep_finished', { count: due.length });
    // Finished work makes other work due, and failed work is still due. Another sweep costs no more than asking now.
    if (due.length > 0 || tried > 0 || isMore || notices.left > 0) return { nextAt: plusMinutes(now, 1) };
    return nextAt === undefined ? {} : { nextAt };
  };
}

function criticalFirst(a: DueTimer, b: DueTimer): number {
  if (a.severity !== b.severity) return isBelow(a.severity, b.severity) ? 1 : -1;
  return a.dueAt < b.dueAt ? -1 : 1;
}

/** Groups the timers by case, in the order of each case's first timer. So the most urgent case still comes first. */
function byCase(due: readonly DueTimer[]): DueTimer[][] {
  return [...Map.groupBy(due, (timer) => timer.caseId).values()];
}

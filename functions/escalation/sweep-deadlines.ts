import type { Instant } from '#shared/domain/case.ts';
import { plusMinutes } from '#shared/domain/clocks.ts';
import { isBelow } from '#shared/domain/severity.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import { errorName } from '#shared/lambda/log.ts';
import type { DueTimer, DueTimers } from '#shared/ports/due-timers.ts';
import type { RaiseDueTimer } from './raise-due-timer.ts';
import { oldestSeconds } from './oldest.ts';
import { raiseDueTimer } from './raise-due-timer.ts';
import { sendDueMails, type SendDueMails } from './send-due-mails.ts';
import { watchRoster, type WatchRoster } from './watch-roster.ts';

export type SweepDeadlines = RaiseDueTimer & SendDueMails & WatchRoster & { due: DueTimers };

/** How many cases are raised at a time. */
const casesAtOnce = 16;

/**
 * Raises every deadline that is due, critical cases first, and then sends the mails that are due. What could
 * not be raised is counted and left for the next sweep; it stops nothing that comes after it. Answers when there will be
 * something to do again.
 */
export function sweepDeadlines(deps: SweepDeadlines): () => Promise<{ nextAt?: Instant }> {
  const raise = raiseDueTimer(deps);
  const sendDue = sendDueMails(deps);
  const watch = watchRoster(deps);

  /** Timers of one case change the same row, so they are raised one after the other. */
  async function raiseOfCase(timers: readonly DueTimer[]): Promise<number> {
    let failed = 0;
    for (const due of timers) {
      try {
        const outcome = await raise(due);
        if (outcome === 'contended') {
          failed += 1;
          deps.log('raise_failed', { caseId: due.caseId, timer: due.timer, reason: 'contended' });
        }
        if (outcome === 'raised') {
          deps.log('timer_raised', { caseId: due.caseId, timer: due.timer, severity: due.severity });
          deps.measure('TimerRaised', 1);
        }
        if (outcome === 'ended') deps.log('timer_ended', { caseId: due.caseId, timer: due.timer });
      } catch (error) {
        failed += 1;
        deps.log('raise_failed', { caseId: due.caseId, timer: due.timer, errorName: errorName(error) });
      }
    }
    return failed;
  }

  return async () => {
    const now = deps.clock.now();
    const due = (await deps.due.due(now)).sort(criticalFirst);
    deps.measure(
      'RaiseDelay',
      oldestSeconds(
        due.map((timer) => timer.dueAt),
        now,
      ),
    );
    const failures = await inParallel(casesAtOnce, byCase(due), raiseOfCase);
    const raiseFailed = failures.reduce((sum, failed) => sum + failed, 0);
    if (raiseFailed > 0) deps.measure('RaiseFailed', raiseFailed);
    const mails = await sendDue(now);
    await watch(now);

    const isLeft = raiseFailed > 0 || mails.failed > 0 || mails.isMore;
    const nextAt = earliest(await deps.due.nextDueAt(now), isLeft ? plusMinutes(now, 1) : undefined);
    deps.log('sweep_finished', { count: due.length });
    return nextAt === undefined ? {} : { nextAt };
  };
}

function criticalFirst(a: DueTimer, b: DueTimer): number {
  if (a.severity !== b.severity) return isBelow(a.severity, b.severity) ? 1 : -1;
  return a.dueAt < b.dueAt ? -1 : 1;
}

/** Groups in the order of each case's first timer, so that the most urgent case still comes first. */
function byCase(due: readonly DueTimer[]): DueTimer[][] {
  return [...Map.groupBy(due, (timer) => timer.caseId).values()];
}

function earliest(...instants: (Instant | undefined)[]): Instant | undefined {
  return instants.filter((at) => at !== undefined).sort()[0];
}

import type { Instant } from '#shared/domain/case.ts';
import { plusMinutes } from '#shared/domain/clocks.ts';
import { isBelow } from '#shared/domain/severity.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import { errorName } from '#shared/lambda/log.ts';
import type { DueTimer, DueTimers } from '#shared/ports/due-timers.ts';
import type { SendMail } from '#shared/use-cases/send-mail.ts';
import { sendAgain } from '#shared/use-cases/send-mail.ts';
import type { RaiseDueTimer } from './raise-due-timer.ts';
import { raiseDueTimer } from './raise-due-timer.ts';

export interface SweepDeadlines extends RaiseDueTimer, SendMail {
  due: DueTimers;
}

/** How many cases are raised, and mails sent, at a time. */
const casesAtOnce = 16;
const mailsAtOnce = 4;
/** The mailbox answers at most this many; when it does, there may be more. */
const mailsPerSweep = 100;

/**
 * Raises every deadline that is due, critical cases first, and then sends the mails that were left unsent. What could
 * not be raised is counted and left for the next sweep; it stops nothing that comes after it. Answers when there will be
 * something to do again.
 */
export function sweepDeadlines(deps: SweepDeadlines): () => Promise<{ nextAt?: Instant }> {
  const raise = raiseDueTimer(deps);
  const send = sendAgain(deps);

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

  async function sendUnsent(now: Instant): Promise<{ failed: number; isMore: boolean }> {
    const mails = await deps.mailbox.unsent(now);
    deps.measure(
      'OldestUnsentMailAge',
      oldestSeconds(
        mails.map((mail) => mail.createdAt),
        now,
      ),
    );
    const outcomes = await inParallel(mailsAtOnce, mails, async (mail) => {
      try {
        return (await send(mail)).outcome;
      } catch (error) {
        deps.log('mail_failed', { caseId: mail.caseId, eventId: mail.eventId, errorName: errorName(error) });
        return 'fault';
      }
    });
    // A mail that the service did not take has its next try set; only a fault of the database leaves it due now.
    return { failed: outcomes.filter((outcome) => outcome === 'fault').length, isMore: mails.length >= mailsPerSweep };
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
    const mails = await sendUnsent(now);

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

function oldestSeconds(instants: readonly Instant[], now: Instant): number {
  const [oldest] = [...instants].sort();
  return oldest === undefined ? 0 : (Date.parse(now) - Date.parse(oldest)) / 1000;
}

function earliest(...instants: (Instant | undefined)[]): Instant | undefined {
  return instants.filter((at) => at !== undefined).sort()[0];
}

import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { deadlinesOf } from '#shared/domain/case/deadlines.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import { escalateTimer } from '#shared/domain/sla/timer.ts';
import { type Timer, timerId } from '#shared/domain/case/timer-id.ts';
import type { CaseReader, CaseWriter } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { DueTimer } from '#shared/ports/due-index.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

export interface EscalateDueTimerDeps {
  cases: CaseReader;
  writer: Pick<CaseWriter, 'write'>;
  clock: Clock;
  country: TimerPolicy;
}

/** `gone`: the row that the index named is no longer there, or no longer due. `contended`: others kept writing. */
export type EscalationOutcome = { outcome: 'raised'; owedSince: Instant } | { outcome: 'ended' | 'gone' | 'contended' };

/**
 * Escalates one due timer. It decides on the case and its timers as read consistently, never on the index row. The
 * events and the timer's next state are one transaction, so each rung is escalated once. A timer whose clock has ended
 * is deleted.
 */
export function escalateDueTimer(deps: EscalateDueTimerDeps): (due: DueTimer) => Promise<EscalationOutcome> {
  return async (due) => {
    const outcome = await decideAgain<EscalationOutcome>(async () => {
      const of = await deps.cases.load(due.caseId);
      const timer = of?.timers.find((armed) => timerId(armed) === due.timer);
      if (of === undefined || timer === undefined) return { outcome: 'gone' };
      const now = deps.clock.now();
      const raised = escalateTimer(timer, of.case, deps.country, now);
      if (raised.outcome === 'not_due') return { outcome: 'gone' };
      // It knows all timers, so it also writes the list of deadlines that a row of release 0.1.0 lacks.
      const set = { deadlines: deadlinesOf(of.timers, of.case.clockNumber) };
      const parts =
        raised.outcome === 'raised'
          ? { set, events: raised.events, timersArmed: [raised.timer] }
          : { set, events: [], timersDisarmed: [due.timer] };
      const written = await deps.writer.write(changeCase(of.case, parts, now));
      if (!written.written) return again;
      return raised.outcome === 'raised' ? { outcome: 'raised', owedSince: owedSince(timer, of.case) } : raised;
    });
    return outcome === again ? { outcome: 'contended' } : outcome;
  };
}

/**
 * Since when the timer could be escalated. A case that was entered late may have been due before anybody could know it
 * (decision 080).
 */
function owedSince({ dueAt }: Timer, { enteredAt = dueAt }: Case): Instant {
  return enteredAt > dueAt ? enteredAt : dueAt;
}

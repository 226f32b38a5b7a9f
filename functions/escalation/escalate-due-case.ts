import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { deadlinesOf } from '#shared/domain/case/deadlines.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import { escalateCase } from '#shared/domain/sla/escalate-case.ts';
import { type Timer, type TimerId, timerId } from '#shared/domain/case/timer-id.ts';
import type { CaseReader, CaseWriter } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

export interface EscalateDueCaseDeps {
  cases: CaseReader;
  writer: Pick<CaseWriter, 'write'>;
  clock: Clock;
  country: TimerPolicy;
}

/** What was written of a case. `contended`: others kept writing, so something may be left. */
export interface CaseEscalation {
  raised: { timer: TimerId; owedSince: Instant }[];
  ended: TimerId[];
  outcome: 'done' | 'contended';
}

/**
 * Escalates everything that is due of one case. It decides on the case and its timers as read consistently, never on
 * the index rows that led here. The events and the next states of all its timers are one transaction, so each rung is
 * escalated once. What one transaction should not hold follows in the next. Timers whose clocks have ended are deleted.
 */
export function escalateDueCase(deps: EscalateDueCaseDeps): (caseId: string) => Promise<CaseEscalation> {
  return async (caseId) => {
    const done: CaseEscalation = { raised: [], ended: [], outcome: 'done' };
    for (;;) {
      const outcome = await decideAgain<{ isMore: boolean }>(async () => {
        const of = await deps.cases.load(caseId);
        if (of === undefined) return { isMore: false };
        const now = deps.clock.now();
        const { events, timersArmed, timersDisarmed, escalated, isMore } = escalateCase(
          of.case,
          of.timers,
          deps.country,
          now,
        );
        if (timersArmed.length + timersDisarmed.length === 0) return { isMore: false };
        // It knows all timers, so it also writes the list of deadlines that a row of release 0.1.0 lacks.
        const set = { deadlines: deadlinesOf(of.timers, of.case.clockNumber) };
        const parts = { set, events, timersArmed, timersDisarmed };
        const written = await deps.writer.write(changeCase(of.case, parts, now));
        if (!written.written) return again;
        done.raised.push(
          ...escalated.map((timer) => ({ timer: timerId(timer), owedSince: owedSince(timer, of.case) })),
        );
        done.ended.push(...timersDisarmed);
        return { isMore };
      });
      if (outcome === again) return { ...done, outcome: 'contended' };
      if (!outcome.isMore) return done;
    }
  };
}

/**
 * Since when the timer could be escalated. A case that was entered late may have been due before anybody could know it
 * (decision 080).
 */
function owedSince({ dueAt }: Timer, { enteredAt = dueAt }: Case): Instant {
  return enteredAt > dueAt ? enteredAt : dueAt;
}

import type { CaseEvent } from '#shared/domain/case/events.ts';
import { eventId, isAhead } from '#shared/domain/case/events.ts';
import { parseTimerId } from '#shared/domain/case/timer-id.ts';
import type { ClockKind } from '#shared/domain/case/timer-id.ts';
import { countedNotices, factOf } from '#shared/domain/keeping/case-fact.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { CaseFacts } from '#shared/ports/facts.ts';
import { countedHere, type CountryOfFigures } from '#shared/use-cases/counted-here.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

export interface CountCaseDeps {
  facts: CaseFacts;
  clock: Clock;
  country: CountryOfFigures;
  /** A random id, of letters, digits and `-`. */
  newId: () => string;
}

/** The clocks whose miss changes a figure: those of what was promised. */
const promised: readonly ClockKind[] = ['must_be_read', 'promise_handle', 'promise_resolve'];

/** Writes the one fact of a case and those of its notices, as they are now. The event only says that there may be work. */
export function countCase(deps: CountCaseDeps): (event: CaseEvent) => Promise<Reaction> {
  return async (event) => {
    const { caseId } = event;
    const done = { reactor: 'statistics', eventId: eventId(event) };
    const reaction = await decideAgain<Reaction>(async () => {
      const of = await deps.facts.countable(caseId);
      if (of === undefined) return { outcome: 'ignored', reason: 'case_gone' };
      if (isAhead(event, of.case)) return { outcome: 'ignored', reason: 'event_gone' };
      // Asked after the case: of one that was erased, not even the row that says so may be written.
      if (isOtherMiss(event)) return { outcome: 'ignored', reason: 'nothing_to_change' };
      const { country, newId } = deps;
      const fact = factOf(of.case, of.addresses, await countedHere(country), deps.clock.now());
      const { notices: before = {} } = of;
      const notices = countedNotices(of.case, before, country.timeZone, newId);
      const known = of.id === undefined ? undefined : { notices: Object.keys(before).length };
      const { revision } = of.case;
      const counted = { caseId, revision, id: of.id ?? newId(), fact, notices, known };
      const written = await deps.facts.record(counted, done);
      return written === 'conflict' ? again : { outcome: 'done' };
    });
    return reaction === again ? { outcome: 'retry', reason: 'contended' } : reaction;
  };
}

/** A missed deadline that was promised to nobody outside: a target, or the silence of an institution. */
function isOtherMiss(event: CaseEvent): boolean {
  if (event.type !== 'sla.missed') return false;
  const timer = parseTimerId(event.data.timer);
  return timer === undefined || timer.subject !== 'report' || !promised.includes(timer.kind);
}

import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { eventId } from '#shared/domain/case/events.ts';
import { factOf } from '#shared/domain/keeping/case-fact.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { CaseFacts } from '#shared/ports/facts.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

export interface CountCaseDeps {
  facts: CaseFacts;
  clock: Clock;
  country: Pick<CountryPack, 'timeZone'>;
  /** A random id, of letters, digits and `-`. */
  newId: () => string;
}

/** Writes the one fact of a case, as the case is now. The event only says that there may be work. */
export function countCase(deps: CountCaseDeps): (event: CaseEvent) => Promise<Reaction> {
  return async (event) => {
    const { caseId } = event;
    const done = { reactor: 'statistics', eventId: eventId(event) };
    const reaction = await decideAgain<Reaction>(async () => {
      const of = await deps.facts.countable(caseId);
      if (of === undefined) return { outcome: 'ignored', reason: 'case_gone' };
      const fact = factOf(of.case, of.addresses, deps.country.timeZone, deps.clock.now());
      const { revision } = of.case;
      const written = await deps.facts.record({ caseId, revision, id: of.id ?? deps.newId(), fact }, done);
      return written === 'conflict' ? again : { outcome: 'done' };
    });
    return reaction === again ? { outcome: 'retry', reason: 'contended' } : reaction;
  };
}

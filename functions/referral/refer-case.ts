import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import type { CaseReader, CaseWriter } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';
import { proposeFor } from './propose-for.ts';

export interface ReferCase {
  cases: CaseReader;
  writer: Pick<CaseWriter, 'write'>;
  clock: Clock;
  country: Pick<CountryPack, 'loadReferrals'>;
}

/** Proposes to whom a case should go. A person decides; nothing leaves the centre from here. */
export function referCase(deps: ReferCase): (event: CaseEvent) => Promise<Reaction> {
  const propose = proposeFor(deps);
  return async (event) => {
    const reaction = await decideAgain<Reaction>(async () => {
      const of = await deps.cases.loadWithoutTimers(event.caseId);
      return of === undefined ? { outcome: 'ignored', reason: 'case_gone' } : propose(event, of);
    });
    return reaction === again ? { outcome: 'retry', reason: 'contended' } : reaction;
  };
}

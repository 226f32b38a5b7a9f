import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { coarsened, countedNotices, factOf } from '#shared/domain/keeping/case-fact.ts';
import type { CountedBy, Fact } from '#shared/domain/keeping/case-fact.ts';
import { talliesOf } from '#shared/domain/keeping/tally.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { FinalFigures } from '#shared/ports/facts.ts';
import { countedHere } from '#shared/use-cases/counted-here.ts';
import { randomId } from './new-case.ts';

/** By what Albania counts cases. */
export const countedInAlbania: CountedBy = await countedHere(albania);

/** What a case that was never counted leaves in the figures when it is erased. */
export function figuresOfErased(of: Case, now: Instant, id: string = randomId()): FinalFigures {
  const fact = factOf(of, 0, countedInAlbania, now);
  const notices = countedNotices(of, {}, albania.timeZone, randomId);
  return { id, fact: coarsened(fact), notices, tallies: talliesOf(fact), known: undefined };
}

/** A fact as it is written of an ordinary case that was resolved in time. */
export function aFact(overrides: Partial<Fact> = {}): Fact {
  return {
    quarter: '2026-Q4',
    category: 'cyberbullying',
    channel: 'web',
    severity: 'normal',
    reporterAgeBand: 'unknown',
    victims: [{ ageBand: '14', gender: 'female' }],
    addresses: 2,
    outcome: 'advice_given',
    promise: 'kept',
    read: 'kept',
    reopened: 0,
    ...overrides,
  };
}

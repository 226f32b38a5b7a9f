import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { coarsened, countedNotices, factOf } from '#shared/domain/keeping/case-fact.ts';
import { nextKeepingStep } from '#shared/domain/keeping/retention.ts';
import type { KeptBecause } from '#shared/domain/keeping/retention.ts';
import { talliesOf } from '#shared/domain/keeping/tally.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { CaseReader, CaseWriter } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Erasing, Erasure } from '#shared/ports/erasing.ts';
import type { CaseFacts } from '#shared/ports/facts.ts';
import { countedHere, type CountryOfFigures } from '#shared/use-cases/counted-here.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

export interface KeepOrEraseDeps {
  cases: CaseReader;
  writer: Pick<CaseWriter, 'write'>;
  facts: Pick<CaseFacts, 'countable'>;
  erasing: Pick<Erasing, 'begin'>;
  clock: Clock;
  country: Pick<CountryPack, 'retention'> & CountryOfFigures;
  /** A random id, of letters, digits and `-`. */
  newId: () => string;
  /** Removes a case whose erasure has begun. Answers when to look again. */
  removeErased: (erasure: Erasure) => Promise<Instant | undefined>;
  log: Log;
}

export interface KeptOutcome {
  outcome: 'gone' | 'left' | 'dated' | 'told' | 'erased' | 'contended';
  /** When to look whether anything of an erased case is left. */
  lookAgainAt?: Instant | undefined;
}

/**
 * Does the next step of keeping one case: sets its date, tells its owner, or begins to erase it. It decides on the case
 * as it stands. The index only says where to look.
 */
export function keepOrErase(deps: KeepOrEraseDeps): (caseId: string) => Promise<KeptOutcome> {
  /**
   * The final fact is written in the transaction that erases the case, with its notices and what the tallies keep. So no
   * case is erased before it was counted.
   */
  async function erase(of: Case, because: KeptBecause, now: Instant): Promise<KeptOutcome | typeof again> {
    const counted = await deps.facts.countable(of.caseId);
    if (counted === undefined) return again;
    const { addresses, notices: known = {} } = counted;
    const fact = factOf(of, addresses, await countedHere(deps.country), now);
    const figures = {
      // A new id, so that nobody who kept the old one can find the row by it.
      id: deps.newId(),
      fact: coarsened(fact),
      notices: countedNotices(of, known, deps.country.timeZone, deps.newId),
      tallies: talliesOf(fact),
      known: counted.id === undefined ? undefined : { notices: Object.keys(known).length },
    };
    const begun = await deps.erasing.begin(of, figures, now, because);
    if (begun === undefined) return again;
    // Removed at once, the keys first. The journal's index may not show this erasure before the next run.
    return { outcome: 'erased', lookAgainAt: await deps.removeErased(begun) };
  }

  return async (caseId) => {
    const outcome = await decideAgain<KeptOutcome>(async () => {
      const found = await deps.cases.load(caseId);
      if (found === undefined) return { outcome: 'gone' };
      const of = found.case;
      const now = deps.clock.now();
      const next = nextKeepingStep(of, deps.country.retention, now);
      if (next.step === 'leave') return { outcome: 'left' };
      if (next.step === 'erase') return erase(of, next.because, now);
      const tells = next.step === 'tell';
      const change = changeCase(
        of,
        {
          set: { keeping: { ...next.keeping, revision: of.revision + 1 } },
          events: tells ? [{ type: 'case.erasure_due', actor: 'besa:retention', data: {} }] : [],
        },
        now,
      );
      if (!(await deps.writer.write(change)).written) return again;
      if (tells) deps.log('erasure_due', { caseId });
      return { outcome: tells ? 'told' : 'dated' };
    });
    return outcome === again ? { outcome: 'contended' } : outcome;
  };
}

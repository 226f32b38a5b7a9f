import type { Case } from '../domain/case/case.ts';
import type { Fact } from '../domain/keeping/case-fact.ts';
import type { FrozenQuarter } from '../domain/keeping/statistics.ts';

/** A case, the id of its fact, and what only its lookup index tells. */
export interface Countable {
  case: Case;
  /** The opaque id of the fact. Absent before the case was first counted. */
  id?: string;
  /** How many addresses were reported. */
  addresses: number;
}

/** For the statistics reactor, which counts cases. */
export interface CaseFacts {
  countable(caseId: string): Promise<Countable | undefined>;
  /**
   * Writes the fact of a case as it stood at `revision`, with the DONE row. `conflict`: another worker counted it
   * first, under another id or at a later revision.
   */
  record(
    counted: { caseId: string; revision: number; id: string; fact: Fact },
    done: { reactor: string; eventId: string },
  ): Promise<'written' | 'done_already' | 'conflict'>;
}

/** The figures that everybody may read. */
export interface PublishedStatistics {
  /** The quarters of a year whose figures are published, in order. */
  ofYear(year: number): Promise<FrozenQuarter[]>;
}

/** For the function that makes the figures of a quarter. */
export interface QuarterFacts extends PublishedStatistics {
  ofQuarter(quarter: { quarter: string; months: readonly string[] }): Promise<Fact[]>;
  /** Writes the figures once. False when the quarter was published before; then the first figures stand. */
  publish(frozen: FrozenQuarter): Promise<boolean>;
}

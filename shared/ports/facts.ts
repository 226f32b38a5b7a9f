import type { Case } from '../domain/case/case.ts';
import type { Fact } from '../domain/keeping/case-fact.ts';
import type { FrozenQuarter } from '../domain/keeping/statistics.ts';

/** A case, what it knows of its fact, and what of it only its lookups tell. */
export interface Countable {
  case: Case;
  /** The fact's opaque id; absent before it was first counted. */
  id?: string;
  /** How many addresses were reported. */
  addresses: number;
}

/** Counts cases: the statistics reactor. */
export interface CaseFacts {
  countable(caseId: string): Promise<Countable | undefined>;
  /**
   * Writes the fact of a case as it stood at `revision`, with the DONE row. `conflict`: another worker counted it first,
   * under another id or as it stood later.
   */
  record(
    counted: { caseId: string; revision: number; id: string; fact: Fact },
    done: { reactor: string; eventId: string },
  ): Promise<'written' | 'done_already' | 'conflict'>;
}

/** What everybody may read. */
export interface PublishedStatistics {
  /** The quarters of a year whose figures are made, in order. */
  ofYear(year: number): Promise<FrozenQuarter[]>;
}

/** Makes the figures of a quarter. */
export interface QuarterFacts extends PublishedStatistics {
  ofQuarter(quarter: { quarter: string; months: readonly string[] }): Promise<Fact[]>;
  /** False when the quarter was published before: that stands. */
  publish(frozen: FrozenQuarter): Promise<boolean>;
}

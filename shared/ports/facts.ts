import type { Case } from '../domain/case/case.ts';
import type { CountedNotice, Fact } from '../domain/keeping/case-fact.ts';
import type { FrozenQuarter } from '../domain/keeping/statistics.ts';
import type { Tally, TallyStep } from '../domain/keeping/tally.ts';

/** A case, the id of its fact, and what only its lookup index tells. */
export interface Countable {
  case: Case;
  /** The opaque id of the fact. Absent before the case was first counted. */
  id?: string;
  /** The opaque ids of its notices' rows, by the id of the notice. Absent before the case was first counted. */
  notices?: Readonly<Record<string, string>>;
  /** How many addresses were reported. */
  addresses: number;
}

/** What a case's pointer said of its figures when it was read: how many notices it has rows of. */
export interface KnownFigures {
  notices: number;
}

/** What a case leaves in the figures when it is erased. */
export interface FinalFigures {
  /** A new opaque id. */
  id: string;
  /** Coarsened. */
  fact: Fact;
  notices: readonly CountedNotice[];
  tallies: readonly TallyStep[];
  /** Absent when the case was never counted. */
  known: KnownFigures | undefined;
}

/** For the statistics reactor, which counts cases. */
export interface CaseFacts {
  countable(caseId: string): Promise<Countable | undefined>;
  /**
   * Writes the facts of a case and of its notices as they stood at `revision`, with the DONE row. `known` is absent when
   * the case was not counted before. `conflict`: another worker counted it first, or it was erased.
   */
  record(
    counted: {
      caseId: string;
      revision: number;
      id: string;
      fact: Fact;
      notices: readonly CountedNotice[];
      known: KnownFigures | undefined;
    },
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
  /** How many cases of the quarter were erased until now, and their regions. */
  erasedOf(quarter: string): Promise<{ cases: number; tally: Tally }>;
  /**
   * Writes the figures once, with the unpublished tally of all regions. `published_already`: then the first figures
   * stand. `conflict`: more or fewer cases of the quarter were erased than `erasedCases`.
   */
  publish(
    frozen: FrozenQuarter,
    tally: { regions: Tally; erasedCases: number },
  ): Promise<'written' | 'published_already' | 'conflict'>;
}

import type { Case } from '../domain/case/case.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Fact } from '../domain/keeping/case-fact.ts';
import type { KeptBecause } from '../domain/keeping/retention.ts';

/** Cases that are over, by when there is something to do about keeping them. */
export interface KeptCases {
  /** Ids of cases to look at by now, the oldest first: a bounded number of them. */
  due(now: Instant): Promise<{ caseId: string; since: Instant }[]>;
  /** The next instant after `after` at which there is one. */
  nextAfter(after: Instant): Promise<Instant | undefined>;
}

/**
 * One erasure as the journal has it: enough to erase the case again from whatever is restored. It holds no key and no
 * blind index, only names under which keys stood.
 */
export interface Erasure {
  caseId: string;
  requestId: string;
  /** Partitions of the Keys table. */
  keys: readonly string[];
  at: Instant;
  because: KeptBecause;
  /** When a run found nothing left of the case. */
  finishedAt?: Instant;
}

export interface Erasing {
  /**
   * Begins to erase, in ONE transaction: the journal has it, the case is gone for everybody, a retry of its report is
   * told so, and its fact is final and coarsened. Undefined when the case has changed since it was read.
   */
  begin(of: Case, fact: { id: string; fact: Fact }, at: Instant, because: KeptBecause): Promise<Erasure | undefined>;
  /** Erasures that no run has found complete yet, oldest first. */
  unfinished(): Promise<Erasure[]>;
  /**
   * Removes keys, then whatever else there still is of the case, and leaves the tombstone. May be broken off anywhere and
   * done again. Answers how many rows there were besides.
   */
  remove(erasure: Erasure): Promise<number>;
  finish(erasure: Erasure, at: Instant): Promise<void>;
}

/** Every erasure there ever was: what is replayed after a restore. */
export interface ErasureJournal {
  all(): AsyncIterable<Erasure>;
}

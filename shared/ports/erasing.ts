import type { Case } from '../domain/case/case.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { KeptBecause } from '../domain/keeping/retention.ts';
import type { FinalFigures } from './facts.ts';

/** Cases that have ended, by when the next thing must be done about keeping them. */
export interface KeptCases {
  /** Ids of all cases that are due by now, the oldest first. An entry of the index is about 100 bytes. */
  due(now: Instant): Promise<{ caseId: string; since: Instant }[]>;
  /** The next instant after `after` at which a case is due. */
  nextAfter(after: Instant): Promise<Instant | undefined>;
}

/**
 * One erasure in the journal: enough to erase the case again from anything that is restored. It holds no key and no
 * blind index, only the names under which keys stood.
 */
export interface Erasure {
  caseId: string;
  requestId: string;
  /** Partitions of the Keys table. */
  keys: readonly string[];
  at: Instant;
  because: KeptBecause;
  /** When a run next looks whether anything is left. Absent until all was removed once. */
  lookAgainAt?: Instant;
  /** When a run found nothing left of the case. */
  finishedAt?: Instant;
}

export interface Erasing {
  /**
   * Begins to erase, in ONE transaction. The journal has the erasure, and the case is gone for everybody. A retry of
   * its report learns so, and its fact is final and coarsened. What the fact drops is tallied, and its notices are
   * counted. Its access log is found by its number from here on. Undefined when the case has changed since it was read.
   */
  begin(of: Case, figures: FinalFigures, at: Instant, because: KeptBecause): Promise<Erasure | undefined>;
  /**
   * Erasures that a run has to go on with by now, the longest due first. They were broken off, or were removed once and
   * nobody has looked again. `nextAt`: when the next of the others is due.
   */
  unfinished(now: Instant): Promise<{ due: Erasure[]; nextAt?: Instant }>;
  /**
   * Removes the keys, then everything else that is left of the case, and leaves the tombstone. It may break off
   * anywhere and run again. Answers how many rows the case and its history still had.
   */
  remove(erasure: Erasure): Promise<number>;
  /** Says in the journal that all was removed, and when to look again. */
  lookAgain(erasure: Erasure, at: Instant): Promise<void>;
  finish(erasure: Erasure, at: Instant): Promise<void>;
}

/** The access logs of erased cases. */
export interface ErasedLogs {
  /**
   * Makes the log of an erased case findable by its number again, where a restore took that away. The entries of the log
   * have the number, and the journal does not. Does nothing for a case without entries.
   */
  findAgain(caseId: string): Promise<void>;
}

/** Every erasure that ever happened. It is replayed after a restore. */
export interface ErasureJournal {
  all(): AsyncIterable<Erasure>;
}

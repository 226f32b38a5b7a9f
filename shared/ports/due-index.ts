import type { Instant } from '../domain/time/instant.ts';
import type { Severity } from '../domain/report/severity.ts';
import type { TimerId } from '../domain/case/timer-id.ts';
import type { MailRef } from './mailbox.ts';

export interface DueTimer {
  caseId: string;
  timer: TimerId;
  dueAt: Instant;
  severity: Severity;
}

/** A mail that is due at `dueAt`, as the index has it. */
export type DueMail = MailRef & { dueAt: Instant };

/** The head of the index, oldest first over all shards. */
export interface Due {
  timers: DueTimer[];
  mails: DueMail[];
  /** Ids of acknowledged letters from which something still follows. */
  letters: string[];
  /** Cases with an alert that found nobody, each once. */
  owed: string[];
  /** When the next timer or mail falls due that is not due yet. */
  nextAt?: Instant;
}

/** What was found at first, and what stands there once some of it was worked on. */
export interface DueFound extends Due {
  /**
   * Reads anew where the rows of these cases stand, up to the same `now`. Nothing else is read: the caller changed
   * nothing else.
   */
  after: (cases: Iterable<string>) => Promise<Due>;
}

/** What the escalation sweep looks for. The index may lag, so every decision is made on the base rows. */
export interface DueIndex {
  /**
   * Timers due at `now`, and mails due at `mailsUntil`, which is `now` or later. All shards are read in parallel. While
   * little is due, each is read once.
   */
  upTo(now: Instant, mailsUntil: Instant): Promise<DueFound>;
  /**
   * Cases with a mail that is due by then, as far as one page of each shard tells. `isAll` says that these are all of
   * them. Only after an outage do more fall due than the pages hold. `owedSince` says since when something is owed to
   * staff, by case.
   */
  casesWithMail(
    until: Instant,
  ): Promise<{ caseIds: ReadonlySet<string>; owedSince: ReadonlyMap<string, Instant>; isAll: boolean }>;
}

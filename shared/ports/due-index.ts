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

/** What stands at the head of the index, oldest first over all shards. */
export interface Due {
  timers: DueTimer[];
  /** At most 400. */
  mails: MailRef[];
  /** When the first timer or mail is due that is not due yet. */
  nextAt?: Instant;
}

/** What the escalation sweep looks for. The index may lag; what is done is decided on the base rows. */
export interface DueIndex {
  /**
   * Timers due at `now` and mails due at `mailsUntil`, which is `now` or later. All shards are read in parallel, each once
   * while little is due, and read on while more is.
   */
  upTo(now: Instant, mailsUntil: Instant): Promise<Due>;
  /**
   * Cases with a mail that is due by then, as far as one page of each shard tells. `isAll` when that is all of them: more
   * than some hundreds of timers and mails are due only after an outage.
   */
  casesWithMail(until: Instant): Promise<{ caseIds: ReadonlySet<string>; isAll: boolean }>;
}

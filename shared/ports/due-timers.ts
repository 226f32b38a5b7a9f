import type { Instant } from '../domain/case.ts';
import type { Severity } from '../domain/severity.ts';
import type { TimerId } from '../domain/timer.ts';

export interface DueTimer {
  caseId: string;
  timer: TimerId;
  dueAt: Instant;
  severity: Severity;
}

/** What the escalation sweep looks for. The index may lag; the raise is decided on the base rows. */
export interface DueTimers {
  /** Timers due at `now` over all shards in parallel; reads on past the first page. */
  due(now: Instant): Promise<DueTimer[]>;
  /** The next instant at which a timer or an unsent mail is due, if any: bounded, one entry per shard. */
  nextDueAt(after: Instant): Promise<Instant | undefined>;
}

import type { Instant } from '../domain/time/instant.ts';
import type { CaseEvent } from '../domain/case/events.ts';

/** Puts events on the queues of their consumers. */
export interface EventQueues {
  /**
   * Sends each event to each reactor named with it. Answers with what was not taken; never throws for a partial failure.
   */
  send(
    deliveries: readonly { event: CaseEvent; reactor: string }[],
  ): Promise<{ failed: { event: CaseEvent; reactor: string }[] }>;
}

/** An event whose `pending` mark still stands. */
export interface PendingEvent {
  event: CaseEvent;
  sentAt?: Instant;
  /** How often it was resent by the sweeper. */
  resent: number;
}

export interface RelayMarks {
  markSent(event: CaseEvent, at: Instant): Promise<void>;
}

/** The sweeper's view of the outbox. */
export interface PendingEvents extends RelayMarks {
  /**
   * Pending events written at or before `instant`, oldest first over all shards, bounded per sweep; and when the first
   * after it was written, if there is one. Each shard is read once while little is pending.
   */
  writtenUpTo(instant: Instant): Promise<{ pending: PendingEvent[]; nextWrittenAt?: Instant }>;
  /** By event id: the consumers that have a DONE row for it. */
  doneBy(events: readonly CaseEvent[]): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** Counts one more resending; `resent` is the count with it. */
  markResent(event: CaseEvent, at: Instant, resent: number): Promise<void>;
  /** Takes the pending mark away: every consumer has done its work. */
  settle(event: CaseEvent): Promise<void>;
}

import type { Instant } from '../domain/time/instant.ts';
import type { WrittenEvent } from '../contracts/events/envelope.ts';
import type { CaseEvent } from '../domain/case/events.ts';

/**
 * An event as relay and sweeper see it. `awaits`: the reactors that must do it. The release that wrote it may name some
 * that this one does not have.
 */
export type OutboxEvent = WrittenEvent & { awaits: readonly string[] };

/** Puts events on the queues of their consumers. */
export interface EventQueues {
  /**
   * Sends each event to each reactor named with it. Answers which ones were not taken; a partial failure never throws.
   */
  send(
    deliveries: readonly { event: OutboxEvent; reactor: string }[],
  ): Promise<{ failed: { event: OutboxEvent; reactor: string }[] }>;
}

/** An event whose `pending` mark still stands. */
export interface PendingEvent {
  event: OutboxEvent;
  sentAt?: Instant;
  /** How often the sweeper resent it. */
  resent: number;
}

export interface RelayMarks {
  markSent(event: CaseEvent, at: Instant): Promise<void>;
}

/** The sweeper's view of the outbox. */
export interface PendingEvents extends RelayMarks {
  /**
   * Pending events written at or before `instant`: the urgent ones, then the others, each oldest first over all shards.
   * All are urgent when nothing says which. Only as many as fit into memory are in the answer; `passedOver` counts the
   * rest. `nextWrittenAt` is when the first event after `instant` was written, if there is one. While little is
   * pending, each shard is read once.
   */
  writtenUpTo(
    instant: Instant,
    isUrgent?: (event: PendingEvent) => boolean,
  ): Promise<{ pending: PendingEvent[]; passedOver: number; nextWrittenAt?: Instant }>;
  /** For each event id, which of the reactors that it awaits have a DONE row for it. */
  doneBy(events: readonly OutboxEvent[]): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** Counts one more resend. `resent` is the count that includes it. */
  markResent(event: CaseEvent, at: Instant, resent: number): Promise<void>;
  /** Removes the pending mark: every consumer has done its work. */
  settle(event: CaseEvent): Promise<void>;
}

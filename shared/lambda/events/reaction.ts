import { errorName } from '../log/log.ts';

/**
 * What became of an event in a reactor.
 * - `done`: its effect and its DONE row were written in one transaction, now or earlier.
 * - `ignored`: there is nothing to do. The framework writes the DONE row, so that the sweeper need not ask again.
 * - `retry`: not now. The message comes back, and goes to the dead-letter queue after its last receive.
 */
export type Reaction =
  { outcome: 'done' } | { outcome: 'ignored'; reason: string } | { outcome: 'retry'; reason: string };

/**
 * What became of a message. `left`: a newer release wrote its event, which that release finds in the history. `failed`: it
 * could not be read, or its function failed.
 */
export type Handled = Reaction | { outcome: 'left' } | { outcome: 'failed' };

/** Whether the queue may drop a message. */
export function isAcknowledged({ outcome }: Handled): boolean {
  return outcome === 'done' || outcome === 'ignored' || outcome === 'left';
}

const unreadable = new Set(['EventUnreadable', 'FeedbackUnreadable']);

/**
 * Whether a message could not be read. The name of the error decides. So no queue's function loads the parser of
 * another queue's messages.
 */
export function isUnreadable(error: unknown): boolean {
  return unreadable.has(errorName(error));
}

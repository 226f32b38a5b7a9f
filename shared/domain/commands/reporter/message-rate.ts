import type { Instant } from '../../time/instant.ts';

/**
 * How many messages of the reporter a case takes within a minute. It is the only limit of a thread: a child's words are
 * never refused for their number. Source: docs/contract.md, Follow-up.
 */
export const messagesPerMinute = 10;

/**
 * How many changes of each kind the holder of a receipt makes within a minute of the clock. Each kind counts for itself,
 * so nobody keeps the child from locking the code by other requests. Source: docs/contract.md, Follow-up.
 */
export const turnsPerMinute = { message: messagesPerMinute, withdraw: 3, lock: 3, helped: 3 } as const;

/** The minute of the clock in which an instant lies, such as `2026-11-20T21:40`. */
export function minuteOf(now: Instant): string {
  return now.slice(0, '2026-11-20T21:40'.length);
}

/** Seconds until the next minute of the clock. */
export function secondsLeft(now: Instant): number {
  return Math.ceil((60_000 - (Date.parse(now) % 60_000)) / 1000);
}

/**
 * Seconds until the next message may come, or undefined when it may come now. `written` are the instants of the
 * reporter's newest messages, in any order. The newest `messagesPerMinute` must be among them.
 */
export function secondsToWait(written: readonly Instant[], now: Instant): number | undefined {
  const tenth = written.toSorted().at(-messagesPerMinute);
  if (tenth === undefined) return undefined;
  const milliseconds = Date.parse(tenth) + 60_000 - Date.parse(now);
  // The clocks of machines differ. Nobody is told to wait longer than a minute.
  return milliseconds <= 0 ? undefined : Math.min(60, Math.ceil(milliseconds / 1000));
}

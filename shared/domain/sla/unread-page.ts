import type { Case } from '../case/case.ts';
import type { Timer } from '../case/timer-id.ts';
import { unreadMessages } from './unread-clock.ts';

/** The number of the first message that nobody has read, or undefined when all messages are read. */
export function firstUnread(of: Case, timers: readonly Timer[]): number | undefined {
  return unreadMessages(of, timers)?.message;
}

/** The last message that is read now without a gap before it, where a page shows messages `from` to `to`. */
export function readUpTo(of: Case, timers: readonly Timer[], { from, to }: { from: number; to: number }): number {
  const first = firstUnread(of, timers) ?? from;
  return from <= first ? to : first - 1;
}

import type { Case, UnreadMessages } from '../case/case.ts';
import type { Timer } from '../case/timer-id.ts';
import type { Instant } from '../time/instant.ts';
import { isOfMessage } from './timer.ts';

// One clock watches everything of a case that nobody has read. Release 0.1.0 armed a clock for each message. Nothing
// arms those any more; what they watched goes over to the one clock. Source: docs/practice.md, Clocks.

/** The reporter's messages that nobody has read. Of a case of release 0.1.0 they are worked out from times and clocks. */
export function unreadMessages(of: Case, timers: readonly Timer[]): UnreadMessages | undefined {
  const { unreadFrom, readUpTo, lastReadAt, lastWrittenAt } = of;
  if (unreadFrom !== undefined || readUpTo !== undefined || lastWrittenAt === undefined) return unreadFrom;
  if (lastReadAt !== undefined && lastReadAt > lastWrittenAt) return undefined;
  const older = olderReadings(timers);
  return {
    message: Math.min(of.messageCount, ...older.map(messageOf)),
    // That release did not note the number. Nothing before the first event was read.
    event: 1,
    at: lastWrittenAt,
    readBy: earliest(older)?.deadline ?? lastWrittenAt,
  };
}

/** The unread messages with one more. `readBy` is the new one's own deadline. The first one stays the first. */
export function withMessage(of: Case, timers: readonly Timer[], added: UnreadMessages): UnreadMessages {
  const before = unreadMessages(of, timers);
  if (before === undefined) return added;
  const calledAt = added.calledAt ?? before.calledAt;
  return {
    ...before,
    readBy: before.readBy < added.readBy ? before.readBy : added.readBy,
    ...(calledAt === undefined ? {} : { calledAt }),
  };
}

/**
 * The one clock, with what the running older clocks know: the earliest deadline. Where there was no such clock yet, it
 * also takes the place of that older clock on the ladder.
 */
export function withOlderReadings(own: Timer | undefined, running: readonly Timer[]): Timer | undefined {
  const first = earliest(olderReadings(running));
  if (first === undefined) return own;
  if (own === undefined) return { ...first, subject: 'report' };
  return own.missedAt === undefined && first.deadline < own.deadline ? { ...own, deadline: first.deadline } : own;
}

function olderReadings(timers: readonly Timer[]): Timer[] {
  return timers.filter((timer) => timer.kind === 'must_be_read' && isOfMessage(timer));
}

function earliest(timers: readonly Timer[]): Timer | undefined {
  return timers.toSorted((a, b) => compare(a.deadline, b.deadline))[0];
}

function compare(a: Instant, b: Instant): number {
  return a < b ? -1 : Number(a > b);
}

function messageOf({ subject }: Timer): number {
  return Number(subject.slice('message-'.length));
}

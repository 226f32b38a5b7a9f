import type { Case, Instant } from './case.ts';

/**
 * Since when something of the reporter waits to be opened by a trained person: the report, or what came after the last
 * reading. Undefined when all of it has been read.
 */
export function unreadSince(of: Case): Instant | undefined {
  const { readAt, lastReadAt, lastWrittenAt } = of;
  if (readAt === undefined) return of.reopenedAt ?? of.enteredAt ?? of.receivedAt;
  const isRead = lastWrittenAt === undefined || (lastReadAt !== undefined && lastReadAt > lastWrittenAt);
  return isRead ? undefined : lastWrittenAt;
}

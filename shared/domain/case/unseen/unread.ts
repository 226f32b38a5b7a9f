import type { Case } from '../case.ts';
import { owesReview } from '../approvals/review.ts';
import type { Instant } from '../../time/instant.ts';

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

/**
 * Whether the reporter wrote what nobody has read, or a severity was lowered and nobody has looked at that. Nothing of it is
 * erased before somebody has: a child's words that nobody reads are the real failure (docs/design.md, Promises).
 */
export function isUnseen(of: Case): boolean {
  return unreadSince(of) !== undefined || owesReview(of);
}

/**
 * Whether somebody must still look at a case, whatever it has come to: at what the reporter wrote, at a raise, at a severity
 * that was lowered. Until then even a closed one stands where staff look (docs/practice.md, People: what nobody has seen).
 */
export function isToBeSeen(of: Case): boolean {
  return isUnseen(of) || (of.raises ?? []).length > 0;
}

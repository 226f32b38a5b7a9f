import type { Case } from '../case.ts';
import { owesReview } from '../approvals/review.ts';
import { codeConcernsOf } from '../receipts/known-receipt.ts';
import { owesCall } from '../danger/danger.ts';
import { askedSince, owesLook } from '../referral.ts';
import { notHelpedSince } from '../told/written-to.ts';
import type { Instant } from '../../time/instant.ts';

/**
 * The instant since which words of the reporter wait for a trained person. They are the report, or messages after the
 * last reading. Undefined when everything has been read.
 */
export function unreadSince(of: Case): Instant | undefined {
  const { readAt, unreadFrom, readUpTo, lastReadAt, lastWrittenAt } = of;
  if (readAt === undefined) return of.reopenedAt ?? of.enteredAt ?? of.receivedAt;
  if (unreadFrom !== undefined) return unreadFrom.at;
  if (readUpTo !== undefined) return undefined;
  // Release 0.1.0 wrote only times. Its cases are judged by them until somebody reads or writes again.
  const isRead = lastWrittenAt === undefined || (lastReadAt !== undefined && lastReadAt > lastWrittenAt);
  return isRead ? undefined : lastWrittenAt;
}

/** Whether this message of the reporter waits for a trained person. */
export function isUnreadMessage(of: Case, { number, at }: { number: number; at: Instant }): boolean {
  const { unreadFrom, readUpTo, lastReadAt } = of;
  if (unreadFrom !== undefined) return number >= unreadFrom.message;
  return readUpTo === undefined && (lastReadAt === undefined || lastReadAt <= at);
}

/**
 * Whether somebody has taken a case: acknowledged or opened it. A message that makes it critical calls anew, until
 * somebody acknowledges or has read it.
 */
export function isTaken({ acknowledgedAt, readAt, unreadFrom }: Case): boolean {
  return acknowledgedAt !== undefined || (readAt !== undefined && unreadFrom?.calledAt === undefined);
}

/**
 * Whether the reporter wrote something that nobody has read, an institution asked something, a lowered severity waits for
 * its review, an officer has not looked at a call that a counsellor made alone, or nobody called for a person in danger
 * or said why not. Until then the case is not erased (docs/practice.md, Keeping and erasing). The real failure is a child's words that nobody reads.
 */
export function isUnseen(of: Case): boolean {
  const { referrals = [] } = of;
  return (
    unreadSince(of) !== undefined ||
    owesReview(of) ||
    owesCall(of) ||
    referrals.some((one) => owesLook(one) || askedSince(one) !== undefined)
  );
}

/**
 * Whether somebody must still look at a case, in any state. It may be for the reporter's words, an escalation, a lowered
 * severity, what is wrong with the reporter's code, or a reporter whom it did not help. Until then even a closed case
 * stays in the list of what nobody has seen (docs/practice.md, People).
 */
export function isToBeSeen(of: Case): boolean {
  const isRaised = (of.raises ?? []).length > 0;
  return isUnseen(of) || isRaised || codeConcernsOf(of).length > 0 || notHelpedSince(of) !== undefined;
}

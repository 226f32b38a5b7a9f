import type { Case, Instant } from './case.ts';
import { wantedTimers } from './clocks.ts';
import type { TimerPolicy } from './clocks.ts';
import { refused } from './decision.ts';
import type { Decision } from './decision.ts';
import type { NewEvent } from './events.ts';
import { isOver } from './handling.ts';
import type { Timer } from './timer.ts';

/** What whoever holds a receipt can do, besides looking. Source: the public contract, `canDo`. */
export const reporterActions = ['message', 'still_happening', 'withdraw', 'lock', 'helped'] as const;
export type ReporterAction = (typeof reporterActions)[number];

/** Whether what the centre did helped, as the reporter says. */
export const helpedAnswers = ['yes', 'partly', 'no'] as const;
export type Helped = (typeof helpedAnswers)[number];

/**
 * The reporter asked to take the report back. It is a request: whoever holds the code may not be the child, so nothing
 * ends before the wait is over and a person has looked whether the child is safe (PRACTICE, reporter's side).
 */
export interface Withdrawal {
  askedAt: Instant;
  /** Before this instant the case does not end as withdrawn. */
  waitUntil: Instant;
  /** When somebody recorded a safety decision after it was asked for. */
  lookedAt?: Instant;
}

/**
 * A thread is read whole, by both sides and in one answer: without an end, its holder could make it too long for that.
 * Messages of both sides, and bytes of the reporter's. Far more than anybody has ever written.
 */
export const longestThread = 300;
export const largestThread = 1024 * 1024;

/** What finding an address or account again costs in rows that are read whole; at least as much as two blind indexes. */
export const bytesPerAddress = 256;

/** No case holds more addresses, or more accounts: 20 of the report (the public contract), and what its thread has room for. */
export const mostAddresses = 20 + Math.floor(largestThread / bytesPerAddress);

/** Whether the thread takes one more message of the reporter. */
export function hasRoom({ messageCount, threadBytes = 0 }: Case, bytes = 0): boolean {
  return messageCount < longestThread && threadBytes + bytes <= largestThread;
}

/** How a person made sure that who asks for another receipt is the reporter. A case number alone assures of nothing. */
export const receiptAssurances = ['called_safe_contact', 'told_what_was_reported'] as const;

/** What the reporter can do with a case as it stands. */
export function canDo(of: Case): ReporterAction[] {
  const over = isOver(of);
  const possible: Readonly<Record<ReporterAction, boolean>> = {
    message: hasRoom(of),
    still_happening: over && hasRoom(of),
    withdraw: !over && of.withdrawal === undefined,
    lock: true,
    helped: over,
  };
  return reporterActions.filter((action) => possible[action]);
}

/** Asks to take the report back. Asking twice is asking once: the wait does not begin anew. */
export function decideWithdrawal(of: Case, policy: TimerPolicy, now: Instant): Decision {
  if (isOver(of)) return refused('wrong_status');
  if (of.withdrawal !== undefined) return { outcome: 'unchanged' };
  const asked = { askedAt: now, waitUntil: now };
  const look = wantedTimers({ ...of, withdrawal: asked }, policy).filter(({ kind }) => kind === 'withdrawal_look');
  // The look is due when the wait ends: one number of the pack is both.
  const withdrawal = { ...asked, waitUntil: look[0]?.deadline ?? now };
  return changed({ withdrawal }, 'case.withdrawal_requested', look);
}

/**
 * Somebody else has the code: it opens nothing from now on. The transaction takes its rows away; what stays says that
 * this reporter has none.
 */
export function decideLock(now: Instant): Decision {
  return changed({ receiptLockedAt: now }, 'case.locked');
}

/** What the reporter says last counts, as long as the case stays ended; an answer is no promise to stand by it. */
export function decideHelped(of: Case, helped: Helped): Decision {
  if (!isOver(of)) return refused('wrong_status');
  return of.helped === helped ? { outcome: 'unchanged' } : changed({ helped }, 'case.helped');
}

/** A person gives the reporter another receipt, after talking to them; the old one opens nothing any more. */
export function decideReissue(by: string): Decision {
  return {
    outcome: 'change',
    parts: {
      set: { receiptLockedAt: undefined },
      events: [{ type: 'case.receipt_reissued', actor: `staff:${by}`, data: {} }],
    },
  };
}

type OwnEvent = 'case.withdrawal_requested' | 'case.locked' | 'case.helped';

function changed(
  set: Pick<Partial<Case>, 'withdrawal' | 'receiptLockedAt' | 'helped'>,
  type: OwnEvent,
  timersArmed: readonly Timer[] = [],
): Decision {
  const event: NewEvent = { type, actor: 'reporter', data: {} };
  return { outcome: 'change', parts: { set, events: [event], timersArmed } };
}

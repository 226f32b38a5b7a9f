import type { Case, Helped } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import { isOver } from '../../case/status.ts';
import type { Timer } from '../../case/timer-id.ts';
import type { TimerPolicy } from '../../sla/clock-policy.ts';
import { wantedTimers } from '../../sla/clocks.ts';
import type { Instant } from '../../time/instant.ts';

/** What whoever holds a receipt can do, besides looking. Source: docs/contract.md, Follow-up. */
export const reporterActions = ['message', 'still_happening', 'withdraw', 'lock', 'helped'] as const;

export type ReporterAction = (typeof reporterActions)[number];

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

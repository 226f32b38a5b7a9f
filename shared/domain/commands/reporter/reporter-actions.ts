import type { Case, Helped } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import { isOver } from '../../case/status.ts';
import type { Timer } from '../../case/timer-id.ts';
import type { TimerPolicy } from '../../sla/clock-policy.ts';
import { wantedTimers } from '../../sla/clocks.ts';
import type { Instant } from '../../time/instant.ts';

/** What the holder of a receipt can do, besides looking. Source: docs/contract.md, Follow-up. */
export const reporterActions = ['message', 'still_happening', 'withdraw', 'lock', 'helped'] as const;

export type ReporterAction = (typeof reporterActions)[number];

/**
 * How staff made sure that the person who asks for a new receipt is the reporter. A case number alone proves nothing.
 */
export const receiptAssurances = ['called_safe_contact', 'told_what_was_reported'] as const;

/** What the reporter can do with a case in its present state. */
export function canDo(of: Case): ReporterAction[] {
  const over = isOver(of);
  const possible: Readonly<Record<ReporterAction, boolean>> = {
    message: true,
    still_happening: over,
    withdraw: !over && of.withdrawal === undefined,
    lock: true,
    helped: over,
  };
  return reporterActions.filter((action) => possible[action]);
}

/** Asks to take the report back. A second request changes nothing, so the wait does not begin anew. */
export function decideWithdrawal(of: Case, policy: TimerPolicy, now: Instant): Decision {
  if (isOver(of)) return refused('wrong_status');
  if (of.withdrawal !== undefined) return { outcome: 'unchanged' };
  const asked = { askedAt: now, waitUntil: now };
  const look = wantedTimers({ ...of, withdrawal: asked }, policy).filter(({ kind }) => kind === 'withdrawal_look');
  // The look is due when the wait ends. One number of the pack sets both.
  const withdrawal = { ...asked, waitUntil: look[0]?.deadline ?? now };
  return changed({ withdrawal }, 'case.withdrawal_requested', look);
}

/**
 * Somebody else has the code. It opens nothing from now on: the transaction deletes its rows. The case keeps the fact
 * that this reporter has no receipt.
 */
export function decideLock(now: Instant): Decision {
  return changed({ receiptLockedAt: now }, 'case.locked');
}

/**
 * Records whether it helped. While the case stays ended, the reporter may change the answer, and the last one counts.
 */
export function decideHelped(of: Case, helped: Helped): Decision {
  if (!isOver(of)) return refused('wrong_status');
  return of.helped === helped ? { outcome: 'unchanged' } : changed({ helped }, 'case.helped');
}

/** A person gives the reporter a new receipt after a talk. The old one opens nothing any more. */
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

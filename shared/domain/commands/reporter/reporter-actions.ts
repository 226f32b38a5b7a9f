import type { Case, Helped } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { DecidedChange, Decision } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import {
  codeConcernsAfterTalk,
  codeConcernsOf,
  hasCodeConcern,
  hasRead,
  withCodeConcern,
  withReissue,
} from '../../case/receipts/known-receipt.ts';
import type { DeadCode, SpokenWay } from '../../case/receipts/receipt.ts';
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
 * Somebody else has the code. It opens nothing from now on: the transaction removes its key. The case keeps the fact
 * that this reporter has no receipt, and a person must speak to the reporter.
 */
export function decideLock(of: Case, now: Instant): Decision {
  const codeConcerns = withCodeConcern(of, { what: 'reporter_locked', since: now });
  return changed({ receiptLockedAt: now, receiptKnownTo: undefined, codeConcerns }, 'case.locked');
}

/**
 * Records whether it helped. While the case stays ended, the reporter may change the answer, and the last one counts. A
 * no waits for a message of the centre.
 */
export function decideHelped(of: Case, helped: Helped, now: Instant): Decision {
  if (!isOver(of)) return refused('wrong_status');
  if (of.helped === helped) return { outcome: 'unchanged' };
  const notHelped = helped === 'no' ? { since: now, messages: of.messageCount } : undefined;
  return changed({ helped, notHelped }, 'case.helped');
}

/**
 * A person gives the reporter a new receipt after a talk. The old one opens nothing any more. Only who has read the case
 * may: without that, nobody can tell whether it is the reporter who asks.
 */
export function decideReissue(of: Case, by: string, now: Instant): Decision {
  if (!hasRead(of, by)) return refused('not_read_by_you');
  return {
    outcome: 'change',
    parts: {
      set: {
        receiptLockedAt: undefined,
        receiptVoidedAt: undefined,
        receiptKnownTo: [{ by, at: now, how: 'reissued' }],
        reissues: withReissue(of, by, now),
        codeConcerns: codeConcernsAfterTalk(of, by),
      },
      events: [{ type: 'case.receipt_reissued', actor: `staff:${by}`, data: {} }],
    },
  };
}

/** A person spoke to the reporter. That ends what is wrong with the code, as far as this person may say so. */
export function decideSpoken(of: Case, how: SpokenWay, by: string, now: Instant): Decision {
  const before = codeConcernsOf(of);
  if (before.length === 0) return refused('no_code_concern');
  const codeConcerns = codeConcernsAfterTalk(of, by);
  if (codeConcerns.length === before.length) return refused('code_known_to_you');
  return {
    outcome: 'change',
    parts: {
      set: { codeConcerns, spoken: { by, at: now, how } },
      events: [{ type: 'case.reporter_spoken_to', actor: `staff:${by}`, data: { how } }],
    },
  };
}

/** Somebody used a dead code. It is raised once for each way in which a code is dead, until it is dealt with. */
export function decideDeadCodeUsed(of: Case, how: DeadCode, now: Instant): Decision {
  const concern = { what: 'dead_code_used', since: now, how } as const;
  if (hasCodeConcern(of, concern)) return { outcome: 'unchanged' };
  return {
    outcome: 'change',
    parts: {
      set: { codeConcerns: withCodeConcern(of, concern) },
      events: [{ type: 'case.dead_code_used', actor: 'besa:follow-up', data: { how } }],
    },
  };
}

type OwnEvent = 'case.withdrawal_requested' | 'case.locked' | 'case.helped';

function changed(set: DecidedChange['set'], type: OwnEvent, timersArmed: readonly Timer[] = []): Decision {
  const event: NewEvent = { type, actor: 'reporter', data: {} };
  return { outcome: 'change', parts: { set, events: [event], timersArmed } };
}

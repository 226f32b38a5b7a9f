import type { Case, CloseReason } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { HistoryEvent } from '../../case/events.ts';
import { statusAfter } from '../../case/lifecycle.ts';
import { isOpen } from '../../case/referral.ts';
import { timerId } from '../../case/timer-id.ts';
import type { Timer } from '../../case/timer-id.ts';
import { mustBeSeen } from '../../sla/timer.ts';
import { plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';

/** Data of the country pack. Source: docs/practice.md, Cases. */
export interface ClosingPolicy {
  /** Whole days in which nothing happens. */
  quietDays: number;
}

/** Events of looking and tidying up by staff. A case stays quiet through them. */
const quietTypes: readonly HistoryEvent['type'][] = [
  'case.read',
  'case.assigned',
  'case.noted',
  'case.handed_over',
  'case.held',
  'case.released',
  'referral.looked',
];

/** The instant since which nothing has happened: the last event of a person that is not of a quiet type. */
export function quietSince(history: readonly HistoryEvent[]): Instant | undefined {
  return history.findLast(({ type, actor }) => !actor.startsWith('besa:') && !quietTypes.includes(type))?.time;
}

/** Ids of open referrals, proposals included, and of takedown notices without an answer. */
export function openMatters({ referrals = [], notices = [] }: Pick<Case, 'referrals' | 'notices'>): string[] {
  return [
    ...referrals.filter(isOpen).map(({ id }) => id),
    ...notices.filter(({ answer }) => answer === undefined).map(({ id }) => id),
  ];
}

/** Why a resolved case cannot be closed yet without a reason; undefined when it can. `since`: of the last noise. */
export function blockOfClosing(
  of: Case,
  since: Instant | undefined,
  policy: ClosingPolicy,
  now: Instant,
):
  | { because: 'matters_open'; facts: { open: string[] } }
  | { because: 'not_quiet_yet'; facts: { closableFrom: Instant } }
  | undefined {
  const open = openMatters(of);
  if (open.length > 0) return { because: 'matters_open', facts: { open } };
  const closableFrom = plusMinutes(since ?? now, policy.quietDays * 24 * 60);
  return closableFrom > now ? { because: 'not_quiet_yet', facts: { closableFrom } } : undefined;
}

/**
 * Closes a case. What depends on institutions and platforms has ended, and the case was quiet for the pack's days.
 * Otherwise a person says why it is closed earlier. The refusal names what is open, or when the case may be closed.
 * Source: docs/practice.md, Cases.
 */
export function decideClosing(
  of: Case,
  timers: readonly Timer[],
  input: { because?: CloseReason | undefined; quietSince: Instant | undefined },
  policy: ClosingPolicy,
  by: string,
  now: Instant,
): Decision {
  const status = statusAfter('close', of.status);
  if (status === undefined) return refused('wrong_status');
  const block = input.because === undefined ? blockOfClosing(of, input.quietSince, policy, now) : undefined;
  if (block !== undefined) return refused(block.because, [], block.facts);
  return {
    outcome: 'change',
    parts: {
      set: { status, closedAt: now, closedBecause: input.because },
      events: [{ type: 'case.closed', actor: `staff:${by}`, data: {} }],
      // In any state, the reporter's messages must be read, and a lowered severity or a lone call looked at.
      timersDisarmed: timers.filter((timer) => !mustBeSeen(timer)).map(timerId),
    },
  };
}

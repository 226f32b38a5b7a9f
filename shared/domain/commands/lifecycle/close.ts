import type { Case, CloseReason } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { CaseEvent, EventType } from '../../case/events.ts';
import { statusAfter } from '../../case/lifecycle.ts';
import { isOpen } from '../../case/referral.ts';
import { timerId } from '../../case/timer-id.ts';
import type { Timer } from '../../case/timer-id.ts';
import { mustBeSeen } from '../../sla/timer.ts';
import { plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';

/** Data of the country pack. Source: docs/practice.md, Cases. */
export interface ClosingPolicy {
  /** Whole days without anything happening. */
  quietDays: number;
}

/** What staff look at or tidy up is no sign that the case is not quiet. */
const quietTypes: readonly EventType[] = [
  'case.read',
  'case.assigned',
  'case.noted',
  'case.handed_over',
  'case.held',
  'case.released',
];

/** Since when nothing has happened: the last event of a person that was more than looking. */
export function quietSince(history: readonly CaseEvent[]): Instant | undefined {
  return history.findLast(({ type, actor }) => !actor.startsWith('besa:') && !quietTypes.includes(type))?.time;
}

/** Ids of referrals and notices that others have not ended yet, or nobody decided. */
export function openMatters({ referrals = [], notices = [] }: Pick<Case, 'referrals' | 'notices'>): string[] {
  return [
    ...referrals.filter(isOpen).map(({ id }) => id),
    ...notices.filter(({ answer }) => answer === undefined).map(({ id }) => id),
  ];
}

/**
 * Closed: what depends on others (institutions, platforms) has ended, and the case was quiet for the pack's days; or a
 * person says why it is closed earlier. The refusal names what is open, or the day from which it may be closed.
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
  if (input.because === undefined) {
    const open = openMatters(of);
    if (open.length > 0) return refused('matters_open', [], { open });
    const quietUntil = plusMinutes(input.quietSince ?? now, policy.quietDays * 24 * 60);
    if (quietUntil > now) return refused('not_quiet_yet', [], { closableFrom: quietUntil });
  }
  return {
    outcome: 'change',
    parts: {
      set: { status, closedAt: now, closedBecause: input.because },
      events: [{ type: 'case.closed', actor: `staff:${by}`, data: {} }],
      // What the reporter wrote must be read, and a lowered severity looked at, whatever the case has come to.
      timersDisarmed: timers.filter((timer) => !mustBeSeen(timer)).map(timerId),
    },
  };
}

import { mostKept, withNewest } from '../../case/bounds.ts';
import { changeCase } from '../../case/case-change.ts';
import type { ChangeParts } from '../../case/case-change.ts';
import type { Case, EarlierClock } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { Actor, NewEvent } from '../../case/events.ts';
import { statusAfter } from '../../case/lifecycle.ts';
import { isOver } from '../../case/status.ts';
import { timerId } from '../../case/timer-id.ts';
import type { TimerId, Timer } from '../../case/timer-id.ts';
import type { TimerPolicy } from '../../sla/clock-policy.ts';
import { promiseAt, reconcileTimers } from '../../sla/clocks.ts';
import { isEnded, isOfReferral } from '../../sla/timer.ts';
import type { Instant } from '../../time/instant.ts';

/**
 * Reopens an ended case. It gets a new clock number and a new promise that counts from now. The result of the earlier
 * clock is kept beside it. When staff reopen the case, it counts as read, because they have it before them. When the
 * reporter reopens it, or it follows its parent case, it counts as unread until somebody opens it.
 * Source: docs/practice.md, Cases.
 */
export function decideReopen(
  of: Case,
  timers: readonly Timer[],
  policy: TimerPolicy,
  by: Actor,
  now: Instant,
): Decision {
  const set = reopened(of, policy, by, now);
  if (set === undefined) return refused('wrong_status');
  const events: NewEvent[] = [{ type: 'case.reopened', actor: by, data: {} }];
  const { after } = changeCase(of, { set, events }, now);
  return { outcome: 'change', parts: { set, events, ...reopenedTimers(of, timers, after, policy) } };
}

/**
 * Reopens a linked case with its parent. It ended because of the parent, so it goes on with it. A case that ended
 * otherwise, stands under another parent or goes on already is unchanged; so is every one once the parent has ended
 * again. `by` is the function that does it. Source: docs/practice.md, Cases.
 */
export function decideFollowing(
  of: Case,
  timers: readonly Timer[],
  lead: Case,
  policy: TimerPolicy,
  by: Extract<Actor, `besa:${string}`>,
  now: Instant,
): Decision {
  const endedWithLead = isOver(of) && of.leadCaseId === lead.caseId && of.outcomes[0] === 'same_event';
  return endedWithLead && !isOver(lead) ? decideReopen(of, timers, policy, by, now) : { outcome: 'unchanged' };
}

/** The fields that reopening sets; undefined in a state that cannot be reopened. */
export function reopened(of: Case, policy: TimerPolicy, by: Actor, now: Instant): ChangeParts['set'] | undefined {
  const status = statusAfter('reopen', of.status);
  if (status === undefined) return undefined;
  const isBeforeStaff = by.startsWith('staff:');
  return {
    status,
    clockNumber: of.clockNumber + 1,
    reopenedAt: now,
    lastNewsEvent: of.lastEvent + 1,
    promise: promiseAt(now, of.severity, of.reported, policy.clocks),
    earlierClocks: withNewest(of.earlierClocks ?? [], earlierClock(of), mostKept.earlierClocks),
    readAt: isBeforeStaff ? now : undefined,
    acknowledgedAt: isBeforeStaff ? now : undefined,
    handledAt: undefined,
    resolvedAt: undefined,
    closedAt: undefined,
    closedBecause: undefined,
    outcomes: [],
    outcomeFacts: undefined,
    outcomesAtEvent: undefined,
    otherDoor: undefined,
    withdrawal: undefined,
    helped: undefined,
    endNotToldBecause: undefined,
  };
}

/**
 * The timers of the new clock. Timers that still ran in the ended case and watch unread words or reviews go on under
 * the new number. They keep their place on the ladder. Clocks of institutions run on as they are.
 */
export function reopenedTimers(
  of: Case,
  timers: readonly Timer[],
  after: Case,
  policy: TimerPolicy,
): { timersArmed: Timer[]; timersDisarmed: TimerId[] } {
  const running = timers.filter((timer) => !isEnded(timer, of, policy));
  const carried = running.map((timer) => (isOfReferral(timer) ? timer : { ...timer, clock: after.clockNumber }));
  const { arm, disarm } = reconcileTimers(after, carried, policy);
  const armed = new Map([...carried.filter((timer) => !isOfReferral(timer)), ...arm].map((one) => [timerId(one), one]));
  for (const id of disarm) armed.delete(id);
  const stays = new Set(running.filter(isOfReferral));
  return { timersArmed: [...armed.values()], timersDisarmed: timers.filter((one) => !stays.has(one)).map(timerId) };
}

function earlierClock({
  promise,
  reopenedAt,
  readAt,
  handledAt,
  resolvedAt,
  closedAt,
  outcomes,
  helped,
}: Case): EarlierClock {
  return {
    promise,
    outcomes,
    ...(reopenedAt === undefined ? {} : { reopenedAt }),
    ...(readAt === undefined ? {} : { readAt }),
    ...(handledAt === undefined ? {} : { handledAt }),
    ...(resolvedAt === undefined ? {} : { resolvedAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(helped === undefined ? {} : { helped }),
  };
}

import { mostTimersDisarmed } from '../case/bounds.ts';
import type { Case } from '../case/case.ts';
import type { NewEvent } from '../case/events.ts';
import { timerId } from '../case/timer-id.ts';
import type { Timer, TimerId } from '../case/timer-id.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { TimerPolicy } from './clock-policy.ts';
import { climbsLadder, escalateTimer, isEnded, remindsSlowly, withDueAt } from './timer.ts';

/** What one transaction escalates of a case. */
export interface EscalatedCase {
  events: NewEvent[];
  timersArmed: Timer[];
  /** Timers whose clocks have ended. */
  timersDisarmed: TimerId[];
  /** The timers that were escalated, as they stood before. */
  escalated: Timer[];
  /** Whether more is due than one transaction should hold. */
  isMore: boolean;
}

/** A transaction holds 100 writes. This leaves room for the case itself and for what its store adds. */
const mostWrites = 60;

/**
 * Escalates everything that is due of a case. Each timer climbs at most one rung. Of the clocks that stand at their end,
 * the first reminds for all of them, and the others are reminded of at the same time. Timers that have ended are
 * disarmed. Source: docs/practice.md, Ladder.
 */
export function escalateCase(of: Case, timers: readonly Timer[], policy: TimerPolicy, now: Instant): EscalatedCase {
  const escalated: EscalatedCase = { events: [], timersArmed: [], timersDisarmed: [], escalated: [], isMore: false };
  const running = timers.filter((timer) => !isEnded(timer, of, policy)).toSorted(firstFirst);
  const speaker = speakerOf(running, of, policy, now);
  const others = running.filter((timer) => timer !== speaker);
  const ended = timers.filter((timer) => !running.includes(timer));
  let together = speaker?.nextRungAt;

  for (const timer of [...(speaker === undefined ? [] : [speaker]), ...others, ...ended]) {
    const follows = timer !== speaker && together !== undefined && reminds(timer, of, policy);
    const moved = follows ? remindedAt(timer, together ?? now) : timer;
    const raised = escalateTimer(moved, of, policy, now);
    if (raised.outcome === 'not_due' && moved === timer) continue;
    const isFull = raised.outcome === 'ended' && escalated.timersDisarmed.length === mostTimersDisarmed;
    if (isFull || writesOf(escalated) >= mostWrites) return { ...escalated, isMore: true };
    if (raised.outcome === 'ended') escalated.timersDisarmed.push(timerId(timer));
    if (raised.outcome === 'not_due') escalated.timersArmed.push(moved);
    if (raised.outcome === 'raised') {
      escalated.events.push(...raised.events);
      escalated.timersArmed.push(raised.timer);
      escalated.escalated.push(timer);
      if (timer === speaker) together = raised.timer.nextRungAt;
    }
  }
  return escalated;
}

/**
 * Whether a clock rings, or only adds a line to the next letter. The first clock of a case that climbs rings. So does
 * each clock while none climbs, and the first rung of a missed promise. Source: docs/practice.md, Contacts.
 */
export function ringsOrJoins(timer: Timer, of: Case, timers: readonly Timer[], policy: TimerPolicy): 'rings' | 'joins' {
  const isPromise = timer.kind === 'promise_handle' || timer.kind === 'promise_resolve';
  if (isPromise && timer.nextRung === 1) return 'rings';
  const climbing = timers.filter(
    (one) => one.nextRung > 0 && climbsLadder(one, of, policy) && !remindsSlowly(one, policy),
  );
  const [first] = climbing.toSorted(firstFirst);
  return first === undefined || timerId(first) === timerId(timer) ? 'rings' : 'joins';
}

/**
 * The clock whose reminders stand for all that are at their end: the first of them. One that waits longer than the
 * severity asks now speaks for nobody.
 */
function speakerOf(running: readonly Timer[], of: Case, policy: TimerPolicy, now: Instant): Timer | undefined {
  const longest = plusMinutes(now, policy.ladder.reminderMinutes[of.severity].later);
  return running.find(
    (timer) => timer.nextRungAt !== undefined && timer.nextRungAt <= longest && reminds(timer, of, policy),
  );
}

/**
 * Whether the ladder of a clock was climbed to its end, so that it reminds with the others of its case. A slow one
 * would hold them back.
 */
function reminds(timer: Timer, of: Case, policy: TimerPolicy): boolean {
  const isAtEnd = timer.nextRung >= policy.ladder.rungs.length;
  return isAtEnd && climbsLadder(timer, of, policy) && !remindsSlowly(timer, policy);
}

/** A clock at its end, with its next reminder at this instant. What an acknowledgement holds longer stays held. */
function remindedAt(timer: Timer, at: Instant): Timer {
  return timer.nextRungAt !== undefined && timer.nextRungAt >= at ? timer : withDueAt({ ...timer, nextRungAt: at });
}

function writesOf({ events, timersArmed, timersDisarmed }: EscalatedCase): number {
  return events.length + timersArmed.length + timersDisarmed.length;
}

/** The clock whose ladder started first comes first. */
function firstFirst(a: Timer, b: Timer): number {
  const key = (timer: Timer): string => `${startedAt(timer)} ${timer.deadline} ${timerId(timer)}`;
  return key(a) < key(b) ? -1 : 1;
}

/** When the ladder of a clock started: for a critical case already at triage, for other clocks with the miss. */
function startedAt({ kind, armedAt, missedAt, deadline }: Timer): Instant {
  return kind === 'must_be_acknowledged' ? armedAt : (missedAt ?? deadline);
}

import { owesReview } from '../case/approvals/review.ts';
import type { Case } from '../case/case.ts';
import type { Actor, NewEvent } from '../case/events.ts';
import { awaitsAcknowledgement, awaitsAnswer } from '../case/referral.ts';
import type { Referral } from '../case/referral.ts';
import { timerId } from '../case/timer-id.ts';
import type { ClockKind, Timer } from '../case/timer-id.ts';
import type { TimerPolicy } from './clock-policy.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/** Who raises: the sweep, not a person. */
const sweep: Actor = 'besa:escalation';

const isHandled = (of: Case): boolean =>
  // An administrative end resolves a case that there was nothing to handle in.
  of.handledAt !== undefined || of.resolvedAt !== undefined;

const isResolved = (of: Case): boolean => of.resolvedAt !== undefined;

/** What ends each clock. Source: docs/practice.md, Clocks. */
const ends: Readonly<Record<ClockKind, (of: Case, timer: Timer, policy: TimerPolicy) => boolean>> = {
  // Staff may be through with a case before the machine comes to it.
  must_be_triaged: (of) => of.triagedAt !== undefined || isResolved(of),
  must_be_acknowledged: (of, timer, policy) =>
    isSeen(timer, of.acknowledgedAt, of.acknowledgedAt) ||
    isSeen(timer, of.readAt, of.lastReadAt) ||
    policy.clocks.must_be_acknowledged.minutes[of.severity] === null,
  must_be_read: (of, timer) => isSeen(timer, of.readAt, of.lastReadAt),
  handle: isHandled,
  promise_handle: isHandled,
  resolve: isResolved,
  promise_resolve: isResolved,
  referral_acknowledge: isTaken,
  referral_answer: (of, timer) => !waits(referralOf(of, timer), awaitsAnswer),
  referral_hand_over: isTaken,
  second_look: (of) => !owesReview(of),
  withdrawal_look: (of) => of.withdrawal === undefined || of.withdrawal.lookedAt !== undefined || isResolved(of),
};

/** The clocks that depend on institutions: they run on when the case is resolved (docs/practice.md, Resolved). */
const referralClocks: readonly ClockKind[] = ['referral_acknowledge', 'referral_answer', 'referral_hand_over'];

export function isOfReferral({ kind }: { kind: ClockKind }): boolean {
  return referralClocks.includes(kind);
}

/** Whether a timer is about a message of the reporter. It must be read whatever the case has come to. */
export function isOfMessage({ subject }: Pick<Timer, 'subject'>): boolean {
  return subject.startsWith('message-');
}

/** Whether somebody must still look, whatever the case has come to: at a message, or at a severity that was lowered. */
export function mustBeSeen(timer: Timer): boolean {
  return isOfMessage(timer) || timer.kind === 'second_look';
}

/** Whether a clock runs on when the case is resolved: others are waited for, or somebody must still look. */
export function outlivesEnd(timer: Timer): boolean {
  return isOfReferral(timer) || mustBeSeen(timer);
}

/** The report is seen once and for all; a message only by who looked after it came. */
function isSeen(timer: Timer, first: Instant | undefined, last: Instant | undefined): boolean {
  return isOfMessage(timer) ? last !== undefined && last > timer.armedAt : first !== undefined;
}

function referralOf(of: Case, { subject }: Timer): Referral | undefined {
  return of.referrals?.find(({ id }) => subject === `referral-${id}`);
}

/** Whether nobody waits any more for the institution to say that it has it. */
function isTaken(of: Case, timer: Timer): boolean {
  return !waits(referralOf(of, timer), awaitsAcknowledgement);
}

/** A referral that the case does not know waits for nothing. */
function waits(referral: Referral | undefined, awaits: (referral: Referral) => boolean): boolean {
  return referral !== undefined && awaits(referral);
}

/** Whether what a timer watches has happened, or no longer matters: the case closed, or a newer clock runs. */
export function isEnded(timer: Timer, of: Case, policy: TimerPolicy): boolean {
  if (timer.clock !== of.clockNumber || (of.closedAt !== undefined && !mustBeSeen(timer))) return true;
  return ends[timer.kind](of, timer, policy);
}

export type Raised =
  { outcome: 'raised'; timer: Timer; events: NewEvent[] } | { outcome: 'ended' } | { outcome: 'not_due' };

/**
 * Raises what is due: the warning, the miss with the first rung, the next rung, or a reminder. At most one rung per
 * call, and the next one counts from `now`: however long the sweep was away, no two rungs are raised together.
 * Source: docs/practice.md, Ladder.
 */
export function escalateTimer(timer: Timer, of: Case, policy: TimerPolicy, now: Instant): Raised {
  if (isEnded(timer, of, policy)) return { outcome: 'ended' };
  if (now < timer.dueAt) return { outcome: 'not_due' };
  if (timer.missedAt === undefined && timer.deadline <= now) {
    const { warnAt: _, ...rest } = timer;
    const missed: Timer = { ...rest, missedAt: now };
    const events = missOf(timer, of);
    const climbs = missed.nextRungAt === undefined || missed.nextRungAt <= now;
    if (!climbs) return { outcome: 'raised', timer: withDueAt(missed), events };
    const climbed = climb(missed, of, policy, now);
    return { outcome: 'raised', timer: climbed.timer, events: [...events, climbed.event] };
  }
  if (timer.nextRungAt !== undefined && timer.nextRungAt <= now) {
    const climbed = climb(timer, of, policy, now);
    return { outcome: 'raised', timer: climbed.timer, events: [climbed.event] };
  }
  if (timer.warnAt !== undefined && timer.warnAt <= now) {
    const { warnAt: _, ...warned } = timer;
    const event: NewEvent = { type: 'sla.warned', actor: sweep, data: { timer: timerId(timer) } };
    return { outcome: 'raised', timer: withDueAt(warned), events: [event] };
  }
  return { outcome: 'not_due' };
}

/** A miss; of an institution's clock, the history also says by name of the referral that it is overdue. */
function missOf(timer: Timer, of: Case): NewEvent[] {
  const id = timerId(timer);
  const missed: NewEvent = { type: 'sla.missed', actor: sweep, data: { timer: id } };
  const referral = referralOf(of, timer)?.id;
  return referral === undefined
    ? [missed]
    : [missed, { type: 'referral.overdue', actor: sweep, data: { referral, timer: id } }];
}

/**
 * An acknowledgement of the rung raised last: the climb is held for the pack's minutes from now, never made earlier. One
 * that names another rung comes too late (`moved_on`), and so does one before anything was raised. On
 * must_be_acknowledged the command also sets `acknowledgedAt` on the case, which ends the timer.
 */
export function acknowledgeRung(
  timer: Timer,
  rung: string,
  policy: TimerPolicy,
  now: Instant,
  actor: Actor,
): { outcome: 'held'; timer: Timer; events: NewEvent[] } | { outcome: 'moved_on' } {
  if (lastRung(timer, policy) !== rung) return { outcome: 'moved_on' };
  const held = plusMinutes(now, policy.ladder.holdMinutes);
  const nextRungAt = timer.nextRungAt !== undefined && timer.nextRungAt > held ? timer.nextRungAt : held;
  return {
    outcome: 'held',
    timer: withDueAt({ ...timer, nextRungAt }),
    events: [{ type: 'escalation.acknowledged', actor, data: { timer: timerId(timer), rung } }],
  };
}

/** The rung raised last, or undefined while the ladder has not started. */
export function lastRung(timer: Timer, policy: TimerPolicy): string | undefined {
  const { rungs } = policy.ladder;
  return rungs[Math.min(timer.nextRung, rungs.length) - 1]?.id;
}

/** Sets `dueAt` to the earliest of what is left to raise. */
export function withDueAt(timer: Omit<Timer, 'dueAt'>): Timer {
  const left = [timer.warnAt, timer.missedAt === undefined ? timer.deadline : undefined, timer.nextRungAt];
  const [dueAt] = left.filter((at) => at !== undefined).sort();
  // A missed timer always has a next rung or reminder, so something is left as long as the timer stands.
  return { ...timer, dueAt: dueAt ?? timer.deadline };
}

function climb(timer: Timer, of: Case, policy: TimerPolicy, now: Instant): { timer: Timer; event: NewEvent } {
  const { rungs, stepMinutes, reminderMinutes, reminderMinutesAfterEnd } = policy.ladder;
  // Once it is closed, nobody is waited for any more: those clocks have ended.
  const isOnlyWaitedFor = isOfReferral(timer) && of.status === 'resolved';
  const untilReminder = isOnlyWaitedFor ? reminderMinutesAfterEnd : reminderMinutes[of.severity];
  const isReminder = timer.nextRung >= rungs.length;
  const reminders = isReminder ? timer.reminders + 1 : timer.reminders;
  const nextRung = isReminder ? timer.nextRung : timer.nextRung + 1;
  const untilNext = (isReminder ? undefined : stepMinutes[of.severity][timer.nextRung]) ?? untilReminder;
  const climbed = withDueAt({
    ...timer,
    nextRung,
    reminders,
    nextRungAt: plusMinutes(now, untilNext),
    severity: of.severity,
  });
  const data = { timer: timerId(timer), rung: lastRung(climbed, policy) ?? '', reminder: reminders };
  return { timer: climbed, event: { type: 'case.escalated', actor: sweep, data } };
}

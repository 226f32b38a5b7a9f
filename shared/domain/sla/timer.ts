import { owesReview } from '../case/approvals/review.ts';
import type { Case } from '../case/case.ts';
import { owesCall } from '../case/danger/danger.ts';
import type { Actor, NewEvent } from '../case/events.ts';
import { askedSince, awaitsAcknowledgement, awaitsAnswer, owesLook } from '../case/referral.ts';
import type { Referral } from '../case/referral.ts';
import { timerId } from '../case/timer-id.ts';
import { isTaken, unreadSince } from '../case/unseen/unread.ts';
import type { ClockKind, Timer } from '../case/timer-id.ts';
import type { ReminderPolicy, TimerPolicy } from './clock-policy.ts';
import { afterLastRung, climbsUntilCalled, stepOfSilence } from './silence.ts';
import { minuteOf, plusMinutes } from '../time/instant.ts';
import type { Severity } from '../report/severity.ts';
import type { Instant } from '../time/instant.ts';
import { plusWorkingDays } from '../time/working-days.ts';

/** The sweep escalates, not a person. */
const sweep: Actor = 'besa:escalation';

const isHandled = (of: Case): boolean =>
  // An administrative end resolves a case in which there was nothing to handle.
  of.handledAt !== undefined || of.resolvedAt !== undefined;

const isResolved = (of: Case): boolean => of.resolvedAt !== undefined;

const isAllRead = (of: Case): boolean => unreadSince(of) === undefined;

/** Clocks of single messages are over with the first reading that is told by the order of events, or when all is read. */
const isOlderOver = (of: Case): boolean => of.readUpTo !== undefined || isAllRead(of);

/** What ends each clock. Source: docs/practice.md, Clocks. */
const ends: Readonly<Record<ClockKind, (of: Case, timer: Timer, policy: TimerPolicy) => boolean>> = {
  // Staff may have resolved a case before the machine comes to it.
  must_be_triaged: (of) => of.triagedAt !== undefined || isResolved(of),
  must_be_acknowledged: (of, timer, policy) =>
    // The older clock of a message was armed after the case had been taken, so that does not end it.
    (isOfMessage(timer) ? isOlderOver(of) : isTaken(of)) ||
    policy.clocks.must_be_acknowledged.minutes[of.severity] === null,
  must_be_read: (of, timer) => (isOfMessage(timer) ? isOlderOver(of) : isAllRead(of)),
  handle: isHandled,
  promise_handle: isHandled,
  resolve: isResolved,
  promise_resolve: isResolved,
  referral_acknowledge: isReferralTaken,
  referral_answer: (of, timer) => !waits(referralOf(of, timer), awaitsAnswer),
  referral_hand_over: isReferralTaken,
  second_look: (of) => !owesReview(of),
  call_look: (of, timer) => !waits(referralOf(of, timer), owesLook),
  // The next question has a clock of the same name, and the clock of the one before is over.
  referral_question: (of, timer) => !waits(referralOf(of, timer), (referral) => askedSince(referral) === timer.armedAt),
  danger_call: (of) => !owesCall(of),
  withdrawal_look: (of) => of.withdrawal === undefined || of.withdrawal.lookedAt !== undefined || isResolved(of),
};

/**
 * The clocks that depend on institutions. They run on when the case is resolved. Source: docs/practice.md, Resolved.
 */
const referralClocks: readonly ClockKind[] = ['referral_acknowledge', 'referral_answer', 'referral_hand_over'];

export function isOfReferral({ kind }: { kind: ClockKind }): boolean {
  return referralClocks.includes(kind);
}

/** Whether a timer is the older kind: about one message of the reporter. Only release 0.1.0 armed these. */
export function isOfMessage({ subject }: Pick<Timer, 'subject'>): boolean {
  return subject.startsWith('message-');
}

/** The clocks of what somebody must still look at: words, a lowered severity, a call made alone, a danger. */
const clocksOfUnseen: readonly ClockKind[] = [
  'must_be_read',
  'must_be_acknowledged',
  'second_look',
  'call_look',
  'referral_question',
  'danger_call',
];

/**
 * How urgent a clock is. A danger is critical whatever the severity is by then: no lowering slows its ladder, and no
 * mail about it waits. Source: docs/practice.md, Clocks.
 */
export function urgencyOf(kind: ClockKind, severity: Severity): Severity {
  return kind === 'danger_call' ? 'critical' : severity;
}

/** Whether somebody must still look at words, a lowered severity or a call, whatever the status of the case. */
export function mustBeSeen({ kind }: { kind: ClockKind }): boolean {
  return clocksOfUnseen.includes(kind);
}

/** Whether a clock runs on when the case is resolved: it waits for others, or somebody must still look. */
export function outlivesEnd(timer: Timer): boolean {
  return isOfReferral(timer) || mustBeSeen(timer);
}

function referralOf(of: Case, { subject }: Timer): Referral | undefined {
  return of.referrals?.find(({ id }) => subject === `referral-${id}`);
}

/** Whether nobody waits any more for the institution to say that it has the referral. */
function isReferralTaken(of: Case, timer: Timer): boolean {
  return !waits(referralOf(of, timer), awaitsAcknowledgement);
}

/** A referral that the case does not know waits for nothing. */
function waits(referral: Referral | undefined, awaits: (referral: Referral) => boolean): boolean {
  return referral !== undefined && awaits(referral);
}

/**
 * Whether a timer is over: what it watches has happened, the case closed, or a newer clock runs. What somebody must
 * still look at does not end when the case closes. A clock of an institution lives and ends by its referral, whatever
 * its clock number is.
 */
export function isEnded(timer: Timer, of: Case, policy: TimerPolicy): boolean {
  if (timer.clock !== of.clockNumber && !isOfReferral(timer)) return true;
  if (of.closedAt !== undefined && !mustBeSeen(timer)) return true;
  return ends[timer.kind](of, timer, policy);
}

export type Raised =
  { outcome: 'raised'; timer: Timer; events: NewEvent[] } | { outcome: 'ended' } | { outcome: 'not_due' };

/**
 * Escalates what is due: the warning, the miss with the first rung, the next rung, or a reminder. For an institution's
 * clock the rungs are the steps of its slow ladder. One call escalates at most one rung, and the next rung counts from
 * the minute that runs. So no two rungs are escalated together, however long the sweep was away. And the sweep that is
 * due then finds it, though it may come some seconds earlier in its minute. Source: docs/practice.md, Ladder.
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
    return { outcome: 'raised', timer: climbed.timer, events: [...events, ...climbed.events] };
  }
  if (timer.nextRungAt !== undefined && timer.nextRungAt <= now) {
    const climbed = climb(timer, of, policy, now);
    return { outcome: 'raised', timer: climbed.timer, events: climbed.events };
  }
  if (timer.warnAt !== undefined && timer.warnAt <= now) {
    const { warnAt: _, ...warned } = timer;
    const event: NewEvent = { type: 'sla.warned', actor: sweep, data: { timer: timerId(timer) } };
    return { outcome: 'raised', timer: withDueAt(warned), events: [event] };
  }
  return { outcome: 'not_due' };
}

/** The events of a miss. For an institution's clock the history also names the referral that is overdue. */
function missOf(timer: Timer, of: Case): NewEvent[] {
  const id = timerId(timer);
  const missed: NewEvent = { type: 'sla.missed', actor: sweep, data: { timer: id } };
  const referral = isOfReferral(timer) ? referralOf(of, timer)?.id : undefined;
  return referral === undefined
    ? [missed]
    : [missed, { type: 'referral.overdue', actor: sweep, data: { referral, timer: id } }];
}

/**
 * Acknowledges the rung that was escalated last. The climb is held for the pack's minutes from now, and never comes
 * earlier than planned. Another rung is refused as `moved_on`, and so is any before the first escalation. On
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

/** The rung that was escalated last. Undefined while the ladder has not started. */
export function lastRung(timer: Timer, policy: TimerPolicy): string | undefined {
  const { rungs } = policy.ladder;
  return rungs[Math.min(timer.nextRung, rungs.length) - 1]?.id;
}

/** Sets `dueAt` to the earliest of what is left to do. */
export function withDueAt(timer: Omit<Timer, 'dueAt'>): Timer {
  const left = [timer.warnAt, timer.missedAt === undefined ? timer.deadline : undefined, timer.nextRungAt];
  const [dueAt] = left.filter((at) => at !== undefined).sort();
  // A missed timer always has a next rung or reminder, so something is left as long as the timer stands.
  return { ...timer, dueAt: dueAt ?? timer.deadline };
}

/**
 * Whether a clock climbs the ladder of its case. The clocks of institutions do not, with one exception: a critical
 * referral of an open case. Source: docs/practice.md, Clocks.
 */
export function climbsLadder(timer: Timer, of: Case, policy: TimerPolicy): boolean {
  return !isOfReferral(timer) || climbsUntilCalled(timer, of, referralOf(of, timer), policy);
}

function climb(timer: Timer, of: Case, policy: TimerPolicy, now: Instant): { timer: Timer; events: NewEvent[] } {
  if (!climbsLadder(timer, of, policy)) return climbSlowly(timer, of, policy, now);
  const { rungs, stepMinutes, reminderMinutes } = policy.ladder;
  const severity = urgencyOf(timer.kind, of.severity);
  const isReminder = timer.nextRung >= rungs.length;
  const reminders = isReminder ? timer.reminders + 1 : timer.reminders;
  const nextRung = isReminder ? timer.nextRung : timer.nextRung + 1;
  const untilRung = isReminder ? undefined : stepMinutes[severity][timer.nextRung];
  const untilNext = untilRung ?? untilReminder(reminders, reminderMinutes[severity]);
  const { remindsAfterWorkingDays: days } = policy.clocks[timer.kind];
  const nextRungAt =
    untilRung === undefined && days !== undefined
      ? plusWorkingDays(minuteOf(now), days, policy)
      : plusMinutes(minuteOf(now), untilNext);
  const rest = { ...timer, nextRung, reminders, nextRungAt, severity };
  const isLastForInstitution = isOfReferral(timer) && nextRung >= rungs.length;
  const climbed = withDueAt(isLastForInstitution ? { ...rest, ...afterLastRung(rest, policy, now) } : rest);
  const data = { timer: timerId(timer), rung: lastRung(climbed, policy) ?? '', reminder: reminders };
  return { timer: climbed, events: [{ type: 'case.escalated', actor: sweep, data }] };
}

/** One step of the slow ladder of a silent institution. A clock that another one speaks for has no event. */
function climbSlowly(timer: Timer, of: Case, policy: TimerPolicy, now: Instant): { timer: Timer; events: NewEvent[] } {
  const referral = referralOf(of, timer);
  const { timer: stepped, step } = stepOfSilence({ ...timer, severity: of.severity }, referral, policy, now);
  const events: NewEvent[] =
    referral === undefined || step === undefined
      ? []
      : [{ type: 'referral.silent', actor: sweep, data: { referral: referral.id, timer: timerId(timer), step } }];
  return { timer: withDueAt(stepped), events };
}

/** Whether a clock reminds by itself and in working days, once its whole ladder knows. Others remind by the severity. */
export function remindsSlowly({ kind, nextRung }: Pick<Timer, 'kind' | 'nextRung'>, policy: TimerPolicy): boolean {
  return policy.clocks[kind].remindsAfterWorkingDays !== undefined && nextRung >= policy.ladder.rungs.length;
}

/** Minutes to the next reminder. At first they come often, and seldom once that time is over. */
function untilReminder(reminders: number, { first, firstForMinutes, later }: ReminderPolicy): number {
  return reminders * first < firstForMinutes ? first : later;
}

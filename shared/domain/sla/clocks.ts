import { mostTimersArmed } from '../case/bounds.ts';
import { isReview } from '../case/approvals/review.ts';
import { askedSince } from '../case/referral.ts';
import type { Case, CasePromise } from '../case/case.ts';
import { timerId } from '../case/timer-id.ts';
import type { ClockKind, TimerId, TimerSubject, Timer } from '../case/timer-id.ts';
import type { ReportedFacts } from '../report/report.ts';
import { involvesChild } from '../report/reported-facts.ts';
import type { Severity } from '../report/severity.ts';
import type { ClockPolicies, TimerPolicy } from './clock-policy.ts';
import { isEnded, isOfMessage, isOfReferral, urgencyOf, withDueAt } from './timer.ts';
import { withOlderReadings } from './unread-clock.ts';
import { unreadSince } from '../case/unseen/unread.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/**
 * The promise that the reporter gets at intake. It never moves afterwards. Throws when the pack gives no minutes for
 * one of its clocks, because a promise needs a time. Source: docs/practice.md, Clocks.
 */
export function promiseAt(
  receivedAt: Instant,
  severity: Severity,
  facts: ReportedFacts,
  policies: ClockPolicies,
): CasePromise {
  const by = (kind: ClockKind): Instant => {
    const minutes = minutesOf(kind, severity, facts, policies);
    if (minutes === null) throw new Error(`The country pack gives no minutes for ${kind} at severity ${severity}.`);
    return plusMinutes(receivedAt, minutes);
  };
  return { readBy: by('must_be_read'), handleBy: by('promise_handle'), resolveBy: by('promise_resolve') };
}

/**
 * All timers that the policy wants for a case as it stands, under its current clock number. Nothing is escalated yet.
 * Timers of what has already happened are absent. The clocks of a reopened case count from its reopening.
 */
export function wantedTimers(of: Case, policy: TimerPolicy): Timer[] {
  const begun = of.reopenedAt ?? of.receivedAt;
  const wanted: (Timer | undefined)[] = [
    armed(of, 'must_be_triaged', of.reopenedAt ?? of.enteredAt ?? of.receivedAt, policy),
    readingTimer(of, begun, policy),
    armed(of, 'promise_handle', begun, policy, of.promise.handleBy),
    armed(of, 'promise_resolve', begun, policy, of.promise.resolveBy),
  ];
  const calledAt = of.unreadFrom?.calledAt;
  if (calledAt !== undefined) wanted.push(armed(of, 'must_be_acknowledged', calledAt, policy));
  if (of.triagedAt !== undefined) {
    const judged = of.reopenedAt !== undefined && of.reopenedAt > of.triagedAt ? of.reopenedAt : of.triagedAt;
    if (calledAt === undefined) wanted.push(armed(of, 'must_be_acknowledged', judged, policy));
    wanted.push(armed(of, 'handle', judged, policy), armed(of, 'resolve', judged, policy));
  }
  wanted.push(dangerTimer(of, policy));
  if (of.withdrawal !== undefined) wanted.push(armed(of, 'withdrawal_look', of.withdrawal.askedAt, policy));
  for (const look of of.approvals?.filter(isReview) ?? []) wanted.push(reviewTimer(of, look.askedAt, policy));
  for (const referral of of.referrals ?? []) {
    if (referral.approvedAt === undefined) continue;
    const subject = `referral-${referral.id}` as const;
    const first = referral.addressesOnly === true ? 'referral_hand_over' : 'referral_acknowledge';
    for (const kind of [first, 'referral_answer'] as const) {
      wanted.push(armed(of, kind, referral.approvedAt, policy, undefined, subject));
    }
    if (referral.lookOwedSince !== undefined) {
      wanted.push(armed(of, 'call_look', referral.lookOwedSince, policy, undefined, subject));
    }
    const asked = askedSince(referral);
    if (asked !== undefined) {
      wanted.push(armed(of, 'referral_question', asked, policy, undefined, subject));
    }
  }
  return wanted.filter((timer) => timer !== undefined).filter((timer) => !isEnded(timer, of, policy));
}

/** By when words of this instant are to be read, by the case's severity. Undefined where the pack gives no minutes. */
export function readingDue(of: Case, at: Instant, policy: TimerPolicy): Instant | undefined {
  const minutes = minutesOf('must_be_read', of.severity, of.reported, policy.clocks);
  return minutes === null ? undefined : plusMinutes(at, minutes);
}

/**
 * The one clock of all words that nobody has read. It is never later than the reporter was told, of the report or of
 * any unread message. Source: docs/practice.md, Clocks.
 */
function readingTimer(of: Case, begun: Instant, policy: TimerPolicy): Timer | undefined {
  const since = of.readAt === undefined ? begun : unreadSince(of);
  if (since === undefined) return undefined;
  const told = [of.readAt === undefined ? of.promise.readBy : undefined, of.unreadFrom?.readBy];
  return armed(of, 'must_be_read', since, policy, told.filter((at) => at !== undefined).sort()[0]);
}

/**
 * The timer of a review. The transaction that lowers from critical arms it. sla-timer keeps it until somebody else has
 * looked.
 */
export function reviewTimer(of: Case, at: Instant, policy: TimerPolicy): Timer | undefined {
  return armed(of, 'second_look', at, policy);
}

/** The clock of a person in danger, of whom somebody has read. The reading arms it in its own transaction. */
export function dangerTimer(of: Case, policy: TimerPolicy): Timer | undefined {
  return of.danger && armed(of, 'danger_call', of.danger.since, policy);
}

/**
 * What to write and what to delete, so that a case has the timers that the policy wants. A running timer keeps what it
 * has escalated. An internal deadline follows the severity until it is missed. A promise never moves, and reading only
 * comes earlier. A clock of an institution keeps the number it was armed with. Of very many timers to write it names
 * only as many as one change takes, those of the report first. Whoever wants all of them asks again afterwards.
 */
export function reconcileTimers(
  of: Case,
  existing: readonly Timer[],
  policy: TimerPolicy,
): { arm: Timer[]; disarm: TimerId[] } {
  const running = existing.filter((timer) => !isEnded(timer, of, policy));
  const wanted = new Map(wantedTimers(of, policy).map((timer) => [keyOf(timer), timer]));
  for (const timer of running) {
    // The call of an older clock stands until somebody has read. The one clock of reading replaces the other kind.
    if (isOfMessage(timer) && timer.kind === 'must_be_acknowledged') wanted.set(keyOf(timer), timer);
  }
  const byKey = new Map(running.map((timer) => [keyOf(timer), timer]));
  const arm = [...wanted].flatMap(([key, timer]) => {
    const stored = byKey.get(key);
    const before = timer.kind === 'must_be_read' ? withOlderReadings(stored, running) : stored;
    if (before === undefined) return [timer];
    const after = adjusted(before, timer);
    return stored !== undefined && isSame(stored, after) ? [] : [after];
  });
  return {
    arm: arm.slice(0, mostTimersArmed),
    disarm: existing.filter((timer) => !wanted.has(keyOf(timer))).map(timerId),
  };
}

/** What makes two timers the same one. The clocks of a referral are told apart by the referral alone. */
function keyOf(timer: Timer): string {
  return isOfReferral(timer) ? `${timer.kind}.${timer.subject}` : timerId(timer);
}

function minutesOf(kind: ClockKind, severity: Severity, facts: ReportedFacts, policies: ClockPolicies): number | null {
  const { minutes, childMinutes } = policies[kind];
  const child = childMinutes?.[severity];
  return child !== undefined && involvesChild(facts) ? child : minutes[severity];
}

/**
 * A fresh timer. `told` is what the reporter was promised, and no deadline is later than that. A promise clock has
 * exactly that deadline. must_be_read has the earlier of `told` and what the severity asks now.
 */
function armed(
  of: Case,
  kind: ClockKind,
  armedAt: Instant,
  policy: TimerPolicy,
  told?: Instant,
  subject: TimerSubject = 'report',
): Timer | undefined {
  const severity = urgencyOf(kind, of.severity);
  const minutes = minutesOf(kind, severity, of.reported, policy.clocks);
  if (minutes === null) return undefined;
  const asked = plusMinutes(armedAt, minutes);
  const deadline =
    movedTo(of, kind, subject) ?? (told === undefined ? asked : kind === 'must_be_read' && asked < told ? asked : told);
  const { warnAt: share } = policy.clocks[kind];
  const lengthMinutes = (Date.parse(deadline) - Date.parse(armedAt)) / 60_000;
  return withDueAt({
    clock: of.clockNumber,
    kind,
    subject,
    armedAt,
    deadline,
    ...(share === undefined ? {} : { warnAt: plusMinutes(armedAt, lengthMinutes * share) }),
    nextRung: 0,
    // The ladder of a critical case starts at triage, not when the deadline is missed.
    ...(kind === 'must_be_acknowledged' ? { nextRungAt: armedAt } : {}),
    reminders: 0,
    severity,
  });
}

/** The deadline that a person set, as long as the severity is the one at which they set it. */
function movedTo(of: Case, kind: ClockKind, subject: TimerSubject): Instant | undefined {
  const id = timerId({ clock: of.clockNumber, kind, subject });
  // A clock that waits for an institution goes on under the number of a new clock.
  const isIts = (timer: TimerId): boolean =>
    timer === id || (isOfReferral({ kind }) && timer.endsWith(`.${kind}.${subject}`));
  return of.targetMoves?.find(({ timer, severity }) => isIts(timer) && severity === of.severity)?.deadline;
}

/**
 * A running timer under a new severity. What was missed stays missed, and the next rung keeps its time. The wanted
 * deadline of a promise is the one that was told, so it stays.
 */
function adjusted(before: Timer, wanted: Timer): Timer {
  if (before.missedAt !== undefined) return { ...before, severity: wanted.severity };
  const { warnAt: _, ...rest } = before;
  const isSooner = before.kind === 'must_be_read' && before.deadline < wanted.deadline;
  return withDueAt({
    ...rest,
    deadline: isSooner ? before.deadline : wanted.deadline,
    ...(before.warnAt === undefined || wanted.warnAt === undefined ? {} : { warnAt: wanted.warnAt }),
    severity: wanted.severity,
  });
}

function isSame(a: Timer, b: Timer): boolean {
  return a.deadline === b.deadline && a.severity === b.severity && a.warnAt === b.warnAt;
}

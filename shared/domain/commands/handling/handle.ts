import { dangerKnown } from '../../case/danger/danger.ts';
import type { StaffActor } from '../../access/authorize.ts';
import { canHold } from '../../access/holder.ts';
import type { Case, Handling, UnreadMessages } from '../../case/case.ts';
import { posting, refused, tellingGaps } from '../../case/decision.ts';
import type { Decision, Gap, Telling } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import { statusAfter } from '../../case/lifecycle.ts';
import { withReader } from '../../case/receipts/known-receipt.ts';
import { isUnanswered } from '../../case/told/written-to.ts';
import { isTaken } from '../../case/unseen/unread.ts';
import { unreadMessages, withOlderReadings } from '../../sla/unread-clock.ts';
import { isOver } from '../../case/status.ts';
import type { CaseStatus } from '../../case/status.ts';
import { timerId } from '../../case/timer-id.ts';
import type { ClockKind, TimerId, Timer } from '../../case/timer-id.ts';
import type { Severity } from '../../report/severity.ts';
import type { TimerPolicy } from '../../sla/clock-policy.ts';
import { dangerTimer } from '../../sla/clocks.ts';
import type { Instant } from '../../time/instant.ts';

/** The clocks that handling ends in its own transaction. Source: docs/practice.md, Clocks. */
const endedByHandling: readonly ClockKind[] = ['handle', 'promise_handle', 'withdrawal_look'];

function timersOfKinds(timers: readonly Timer[], kinds: readonly ClockKind[]): TimerId[] {
  return timers.filter((timer) => kinds.includes(timer.kind)).map(timerId);
}

/**
 * A trained person has opened the text. It is possible in every state: a resolved case may be read again. `upTo` is the
 * last message that was shown, when not all were. What came after it stays unread, and its clock runs on. Whoever reads
 * of a person in danger is to call somebody: that clock begins.
 */
export function decideReading(
  of: Case,
  timers: readonly Timer[],
  reader: string,
  policy: TimerPolicy,
  now: Instant,
  upTo: number = of.messageCount,
): Decision {
  const unreadFrom = unreadAfter(of, timers, upTo);
  const danger = dangerKnown(of, now);
  const set = {
    status: statusAfter('read', of.status) ?? of.status,
    readAt: of.readAt ?? now,
    lastReadAt: now,
    readUpTo: unreadFrom === undefined ? of.lastEvent : unreadFrom.event - 1,
    unreadFrom,
    readers: withReader(of, reader),
    ...(danger === undefined ? {} : { danger }),
  };
  const isRead = unreadFrom === undefined;
  const ended: ClockKind[] = [
    ...(isRead ? (['must_be_read'] as const) : []),
    ...(isRead || isTaken({ ...of, readAt: set.readAt }) ? (['must_be_acknowledged'] as const) : []),
  ];
  const begun = danger === of.danger ? undefined : dangerTimer({ ...of, danger } as Case, policy);
  const armed = [isRead ? undefined : watchOfRest(timers), begun].filter((timer) => timer !== undefined);
  return {
    outcome: 'change',
    parts: {
      set,
      events: [{ type: 'case.read', actor: `staff:${reader}`, data: {} }],
      ...(armed.length === 0 ? {} : { timersArmed: armed }),
      timersDisarmed: timersOfKinds(timers, ended),
    },
  };
}

/**
 * The one clock, where only older clocks of single messages watch what is still unread: this reading ends those.
 * Undefined where it runs already.
 */
function watchOfRest(timers: readonly Timer[]): Timer | undefined {
  const own = timers.find(({ kind, subject }) => kind === 'must_be_read' && subject === 'report');
  return own === undefined ? withOlderReadings(own, timers) : undefined;
}

/** What is still unread once messages were shown up to this number. Its deadline stays: it may only be too early. */
function unreadAfter(of: Case, timers: readonly Timer[], upTo: number): UnreadMessages | undefined {
  const before = unreadMessages(of, timers);
  if (before === undefined || upTo >= of.messageCount) return undefined;
  return upTo < before.message ? before : { ...before, message: upTo + 1 };
}

/**
 * The first person to claim has the case. A repeated claim changes nothing. Claiming is neither reading nor handling.
 * Who cannot work on cases any more has none. `assignee` is the live record of whoever the case names.
 */
export function decideClaim(of: Case, claimant: string, assignee: StaffActor | undefined): Decision {
  if (of.assignee === claimant) return { outcome: 'unchanged' };
  if (of.assignee !== undefined && canHold(assignee)) return refused('assigned_to_another');
  const status = statusAfter('claim', of.status);
  if (status === undefined) return refused('wrong_status');
  return {
    outcome: 'change',
    parts: {
      set: { status, assignee: claimant },
      events: [{ type: 'case.assigned', actor: `staff:${claimant}`, data: { assignee: claimant } }],
    },
  };
}

export interface HandlingInput extends Telling {
  /** The severity that the person confirms. It must be the present one. */
  severity: Severity;
  safetyDecision: Handling['safetyDecision'];
  nextStep: Handling['nextStep'];
}

/**
 * Records that a case is handled: it was read, and its severity is confirmed. A safety decision and the next step are
 * recorded. The reporter is written to, or it is recorded why not. Until the case ends, handling may be recorded again.
 * The next step then changes; the time of the first handling stays. Source: docs/practice.md, Handled.
 */
export function decideHandling(
  of: Case,
  timers: readonly Timer[],
  input: HandlingInput,
  handler: string,
  now: Instant,
): Decision {
  if (isOver(of)) return refused('wrong_status');
  if (of.readAt === undefined) return refused('not_read');
  const status = statusOfNextStep(of, input.nextStep);
  if (status === undefined) return refused('wrong_status');
  if (input.severity !== of.severity) return refused('severity_differs');
  const gaps = [...tellingGaps(input), ...askingGaps(of, input)];
  if (gaps.length > 0) return refused('fields_missing', gaps);
  const handling: Handling = {
    safetyDecision: input.safetyDecision,
    nextStep: input.nextStep,
    ...(input.noMessageBecause === undefined ? {} : { noMessageBecause: input.noMessageBecause }),
  };
  const handled: NewEvent = { type: 'case.handled', actor: `staff:${handler}`, data: {} };
  const post = posting(of, input, handler);
  return {
    outcome: 'change',
    parts: {
      set: {
        status,
        handling,
        severityConfirmedBy: handler,
        handledAt: of.handledAt ?? now,
        // A withdrawal waits for this look at the child's safety.
        ...(of.withdrawal === undefined ? {} : { withdrawal: { ...of.withdrawal, lookedAt: now } }),
        messageCount: post.messageCount,
      },
      events: [handled, ...post.events],
      timersDisarmed: timersOfKinds(timers, endedByHandling),
    },
  };
}

/** Whoever asks the reporter writes to them, or has done so and has no answer yet. */
function askingGaps(of: Case, { nextStep, hasMessage, noMessageBecause }: HandlingInput): Gap[] {
  const isAsked = nextStep !== 'ask_reporter' || hasMessage || isUnanswered(of);
  return isAsked || noMessageBecause === undefined ? [] : [{ pointer: '/message', code: 'required' }];
}

/**
 * Waiting for somebody is a sub-state of `in_progress`. It stops no clock of the promise. The change takes it back where
 * nobody was asked (told/told-status.ts).
 */
function statusOfNextStep(of: Case, nextStep: Handling['nextStep']): CaseStatus | undefined {
  const handled = statusAfter('handle', of.status);
  if (handled === undefined) return undefined;
  if (nextStep === 'ask_reporter') return statusAfter('wait_reporter', handled);
  if (nextStep === 'refer_institution') return statusAfter('wait_institution', handled);
  return handled;
}

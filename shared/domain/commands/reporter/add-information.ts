import { changeCase } from '../../case/case-change.ts';
import type { Case } from '../../case/case.ts';
import { concluded } from '../../case/concluded.ts';
import { dangerFlags } from '../../case/danger/danger.ts';
import type { DecidedChange } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import { timerId } from '../../case/timer-id.ts';
import type { Timer } from '../../case/timer-id.ts';
import { isTaken } from '../../case/unseen/unread.ts';
import { reopened, reopenedTimers } from '../lifecycle/reopen.ts';
import { flags } from '../../report/report.ts';
import { countsAsYes } from '../../report/reported-facts.ts';
import type { Flags, TriState } from '../../report/report.ts';
import { assessSeverity, isBelow } from '../../report/severity.ts';
import type { Severity, SeverityPolicy, WordCode } from '../../report/severity.ts';
import type { TimerPolicy } from '../../sla/clock-policy.ts';
import { readingDue, reconcileTimers } from '../../sla/clocks.ts';
import { isOfMessage } from '../../sla/timer.ts';
import { withMessage } from '../../sla/unread-clock.ts';
import type { Instant } from '../../time/instant.ts';

/** The parts of a reporter's message that are kept in clear. */
export interface Information {
  flags: Flags;
  words: readonly WordCode[];
  /** Reopens an ended case. It means nothing in an open one. */
  stillHappening: boolean;
  /** How many different addresses it brings. */
  addresses: number;
}

/** The answer to the reporter is made from `readBy` and `severity`, now and when the message is sent again. */
export interface Informed {
  parts: DecidedChange;
  readBy: Instant;
  severity: Severity;
}

/**
 * Adds a message of the reporter. None is ever refused for the number of those before it. It may raise the severity and never lowers it. Somebody must read it. With
 * `stillHappening` it reopens an ended case. All of this is one change, judged while the text is in hand.
 */
export function decideInformation(
  of: Case,
  timers: readonly Timer[],
  input: Information,
  policy: TimerPolicy & { severity: SeverityPolicy },
  now: Instant,
): Informed {
  const message = of.messageCount + 1;
  const told = {
    reported: { ...of.reported, flags: mergedFlags(of.reported.flags, input.flags) },
    words: [...new Set([...of.words, ...input.words])],
  };
  const raised = raisedBy({ ...of, ...told }, of, input, policy.severity);
  const next: Case = { ...of, ...told, ...raised };
  const reopening = input.stillHappening ? reopened(next, policy, 'reporter', now) : undefined;
  const calls = isCalledAnew(of, next) && reopening === undefined;
  // The pack gives every severity a reading time, because intake cannot make a promise without one.
  const readBy = readingDue(next, now, policy) ?? next.promise.readBy;
  const event = of.lastEvent + 1;
  const added = { message, event, at: now, readBy, ...(calls ? { calledAt: now } : {}) };
  const set = {
    ...told,
    ...raised,
    ...(calls ? { acknowledgedAt: undefined } : {}),
    ...reopening,
    messageCount: message,
    unreadFrom: withMessage(of, timers, added),
    lastNewsEvent: event,
    lastWrittenAt: writtenAt(of, now),
    ...(dangerFlags.some((flag) => countsAsYes(input.flags[flag])) ? { dangerSaidAt: now } : {}),
    ...(input.addresses === 0 ? {} : { addedAddresses: (of.addedAddresses ?? 0) + input.addresses }),
  };
  const events: NewEvent[] = [
    { type: 'case.information_added', actor: 'reporter', data: { message } },
    ...(reopening === undefined ? [] : [{ type: 'case.reopened', actor: 'reporter', data: {} } as const]),
    ...(raised === undefined ? [] : [{ type: 'case.severity_changed', actor: 'besa:follow-up', data: {} } as const]),
  ];
  const { after } = changeCase(of, { set, events }, now);
  const clocks =
    reopening === undefined ? clocksOfMessage(after, timers, calls, policy) : reopenedTimers(of, timers, after, policy);
  return { parts: { set, events, ...clocks }, readBy, severity: after.severity };
}

/**
 * Clocks of machines may differ by minutes. A message written after a reading, or after a request to erase, must not
 * look earlier. Requests of release 0.1.0 are judged by times. It would be erased as if somebody had read it.
 */
function writtenAt({ lastReadAt, approvals = [] }: Case, now: Instant): Instant {
  return [now, lastReadAt ?? now, ...approvals.map(({ askedAt }) => askedAt)].toSorted().at(-1) ?? now;
}

/**
 * Whether the message makes a case critical that somebody had acknowledged or read before. Then somebody must
 * acknowledge it again, as with a new case.
 */
function isCalledAnew(of: Case, next: Case): boolean {
  return next.severity === 'critical' && of.severity !== 'critical' && isTaken(of);
}

/**
 * The message must be read: the one clock of reading is armed, or comes earlier. The other clocks follow through the
 * sla-timer reactor.
 */
function clocksOfMessage(
  after: Case,
  timers: readonly Timer[],
  calls: boolean,
  policy: TimerPolicy,
): Pick<DecidedChange, 'timersArmed' | 'timersDisarmed'> {
  const { arm, disarm } = reconcileTimers(after, timers, policy);
  const older = timers.filter((timer) => timer.kind === 'must_be_read' && isOfMessage(timer)).map(timerId);
  return {
    timersArmed: arm.filter(({ kind }) => kind === 'must_be_read' || (calls && kind === 'must_be_acknowledged')),
    timersDisarmed: disarm.filter((id) => older.includes(id)),
  };
}

const ranks: readonly (TriState | undefined)[] = [undefined, false, 'unsure', true];

/** An earlier answer stands unless the new one says more. A "no" does not take back an earlier "yes". */
function mergedFlags(before: Flags, added: Flags): Flags {
  return Object.fromEntries(
    flags.flatMap((flag) => {
      const said = [before[flag], added[flag]].toSorted((a, b) => ranks.indexOf(b) - ranks.indexOf(a))[0];
      return said === undefined ? [] : [[flag, said] as const];
    }),
  );
}

/**
 * The severity and its reasons when the severity goes up, else undefined. While no person has set the severity,
 * everything known is judged together. A person who set it knew everything until then, so only this message by itself
 * counts after that. A thank-you does not raise a lowered severity. A danger that is said again does.
 */
function raisedBy(
  next: Case,
  of: Case,
  input: Information,
  policy: SeverityPolicy,
): Pick<Case, 'severity' | 'severityReasons'> | undefined {
  const isSet = of.severityConfirmedBy !== undefined;
  const facts = concluded(next);
  const judged = (said: Flags, words: readonly WordCode[]) =>
    assessSeverity(
      { reported: { ...facts, flags: said }, words, linkedReports: next.linkedCases?.length ?? 0 },
      policy,
    );
  const { severity, reasons } = isSet ? judged(input.flags, input.words) : judged(next.reported.flags, next.words);
  if (!isBelow(of.severity, severity)) return undefined;
  const before = isSet ? judged({}, []).reasons : [];
  const added = reasons.filter((reason) => !before.includes(reason));
  if (added.length === 0) return undefined;
  return { severity, severityReasons: [...new Set([...of.severityReasons, ...added])] };
}

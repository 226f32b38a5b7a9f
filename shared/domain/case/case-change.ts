import type { Case } from './case.ts';
import { deadlinesAfter } from './deadlines.ts';
import type { CaseEvent, NewEvent } from './events.ts';
import type { TimerId, Timer } from './timer-id.ts';
import { mostTimersDisarmed } from './bounds.ts';
import { statusOfNext } from './told/told-status.ts';
import { unseenEscalationsAfter } from './unseen/unseen-escalations.ts';
import type { Instant } from '../time/instant.ts';

/**
 * One step in a case's life, as one transaction writes it. It has the new state (on condition of the old revision), the
 * events appended, and the timers armed and disarmed. The use-case adds the rest of the transaction through the store:
 * a DONE row, sealed text, a command's answer.
 */
export interface CaseChange {
  before: Case;
  /** With `revision` and `lastEvent` already moved on. */
  after: Case;
  events: CaseEvent[];
  timersArmed: Timer[];
  timersDisarmed: TimerId[];
}

export interface ChangeParts {
  /** Fields that change; `undefined` removes a field. */
  set: { [K in keyof Case]?: Case[K] | undefined };
  events: readonly NewEvent[];
  timersArmed?: readonly Timer[];
  timersDisarmed?: readonly TimerId[];
  /** W3C trace context of the cause, carried from event to event. */
  traceparent?: string;
}

/**
 * Works out the next state: revision + 1, and events numbered on from the last one. It also keeps the unseen
 * escalations, the deadlines, when the case last became critical, and the centre's last message. The status follows the
 * facts. Of very many timers that end it ends only as many as fit into one transaction. The escalation sweep ends the
 * others. Pure; `now` stamps the events.
 */
export function changeCase(before: Case, parts: ChangeParts, now: Instant): CaseChange {
  const events = parts.events.map((event, index): CaseEvent => ({
    ...event,
    caseId: before.caseId,
    number: before.lastEvent + 1 + index,
    time: now,
    ...(parts.traceparent === undefined ? {} : { traceparent: parts.traceparent }),
  }));
  const timersArmed = [...(parts.timersArmed ?? [])];
  const timersDisarmed = [...(parts.timersDisarmed ?? [])];
  const timers = { timersArmed, timersDisarmed };
  const left = unseenEscalationsAfter(before.raises ?? [], { events, ...timers });
  const raises = left.length === 0 ? undefined : left;
  const deadlines = deadlinesOfNext(before, parts.set, timers);
  const becomesCritical = before.severity !== 'critical' && parts.set.severity === 'critical';
  const since = becomesCritical ? { criticalSince: now } : {};
  const wrote = lastMessageOfCentre(events);
  const merged = Object.fromEntries(
    Object.entries({ ...before, ...parts.set, ...since, ...wrote, raises, deadlines }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as unknown as Case;
  return {
    before,
    after: {
      ...merged,
      status: statusOfNext(before, merged),
      revision: before.revision + 1,
      lastEvent: before.lastEvent + events.length,
    },
    events,
    timersArmed,
    timersDisarmed: asMuchAsFits(timersDisarmed),
  };
}

/** The centre's last message, where this change posts one. */
function lastMessageOfCentre(events: readonly CaseEvent[]): Pick<Case, 'lastMessageOfCentre'> {
  const posted = events.findLast(({ type }) => type === 'case.message_posted');
  return posted?.type === 'case.message_posted' ? { lastMessageOfCentre: posted.data.message } : {};
}

/** The timers that one change ends: the case's own before those of messages and institutions. */
function asMuchAsFits(disarmed: readonly TimerId[]): TimerId[] {
  const isOwn = (id: TimerId): boolean => id.endsWith('.report');
  return [...disarmed.filter(isOwn), ...disarmed.filter((id) => !isOwn(id))].slice(0, mostTimersDisarmed);
}

/** A reopened case begins its list anew. A row of release 0.1.0 without a list gets one from whoever knows all timers. */
function deadlinesOfNext(
  before: Case,
  set: ChangeParts['set'],
  timers: Required<Pick<ChangeParts, 'timersArmed' | 'timersDisarmed'>>,
): Case['deadlines'] {
  const clockNumber = set.clockNumber ?? before.clockNumber;
  const known = clockNumber === before.clockNumber ? (set.deadlines ?? before.deadlines) : [];
  return known && deadlinesAfter(known, clockNumber, timers);
}

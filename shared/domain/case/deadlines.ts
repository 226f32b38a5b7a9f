import { parseTimerId } from './timer-id.ts';
import type { ClockKind, Timer, TimerId, TimerSubject } from './timer-id.ts';
import type { Instant } from '../time/instant.ts';

/**
 * The deadline of one armed clock, as the case row lists it. A list of cases then reads no timers.
 * Source: docs/practice.md, Work list.
 */
export interface CaseDeadline {
  clock: ClockKind;
  at: Instant;
  /** The sweep found it missed. */
  missed?: true;
  /** Absent for the report. Clocks of single messages were armed by release 0.1.0. */
  subject?: TimerSubject;
}

/** How many deadlines a case lists at most, the earliest ones. Only a row of release 0.1.0 can have more clocks. */
const atMost = 16;

/** Lists the deadlines of a case from all its timers. Those of referrals are left out, but for a question that waits here. */
export function deadlinesOf(timers: readonly Timer[], clockNumber: number): CaseDeadline[] {
  return bounded(
    timers
      .filter(({ clock, kind, subject }) => clock === clockNumber && (!subject.startsWith('referral-') || isOwed(kind)))
      .map(({ kind, deadline, missedAt, subject }) => ({
        clock: kind,
        at: deadline,
        ...(missedAt === undefined ? {} : { missed: true }),
        ...(subject === 'report' ? {} : { subject }),
      })),
  );
}

/** Whether the centre owes it to an institution. */
function isOwed(kind: ClockKind): boolean {
  return kind === 'referral_question';
}

/** The list after a change of the case's timers. Timers of an earlier clock number are not on it. */
export function deadlinesAfter(
  before: readonly CaseDeadline[],
  clockNumber: number,
  { timersArmed, timersDisarmed }: { timersArmed: readonly Timer[]; timersDisarmed: readonly TimerId[] },
): CaseDeadline[] {
  const disarmed = timersDisarmed.map(parseTimerId).filter((timer) => timer !== undefined);
  const changed = [...disarmed, ...timersArmed].filter(({ clock }) => clock === clockNumber);
  const left = before.filter(
    ({ clock, subject = 'report' }) => !changed.some((timer) => timer.kind === clock && timer.subject === subject),
  );
  return bounded([...left, ...deadlinesOf(timersArmed, clockNumber)]);
}

function bounded(deadlines: readonly CaseDeadline[]): CaseDeadline[] {
  return deadlines.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))).slice(0, atMost);
}

import type { Instant } from './case.ts';
import type { ClockKind } from './clocks.ts';
import type { Severity } from './severity.ts';

/** What a timer is about: the report itself, or a message of the reporter. */
export type TimerSubject = 'report' | `message-${number}`;

/** `<clock number>.<clock kind>.<subject>`, such as `1.must_be_read.report`; unique in its case. */
export type TimerId = `${number}.${ClockKind}.${TimerSubject}`;

/**
 * An armed deadline of a case: one row, from arming until what it watches has happened. It warns once, is missed once,
 * and climbs the ladder rung by rung; each of these is one raise, and no raise happens twice.
 */
export interface Timer {
  clock: number;
  kind: ClockKind;
  subject: TimerSubject;
  armedAt: Instant;
  deadline: Instant;
  /** Absent where the clock has no warning, or once warned. */
  warnAt?: Instant;
  missedAt?: Instant;
  /** Index of the next rung to raise; at or beyond the number of rungs, the next raise is a reminder to all. */
  nextRung: number;
  /** When the next rung is raised. Absent until the ladder starts. */
  nextRungAt?: Instant;
  /** How often the reminder after the last rung was raised. */
  reminders: number;
  /** The earliest instant at which something is to be raised; what the sweep looks for. */
  dueAt: Instant;
  /** The case's severity when armed or last adjusted; the sweep raises critical first. */
  severity: Severity;
}

import type { Severity } from '../report/severity.ts';
import type { Instant } from '../time/instant.ts';

/** The clocks of a case. Source: docs/practice.md, Clocks. `promise_*` are told to the reporter and never move; `handle` and `resolve` are targets. */
export const clockKinds = [
  'must_be_triaged',
  'must_be_acknowledged',
  'must_be_read',
  'handle',
  'promise_handle',
  'promise_resolve',
  'resolve',
  'referral_acknowledge',
  'referral_answer',
  'referral_hand_over',
  /** Of somebody else, at a severity that was lowered from critical. */
  'second_look',
  'withdrawal_look',
] as const;

export type ClockKind = (typeof clockKinds)[number];

/** What a timer is about: the report itself, a message of the reporter, or a referral by its id. */
export type TimerSubject = 'report' | `message-${number}` | `referral-${string}`;

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

/** `<clock number>.<clock kind>.<subject>`, such as `1.must_be_read.report`; unique in its case. */
export type TimerId = `${number}.${ClockKind}.${TimerSubject}`;

export function timerId(timer: Pick<Timer, 'clock' | 'kind' | 'subject'>): TimerId {
  return `${timer.clock}.${timer.kind}.${timer.subject}`;
}

/** Reads a timer's id, such as a part of an address; undefined for what is none. */
export function parseTimerId(text: string): Pick<Timer, 'clock' | 'kind' | 'subject'> | undefined {
  const [, clock, kindText, subject] =
    /^([1-9]\d{0,5})\.(\w+)\.(report|message-[1-9]\d{0,5}|referral-[a-z][a-z0-9_]{0,31}-[1-9]\d?)$/.exec(text) ?? [];
  const kind = clockKinds.find((known) => known === kindText);
  if (kind === undefined) return undefined;
  return { clock: Number(clock), kind, subject: subject as TimerSubject };
}

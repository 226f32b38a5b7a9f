import type { Severity } from '../report/severity.ts';
import type { Instant } from '../time/instant.ts';

/**
 * The clocks of a case. `promise_*` are told to the reporter and never move. `handle` and `resolve` are internal
 * targets.
 * Source: docs/practice.md, Clocks.
 */
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
  /** Somebody else reviews a severity that was lowered from critical. */
  'second_look',
  'withdrawal_look',
  /** An officer looks at a call by which a counsellor, alone, passed a case on. */
  'call_look',
  /** An institution asked something and waits for the centre. */
  'referral_question',
  /** Somebody calls for a person in danger, or says why not. */
  'danger_call',
] as const;

export type ClockKind = (typeof clockKinds)[number];

/**
 * The steps of the slow ladder of an institution that does not answer. `authority`: a person decides whether somebody
 * above the institution is told. The last step repeats. Source: docs/practice.md, Clocks.
 */
export const silenceSteps = ['owner', 'supervisor', 'authority', 'reminder'] as const;

export type SilenceStep = (typeof silenceSteps)[number];

/** What a timer is about: the report itself, a message of the reporter, or a referral. */
export type TimerSubject = 'report' | `message-${number}` | `referral-${string}`;

/**
 * An armed deadline of a case. It is one row, from arming until what it watches has happened. It warns once, is missed
 * once, and climbs the ladder rung by rung. None of these happens twice.
 */
export interface Timer {
  clock: number;
  kind: ClockKind;
  subject: TimerSubject;
  armedAt: Instant;
  deadline: Instant;
  /** Absent where the clock has no warning, and once it has warned. */
  warnAt?: Instant;
  missedAt?: Instant;
  /** Index of the next rung to escalate. At the number of rungs, the next escalation is a reminder to all. */
  nextRung: number;
  /** When the next rung is escalated. Absent until the ladder starts. */
  nextRungAt?: Instant;
  /** How many reminders came after the last rung. */
  reminders: number;
  /** How many steps of an institution's slow ladder were taken. Absent where none was. */
  silentSteps?: number;
  /** The earliest instant of a warning, miss or escalation. The sweep looks for it. */
  dueAt: Instant;
  /** Whether a person held its climb by acknowledging a letter. It is held so once. */
  heldByLetter?: true;
  /** The case's severity when the timer was last armed, adjusted or escalated. The sweep takes critical ones first. */
  severity: Severity;
}

/** `<clock number>.<clock kind>.<subject>`, such as `1.must_be_read.report`; unique in its case. */
export type TimerId = `${number}.${ClockKind}.${TimerSubject}`;

export function timerId(timer: Pick<Timer, 'clock' | 'kind' | 'subject'>): TimerId {
  return `${timer.clock}.${timer.kind}.${timer.subject}`;
}

/** Reads a timer's id, for example from a URL. Undefined when the text is no timer id. */
export function parseTimerId(text: string): Pick<Timer, 'clock' | 'kind' | 'subject'> | undefined {
  const [, clock, kindText, subject] =
    /^([1-9]\d{0,5})\.(\w+)\.(report|message-[1-9]\d{0,5}|referral-[a-z][a-z0-9_]{0,31}-[1-9]\d?)$/.exec(text) ?? [];
  const kind = clockKinds.find((known) => known === kindText);
  if (kind === undefined) return undefined;
  return { clock: Number(clock), kind, subject: subject as TimerSubject };
}

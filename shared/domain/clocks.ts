import type { Severity } from './severity.ts';

/** The clocks of PRACTICE. `promise_*` are told to the reporter and never move; `handle` and `resolve` are targets. */
export const clockKinds = [
  'must_be_triaged',
  'must_be_acknowledged',
  'must_be_read',
  'handle',
  'promise_handle',
  'promise_resolve',
  'resolve',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Minutes of wall-clock time by severity; null where the clock does not run. */
export interface ClockPolicy {
  minutes: Readonly<Record<Severity, number | null>>;
  /** Instead of `minutes`, when a child or somebody of unknown age is involved. */
  childMinutes?: Partial<Record<Severity, number>>;
  /** Share of the time after which a warning is raised, such as 0.75. */
  warnAt?: number;
}
export type ClockPolicies = Readonly<Record<ClockKind, ClockPolicy>>;

/** One rung of the ladder: which duties are told. */
export interface Rung {
  /** `duty`, `backup`, … part of the acknowledgement's address. */
  id: string;
  /** Duties of the directory whose holders are told. */
  duties: readonly string[];
}

/** Source: PRACTICE, ladder. */
export interface LadderPolicy {
  rungs: readonly Rung[];
  /** Minutes from raising rung n to rung n+1, by severity; one fewer than there are rungs. */
  stepMinutes: Readonly<Record<Severity, readonly number[]>>;
  /** Minutes between reminders to every rung after the last one. */
  reminderMinutes: Readonly<Record<Severity, number>>;
  /** How long an acknowledgement holds the climb. */
  holdMinutes: number;
}

import type { ClockKind } from '../case/timer-id.ts';
import type { Severity } from '../report/severity.ts';

/** Minutes of wall-clock time by severity; null where the clock does not run. */
export interface ClockPolicy {
  minutes: Readonly<Record<Severity, number | null>>;
  /** Instead of `minutes`, when a child or somebody of unknown age is involved. */
  childMinutes?: Partial<Record<Severity, number>>;
  /** Share of the time after which a warning is raised, such as 0.75. */
  warnAt?: number;
  /** Id of a rung that is told of a miss at once, beside the foot of the ladder: the reporter reads that it is. */
  alsoTells?: string;
}

export type ClockPolicies = Readonly<Record<ClockKind, ClockPolicy>>;

/** One rung of the ladder: which duties are told. */
export interface Rung {
  /** `duty`, `backup`, … part of the acknowledgement's address. */
  id: string;
  /** Duties of the directory whose holders are told. */
  duties: readonly string[];
}

/** Source: docs/practice.md, Ladder. */
export interface LadderPolicy {
  rungs: readonly Rung[];
  /** Minutes from raising rung n to rung n+1, by severity; one fewer than there are rungs. */
  stepMinutes: Readonly<Record<Severity, readonly number[]>>;
  /** Minutes between reminders to every rung after the last one. */
  reminderMinutes: Readonly<Record<Severity, number>>;
  /** The same once the case has ended and only an institution is waited for: nobody can hurry it by night. */
  reminderMinutesAfterEnd: number;
  /** How long an acknowledgement holds the climb. */
  holdMinutes: number;
}

/** What timers are made and raised by; a country pack is one. */
export interface TimerPolicy {
  clocks: ClockPolicies;
  ladder: LadderPolicy;
}

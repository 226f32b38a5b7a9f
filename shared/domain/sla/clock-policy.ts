import type { ClockKind } from '../case/timer-id.ts';
import type { Severity } from '../report/severity.ts';

/** Minutes of wall-clock time by severity; null where the clock does not run. Source: docs/practice.md, Clocks. */
export interface ClockPolicy {
  minutes: Readonly<Record<Severity, number | null>>;
  /** These replace `minutes` when a child or somebody of unknown age is involved. */
  childMinutes?: Partial<Record<Severity, number>>;
  /** Share of the time after which a warning is given, such as 0.75. */
  warnAt?: number;
  /** Id of a rung that is told of a miss at once, besides the first rung. The reporter reads that it is told. */
  alsoTells?: string;
}

export type ClockPolicies = Readonly<Record<ClockKind, ClockPolicy>>;

/** One rung of the ladder: the duties that are told. */
export interface Rung {
  /** Such as `duty` or `backup`. It is part of the acknowledgement's address. */
  id: string;
  /** Duties of the directory whose holders are told. */
  duties: readonly string[];
}

/** Source: docs/practice.md, Ladder. */
export interface LadderPolicy {
  rungs: readonly Rung[];
  /**
   * Minutes from escalating rung n to escalating rung n+1, by severity. There is one entry fewer than there are rungs.
   */
  stepMinutes: Readonly<Record<Severity, readonly number[]>>;
  /** Minutes between reminders to every rung, after the last rung. */
  reminderMinutes: Readonly<Record<Severity, number>>;
  /** The same once the case is resolved and only an institution is waited for. Nobody can hurry it at night. */
  reminderMinutesAfterEnd: number;
  /** Minutes for which an acknowledgement holds the climb. */
  holdMinutes: number;
}

/** What timers are made and escalated by. A country pack is one. */
export interface TimerPolicy {
  clocks: ClockPolicies;
  ladder: LadderPolicy;
}

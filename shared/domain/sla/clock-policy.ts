import type { ClockKind, SilenceStep } from '../case/timer-id.ts';
import type { Severity } from '../report/severity.ts';
import type { WorkingCalendar } from '../time/working-days.ts';

/** Minutes of wall-clock time by severity; null where the clock does not run. Source: docs/practice.md, Clocks. */
export interface ClockPolicy {
  minutes: Readonly<Record<Severity, number | null>>;
  /** These replace `minutes` when a child or somebody of unknown age is involved. */
  childMinutes?: Partial<Record<Severity, number>>;
  /** Share of the time after which a warning is given, such as 0.75. */
  warnAt?: number;
  /** Id of a rung that is told of a miss at once, besides the first rung. The reporter reads that it is told. */
  alsoTells?: string;
  /**
   * Working days between two reminders of this clock, whatever the severity. For what no reporter waits for: everybody
   * on the ladder knows of it, and its mail leaves in the morning.
   */
  remindsAfterWorkingDays?: number;
}

export type ClockPolicies = Readonly<Record<ClockKind, ClockPolicy>>;

/** One rung of the ladder: the duties that are told. */
export interface Rung {
  /** Such as `duty` or `backup`. It is part of the acknowledgement's address. */
  id: string;
  /** Duties of the directory whose holders are told. */
  duties: readonly string[];
}

/** Minutes between reminders. Source: docs/practice.md, Ladder. */
export interface ReminderPolicy {
  /** From one to the next, at first. */
  first: number;
  /** For how long they come like that, counted from the last rung. 0 where they never do. */
  firstForMinutes: number;
  /** From one to the next after that. */
  later: number;
}

/** The slow ladder of an institution that does not answer. Source: docs/practice.md, Clocks. */
export interface SilencePolicy {
  /** Working days from this step to the next one. */
  workingDaysAfter: Readonly<Record<SilenceStep, number>>;
  /** Id of the rung that is told after the owner of the case. */
  rung: string;
}

/** Source: docs/practice.md, Ladder. */
export interface LadderPolicy {
  rungs: readonly Rung[];
  /**
   * Minutes from escalating rung n to escalating rung n+1, by severity. There is one entry fewer than there are rungs.
   */
  stepMinutes: Readonly<Record<Severity, readonly number[]>>;
  /** Reminders to every rung, after the last rung. */
  reminderMinutes: Readonly<Record<Severity, ReminderPolicy>>;
  silence: SilencePolicy;
  /** Minutes for which an acknowledgement holds the climb. */
  holdMinutes: number;
}

/** What timers are made and escalated by. A country pack is one. */
export interface TimerPolicy extends WorkingCalendar {
  clocks: ClockPolicies;
  ladder: LadderPolicy;
}

import type { RetentionPolicy } from './retention.ts';

/** For how many days after its end a report is kept, in the numbers that people are told. */
export interface KeptTimes {
  /** The most that any outcome gives, also of a report that was passed on. */
  most: number;
  /** The most for a report that was withdrawn and that nobody else was told of. */
  withdrawn: number;
  /** The most while police or prosecution have it and have not answered. */
  justice: number;
}

/** The numbers of the rule by which cases are erased. So no page can promise another one. */
export function keptTimes({ days, referredDays, justice }: RetentionPolicy): KeptTimes {
  return {
    most: Math.max(referredDays, ...Object.values(days).flatMap((bySeverity) => Object.values(bySeverity))),
    withdrawn: Math.max(...Object.values(days.withdrawn)),
    justice: justice.daysAtMost,
  };
}

/** Days as years, rounded up: nobody is told a shorter time than it may be. */
export function yearsOf(days: number): string {
  return String(Math.ceil(days / 365));
}

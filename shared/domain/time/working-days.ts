import type { Sourced } from '../text.ts';
import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import { instantAt, localTime } from './local-time.ts';
import type { WallTime } from './local-time.ts';

/** A day on which nobody works, though its weekday is worked. */
export interface Holiday extends Sourced {
  /** Local calendar day, `YYYY-MM-DD`. A holiday that was moved stands under the day on which nobody works. */
  day: string;
  name: string;
}

/** The days on which institutions work. A year without holidays in the list has its weekdays only. */
export interface WorkingDays {
  /** Days of the week that are worked. 1 is Monday, 7 is Sunday. */
  weekdays: readonly number[];
  holidays: readonly Holiday[];
}

/** What working days are counted by. `timeZone` is an IANA name. */
export interface WorkingCalendar {
  workingDays: WorkingDays;
  timeZone: string;
}

/**
 * The instant `n` working days later, at the same local time. One working day after a Friday is the Monday. What is on a
 * day that is not worked counts from the beginning of the next one that is. Throws when no day of the week is worked.
 * Source: docs/practice.md, Clocks.
 */
export function plusWorkingDays(at: Instant, n: number, { workingDays, timeZone }: WorkingCalendar): Instant {
  const local = localTime(at, timeZone);
  const first = workingDayFrom(local.day, workingDays);
  const time = first === local.day ? local.time : '00:00';
  let current = first;
  for (let left = n; left > 0; left -= 1) current = workingDayFrom(current + dayMs, workingDays);
  return instantAt(current, time, timeZone);
}

/** The next instant, this one included, at which a local clock shows `time` on a working day. */
export function nextOnWorkingDay(time: WallTime, at: Instant, { workingDays, timeZone }: WorkingCalendar): Instant {
  const today = workingDayFrom(localTime(at, timeZone).day, workingDays);
  const next = instantAt(today, time, timeZone);
  return next >= at ? next : instantAt(workingDayFrom(today + dayMs, workingDays), time, timeZone);
}

/** The first working day from this day on, this one included. */
function workingDayFrom(day: number, { weekdays, holidays }: WorkingDays): number {
  if (weekdays.length === 0) throw new Error('The country pack has no working day.');
  const isWorked = (one: number): boolean => {
    const date = new Date(one);
    const text = date.toISOString().slice(0, 'YYYY-MM-DD'.length);
    return weekdays.includes(date.getUTCDay() || 7) && !holidays.some((holiday) => holiday.day === text);
  };
  let current = day;
  while (!isWorked(current)) current += dayMs;
  return current;
}

import { isReached } from '../person.ts';
import type { Reachable } from '../person.ts';
import { dayMs, plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import { localTime, minutesOf } from '../../time/local-time.ts';
import type { WallTime } from '../../time/local-time.ts';

/** Days of a rota, from Sunday on. `holiday` replaces the day of the week on the dates that the roster names. */
export const rosterDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'holiday'] as const;

export type RosterDay = (typeof rosterDays)[number];

/**
 * Who has a duty from one local time to another. A shift that does not end later than it begins goes on into the next
 * day.
 */
export interface Shift {
  duty: string;
  days: readonly RosterDay[];
  from: WallTime;
  to: WallTime;
  /** Directory ids. */
  holders: readonly string[];
}

/** A week's rota. A duty without any shift is always with everybody who holds it. Source: docs/practice.md, People. */
export interface Roster {
  timeZone: string;
  shifts: readonly Shift[];
  /** Dates, `2026-11-28`. */
  holidays: readonly string[];
}

/** Who has the duty at an instant. Empty when nobody has; undefined when the duty is on no rota. */
export function onDuty(roster: Roster, duty: string, at: Instant): string[] | undefined {
  const shifts = roster.shifts.filter((shift) => shift.duty === duty);
  if (shifts.length === 0) return undefined;
  const moment = rosterMoment(roster, at);
  return [...new Set(shifts.filter((shift) => beganOn(shift, moment).length > 0).flatMap(({ holders }) => holders))];
}

/** An instant as a rota knows it. */
export interface RosterMoment {
  time: string;
  today: RosterDay;
  yesterday: RosterDay;
}

export function rosterMoment(roster: Pick<Roster, 'timeZone' | 'holidays'>, at: Instant): RosterMoment {
  const { time, day } = localTime(at, roster.timeZone);
  return { time, today: rosterDayOf(roster, day), yesterday: rosterDayOf(roster, day - dayMs) };
}

/** The days on which a shift began that runs at this moment. One that goes on past midnight began the day before. */
export function beganOn({ days, from, to }: Shift, { time, today, yesterday }: RosterMoment): RosterDay[] {
  const isOvernight = to <= from;
  const began = [
    ...(from <= time && (isOvernight || time < to) ? [today] : []),
    ...(isOvernight && time < to ? [yesterday] : []),
  ];
  return began.filter((day) => days.includes(day));
}

/** The day of a rota that a date is: a day of the week, or `holiday`. `day` are the UTC milliseconds of its midnight. */
export function rosterDayOf({ holidays }: Pick<Roster, 'holidays'>, day: number): RosterDay {
  const date = new Date(day);
  const isHoliday = holidays.includes(date.toISOString().slice(0, 10));
  return (isHoliday ? undefined : rosterDays[date.getUTCDay()]) ?? 'holiday';
}

/** The part of a directory record that decides who is on a shift. */
export interface OnShift extends Reachable {
  id: string;
  duties: readonly string[];
}

/** The part of a directory record that decides whether an hour is covered. */
export interface OnCall extends OnShift {
  cleared: boolean;
}

/** Who holds some duties, by the directory and the roster as they were read once. */
export interface Rota<P extends OnShift> {
  /** Active holders of any of these duties whose address takes mails, each once; of a duty on the roster, its shift. */
  holders(duties: readonly string[], at: Instant): P[];
  /** Those whom `holders` leaves out only because a mark says that their address takes no mails. */
  marked(duties: readonly string[], at: Instant): P[];
  /**
   * At which minutes of an hour the holders may change. The first minute is included, and every hour has the same ones.
   */
  changesWithin(hour: Instant): readonly number[];
}

/**
 * Who is told when a duty is called. The ladder, the gaps of the roster and the page that says who rings all ask here.
 * Source: docs/practice.md, Ladder.
 */
export function rotaOf<P extends OnShift>(people: readonly P[], roster: Roster | undefined): Rota<P> {
  const active = people.filter((one) => one.active);
  const onShift = (asked: readonly string[], at: Instant): P[] => {
    const shifts = asked.map((duty) => ({ duty, ids: roster && onDuty(roster, duty, at) }));
    return active.filter((holder) =>
      shifts.some(({ duty, ids }) => holder.duties.includes(duty) && (ids === undefined || ids.includes(holder.id))),
    );
  };
  return {
    holders: (asked, at) => onShift(asked, at).filter((one) => isReached(one, at)),
    marked: (asked, at) => onShift(asked, at).filter((one) => !isReached(one, at)),
    changesWithin: (hour) => (roster === undefined ? [0] : changesWithin(roster, hour)),
  };
}

/** Hours that each have a minute in which nobody is on a duty. Without `duty`: nobody on the first rung is cleared. */
export interface RosterGap {
  duty?: string;
  from: Instant;
  hours: number;
}

/** The gaps in `hours` hours from `from` on. `first` are the duties of the ladder's first rung. */
export function rosterGaps(
  roster: Roster,
  people: readonly OnCall[],
  first: readonly string[],
  from: Instant,
  hours: number,
): RosterGap[] {
  const rota = rotaOf(people, roster);
  const duties = [...new Set([...first, ...roster.shifts.map(({ duty }) => duty)])];
  const checks: { duty?: string; isGap: (at: Instant) => boolean }[] = [
    ...duties.map((duty) => ({ duty, isGap: (at: Instant) => rota.holders([duty], at).length === 0 })),
    { isGap: (at) => !rota.holders(first, at).some(({ cleared }) => cleared) },
  ];
  const steps = changesWithin(roster, from);
  return checks.flatMap(({ duty, isGap }) => {
    return gapsOf(duty, hoursWith(isGap, steps, from, hours));
  });
}

/** Hours as gaps: those that follow each other are one. */
function gapsOf(duty: string | undefined, hours: readonly Instant[]): RosterGap[] {
  const gaps: RosterGap[] = [];
  let open: RosterGap | undefined;
  for (const at of hours) {
    if (open !== undefined && at === plusMinutes(open.from, open.hours * 60)) open.hours += 1;
    else gaps.push((open = { ...(duty === undefined ? {} : { duty }), from: at, hours: 1 }));
  }
  return gaps;
}

/** The hours of gaps that others do not have: what one rota leaves empty and another does not. */
export function gapsBeside(gaps: readonly RosterGap[], others: readonly RosterGap[]): RosterGap[] {
  const hoursOf = ({ from, hours }: RosterGap): Instant[] =>
    Array.from({ length: hours }, (_, hour) => plusMinutes(from, hour * 60));
  return gaps.flatMap((gap) => {
    const known = new Set(others.filter(({ duty }) => duty === gap.duty).flatMap(hoursOf));
    return gapsOf(
      gap.duty,
      hoursOf(gap).filter((hour) => !known.has(hour)),
    );
  });
}

/**
 * The beginnings of the hours from `from` on that hold a gap. Only the minutes at which something may change are looked
 * at.
 */
export function hoursWith(
  isGap: (at: Instant) => boolean,
  steps: readonly number[],
  from: Instant,
  hours: number,
): Instant[] {
  return Array.from({ length: hours }, (_, hour) => plusMinutes(from, hour * 60)).filter((at) =>
    steps.some((minute) => isGap(plusMinutes(at, minute))),
  );
}

/**
 * Minutes of an hour at which a shift may begin or end, and the first minute. Between two of them nothing changes.
 * Clocks are put forward and back by whole hours, so these minutes are the same in every hour.
 */
export function changesWithin({ shifts, timeZone }: Roster, hour: Instant): number[] {
  const begun = minutesOf(localTime(hour, timeZone).time);
  const changes = shifts.flatMap(({ from, to }) => [from, to]).map((time) => minutesOf(time) - begun);
  return [...new Set([0, ...changes.map((minutes) => ((minutes % 60) + 60) % 60)])];
}

/** People on a shift who do not hold its duty, by position. The id may also be of nobody at all. */
export function strangersOn(
  { shifts }: Pick<Roster, 'shifts'>,
  people: readonly OnCall[],
): { shift: number; holder: number; id: string; duty: string }[] {
  const holds = (id: string, duty: string): boolean =>
    people.some((person) => person.id === id && person.duties.includes(duty));
  return shifts.flatMap(({ duty, holders }, shift) =>
    holders.flatMap((id, holder) => (holds(id, duty) ? [] : [{ shift, holder, id, duty }])),
  );
}

/**
 * Rungs that a rota leaves to nobody in any week: each of their duties is on it, and no shift of a weekday has anybody
 * who holds it. No one person may set such a rota. Source: docs/practice.md, People.
 */
export function emptiedRungs(
  { shifts }: Pick<Roster, 'shifts'>,
  people: readonly Pick<OnCall, 'id' | 'active' | 'duties'>[],
  rungs: readonly { id: string; duties: readonly string[] }[],
): string[] {
  const holdersOf = (duty: string): string[] =>
    people.filter((one) => one.active && one.duties.includes(duty)).map(({ id }) => id);
  const isHeld = (duty: string): boolean => {
    const ofDuty = shifts.filter((shift) => shift.duty === duty);
    const holders = holdersOf(duty);
    const isWeekly = ({ days, holders: named }: Shift): boolean =>
      days.some((day) => day !== 'holiday') && named.some((id) => holders.includes(id));
    return holders.length > 0 && (ofDuty.length === 0 || ofDuty.some(isWeekly));
  };
  return rungs
    .filter(({ duties }) => duties.some((duty) => holdersOf(duty).length > 0) && !duties.some(isHeld))
    .map(({ id }) => id);
}

/** Days in which gaps and shifts are looked for. Two weeks, so that a holiday is seen before it comes. */
export const daysAhead = 14;

/** The gaps of the next two weeks, from the beginning of the present hour. `first` as in `rosterGaps`. */
export function gapsAhead(
  roster: Roster,
  people: readonly OnCall[],
  first: readonly string[],
  now: Instant,
): RosterGap[] {
  const hour = new Date(now);
  hour.setUTCMinutes(0, 0, 0);
  return rosterGaps(roster, people, first, hour.toISOString(), daysAhead * 24);
}

import {
  beganOn,
  rosterDayOf,
  rosterMoment,
  type Roster,
  type RosterDay,
  type RosterGap,
  type Shift,
} from '#shared/domain/people/roster/roster.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { localTime, minutesOf } from '#shared/domain/time/local-time.ts';

/** The columns of the week, as people here read it. */
export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'] as const satisfies RosterDay[];

/** What of a rota is changed. */
export type Week = Pick<Roster, 'shifts' | 'holidays'>;

/** A shift on one of its days. */
export interface Turn extends Pick<Shift, 'from' | 'to' | 'holders'> {
  isNow: boolean;
}

/** Local times. `24:00` is its end. */
export interface Span {
  from: string;
  to: string;
}

export interface Cell {
  day: RosterDay;
  turns: readonly Turn[];
  /** Hours of the next two weeks that nobody covers on such a day. */
  gaps: readonly Span[];
}

/** A duty in the week. Without `duty` it is the row of hours in which nobody who is called first is cleared. */
export interface WeekRow {
  duty?: string;
  /** The duty is on no rota, so everybody who holds it has it at all hours. */
  isAlways: boolean;
  cells: readonly Cell[];
}

/** The week as a table: a row for each duty in the order of the ladder, a cell for each day. */
export function weekTable(
  roster: Roster,
  { ladder, gaps, now }: { ladder: readonly string[]; gaps: readonly RosterGap[]; now: Instant },
): WeekRow[] {
  const moment = rosterMoment(roster, now);
  const spans = gaps.flatMap((gap) => spansOf(gap, roster));
  const cell = (duty: string | undefined, day: RosterDay): Cell => ({
    day,
    turns: turnsOn(roster, duty, day).map(({ from, to, holders }) => ({
      from,
      to,
      holders,
      isNow: beganOn({ duty: '', days: [day], from, to, holders }, moment).length > 0,
    })),
    gaps: joined(spans.filter((span) => span.duty === duty && span.day === day)),
  });
  const cells = (duty?: string): Cell[] => weekDays.map((day) => cell(duty, day));
  const duties = dutiesInWeek(roster, ladder).map((duty) => ({
    duty,
    isAlways: !isOnRota(roster, duty),
    cells: cells(duty),
  }));
  return gaps.some(({ duty }) => duty === undefined) ? [...duties, { isAlways: false, cells: cells() }] : duties;
}

/** The duties of the ladder, then any other that a shift names: a pack may have dropped it. */
export function dutiesInWeek(
  { shifts }: { shifts: readonly Pick<Shift, 'duty'>[] },
  ladder: readonly string[],
): string[] {
  return [...new Set([...ladder, ...shifts.map(({ duty }) => duty)])];
}

export const isOnRota = ({ shifts }: Pick<Week, 'shifts'>, duty: string): boolean =>
  shifts.some((shift) => shift.duty === duty);

/** The shifts of a duty that begin on a day, by their time. */
export function turnsOn({ shifts }: Pick<Week, 'shifts'>, duty: string | undefined, day: RosterDay): Shift[] {
  return shifts
    .filter((shift) => shift.duty === duty && shift.days.includes(day))
    .toSorted((one, other) => (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1));
}

interface DaySpan {
  duty: string | undefined;
  day: RosterDay;
  /** Minutes since midnight, as a clock on the wall shows them. */
  from: number;
  to: number;
}

const dayMinutes = 24 * 60;

/** A gap hour by hour, as local clocks show it. The hour that comes twice has no length the first time. */
function spansOf({ duty, from, hours }: RosterGap, roster: Roster): DaySpan[] {
  return Array.from({ length: hours }, (_, hour) => {
    const [begins, ends] = [hour, hour + 1].map((at) => localTime(plusMinutes(from, at * 60), roster.timeZone));
    if (begins === undefined || ends === undefined) return [];
    const span = (at: typeof begins, begin: number, end: number): DaySpan => ({
      duty,
      day: rosterDayOf(roster, at.day),
      from: begin,
      to: end,
    });
    const [first, last] = [minutesOf(begins.time), minutesOf(ends.time)];
    return begins.day === ends.day
      ? [span(begins, first, last)]
      : [span(begins, first, dayMinutes), span(ends, 0, last)];
  })
    .flat()
    .filter((one) => one.from < one.to);
}

/** Spans of one day that touch are one. */
function joined(spans: readonly DaySpan[]): Span[] {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    const last = whole.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole.map(({ from, to }) => ({ from: wallTime(from), to: wallTime(to) }));
}

const wallTime = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

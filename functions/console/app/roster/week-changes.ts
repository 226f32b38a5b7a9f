import type { RosterDay, Shift } from '#shared/domain/people/roster/roster.ts';
import { dutiesInWeek, isOnRota, turnsOn, weekDays, type Turn, type Week } from './week.ts';

type TurnBefore = Omit<Turn, 'isNow'>;

/** What differs of a duty on some days. Undefined: the duty is on no rota, and everybody who holds it has it. */
export interface DutyChange {
  duty: string;
  days: readonly RosterDay[];
  before: readonly TurnBefore[] | undefined;
  after: readonly TurnBefore[] | undefined;
}

export interface WeekChanges {
  duties: readonly DutyChange[];
  holidaysAdded: readonly string[];
  holidaysRemoved: readonly string[];
}

/**
 * What differs between two weeks, as somebody on duty notices it: by duty and day. How shifts are cut, and in which order
 * they stand, is no difference.
 */
export function weekChanges(before: Week, after: Week, ladder: readonly string[]): WeekChanges {
  const duties = dutiesInWeek({ shifts: [...before.shifts, ...after.shifts] }, ladder);
  const without = (dates: readonly string[], others: readonly string[]): string[] =>
    dates.filter((date) => !others.includes(date)).toSorted();
  return {
    duties: duties.flatMap((duty) => changesOf(duty, before, after)),
    holidaysAdded: without(after.holidays, before.holidays),
    holidaysRemoved: without(before.holidays, after.holidays),
  };
}

export function isSame({ duties, holidaysAdded, holidaysRemoved }: WeekChanges): boolean {
  return duties.length + holidaysAdded.length + holidaysRemoved.length === 0;
}

/** Days with the same change stand together. */
function changesOf(duty: string, before: Week, after: Week): DutyChange[] {
  const found = new Map<string, DutyChange & { days: RosterDay[] }>();
  for (const day of weekDays) {
    const [was, is] = [before, after].map((week) => turnsOf(week, duty, day));
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    const change = JSON.stringify([was ?? 'everybody', is ?? 'everybody']);
    const known = found.get(change);
    if (known === undefined) found.set(change, { duty, days: [day], before: was, after: is });
    else known.days.push(day);
  }
  return [...found.values()];
}

function turnsOf(week: Week, duty: string, day: RosterDay): TurnBefore[] | undefined {
  if (!isOnRota(week, duty)) return undefined;
  return turnsOn(week, duty, day).map(({ from, to, holders }) => ({ from, to, holders: holders.toSorted() }));
}

/** A week in which some days have the shifts of another day. A shift that had its last day there is gone. */
export function withDayCopied<S extends Pick<Shift, 'days'>>(
  shifts: readonly S[],
  from: RosterDay,
  to: readonly RosterDay[],
): S[] {
  return shifts.flatMap((shift) => {
    const days = weekDays.filter((day) =>
      to.includes(day) && day !== from ? shift.days.includes(from) : shift.days.includes(day),
    );
    return days.length === 0 && shift.days.length > 0 ? [] : [{ ...shift, days }];
  });
}

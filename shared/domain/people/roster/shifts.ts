import { dayMs } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import { instantAt, localTime } from '../../time/local-time.ts';
import type { Person } from '../person.ts';
import { rosterDayOf, daysAhead } from './roster.ts';
import type { Roster, Shift } from './roster.ts';

/** A shift of one day. */
export interface ShiftAhead {
  duty: string;
  from: Instant;
  to: Instant;
}

type Rostered = Pick<Person, 'id' | 'duties'>;

/** The shifts of a week on which somebody stands, with a duty that they hold. */
export function shiftsOf({ shifts }: Pick<Roster, 'shifts'>, { id, duties }: Rostered): Shift[] {
  return shifts.filter(({ duty, holders }) => duties.includes(duty) && holders.includes(id));
}

/** The shift that somebody has now, else their next one of the days ahead. */
export function nextShift(roster: Roster, person: Rostered, now: Instant): ShiftAhead | undefined {
  const { timeZone } = roster;
  const today = localTime(now, timeZone).day;
  // A shift of yesterday may still go on.
  const days = Array.from({ length: daysAhead + 2 }, (_, nth) => today + (nth - 1) * dayMs);
  const ahead = shiftsOf(roster, person).flatMap(({ duty, days: of, from, to }) =>
    days
      .filter((day) => of.includes(rosterDayOf(roster, day)))
      .map((day) => ({
        duty,
        from: instantAt(day, from, timeZone),
        to: instantAt(from < to ? day : day + dayMs, to, timeZone),
      })),
  );
  return ahead.filter((one) => one.to > now).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
}

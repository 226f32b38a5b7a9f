import * as z from 'zod/mini';
import { rosterDays, rosterGaps, type Roster, type RosterGap } from '#shared/domain/roster.ts';
import type { WallTime } from '#shared/domain/local-time.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { StaffMember } from '#shared/ports/directory.ts';

/** How far ahead gaps are looked for: a week and its neighbour, so that a holiday is seen before it comes. */
const daysAhead = 14;

/**
 * Reads a week's rota as JSON: `{ "shifts": [{ duty, days, from, to, holders }], "holidays": ["2026-11-28"] }`. Throws
 * with the place and the reason; a holder has to be among the people and to hold the duty.
 */
export function parseRoster(
  text: string,
  people: readonly StaffMember[],
  { ladder, timeZone }: Pick<CountryPack, 'ladder' | 'timeZone'>,
): Roster {
  const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
  const form = z.strictObject({
    holidays: z.array(z.iso.date()),
    shifts: z.array(
      z.strictObject({
        duty: z.enum(ladder.rungs.flatMap(({ duties }) => duties)),
        days: z.array(z.enum(rosterDays)),
        from: time,
        to: time,
        holders: z.array(z.enum(people.map(({ id }) => id))),
      }),
    ),
  });
  const parsed = z.safeParse(form, JSON.parse(text), { error: z.locales.en().localeError });
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    throw new Error(`The roster cannot be read.\n${issues.join('\n')}`);
  }
  for (const { duty, holders } of parsed.data.shifts) {
    const stranger = holders.find((id) => !people.some((person) => person.id === id && person.duties.includes(duty)));
    if (stranger !== undefined)
      throw new Error(`${stranger} is on the roster for ${duty} and does not hold that duty.`);
  }
  const shifts = parsed.data.shifts.map((shift) => ({
    ...shift,
    from: shift.from as WallTime,
    to: shift.to as WallTime,
  }));
  return { timeZone, shifts, holidays: parsed.data.holidays };
}

/** What is missing in the next two weeks, a line each, in the centre's time. */
export function sayGaps(
  roster: Roster,
  people: readonly StaffMember[],
  { ladder }: Pick<CountryPack, 'ladder'>,
  now: Date,
): string[] {
  const first = ladder.rungs[0]?.duties ?? [];
  const hour = new Date(now);
  hour.setUTCMinutes(0, 0, 0);
  const when = new Intl.DateTimeFormat('en-GB', {
    timeZone: roster.timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const say = ({ duty, from, hours }: RosterGap): string =>
    `${when.format(new Date(from))}, ${hours} h: ${duty === undefined ? 'nobody who is called first is cleared' : `nobody has the duty ${duty}`}.`;
  return rosterGaps(roster, people, first, hour.toISOString(), daysAhead * 24).map(say);
}

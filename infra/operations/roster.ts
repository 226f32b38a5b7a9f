import * as z from 'zod/mini';
import { rosterBody } from '#shared/contracts/http/directory/changes.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { gapsAhead, strangersOn, type Roster, type RosterGap } from '#shared/domain/people/roster/roster.ts';
import type { StaffMember } from '#shared/ports/directory.ts';

/**
 * Reads a week's rota as JSON: `{ "shifts": [{ duty, days, from, to, holders }], "holidays": ["2026-11-28"] }`. Throws
 * with the place and the reason. A holder must be among the people and hold the duty.
 */
export function parseRoster(
  text: string,
  people: readonly StaffMember[],
  { ladder, timeZone }: Pick<CountryPack, 'ladder' | 'timeZone'>,
): Roster {
  const parsed = z.safeParse(rosterBody({ ladder }), JSON.parse(text), { error: z.locales.en().localeError });
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    throw new Error(`The roster cannot be read.\n${issues.join('\n')}`);
  }
  const [stranger] = strangersOn(parsed.data, people);
  if (stranger !== undefined) {
    const place = `shifts.${stranger.shift}.holders.${stranger.holder}`;
    throw new Error(`${place}: ${stranger.id} is on the roster for ${stranger.duty} and does not hold that duty.`);
  }
  return { timeZone, ...parsed.data };
}

/** The gaps of the next two weeks, a line each, in the centre's time. */
export function sayGaps(
  roster: Roster,
  people: readonly StaffMember[],
  { ladder }: Pick<CountryPack, 'ladder'>,
  now: Date,
): string[] {
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
  return gapsAhead(roster, people, ladder.rungs[0]?.duties ?? [], now.toISOString()).map(say);
}

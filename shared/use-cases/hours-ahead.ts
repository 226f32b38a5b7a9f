import type { Instant } from '../domain/time/instant.ts';
import type { CountryPack } from '../domain/country-pack.ts';
import { hoursWith } from '../domain/people/roster/roster.ts';
import type { Rota, StaffMember } from '../ports/directory.ts';

/** How many hours are looked ahead: a day and a night. */
export const hoursAhead = 24;

/**
 * Two lists of coming hours. `unheld`: for some minute nobody on the first rung is on duty. `uncleared`: for some
 * minute none of those on duty is cleared. Shifts begin and end at any minute. Source: docs/practice.md, Clearance.
 */
export interface HoursAheadDeps {
  unheld: Instant[];
  uncleared: Instant[];
}

/** `rota` answers for the duties of the ladder's first rung. */
export function lookAhead(rota: Rota, { ladder }: Pick<CountryPack, 'ladder'>, now: Instant): HoursAheadDeps {
  const first = ladder.rungs[0]?.duties ?? [];
  const steps = rota.changesWithin(now);
  const hoursIn = (isGap: (people: readonly StaffMember[]) => boolean): Instant[] =>
    hoursWith((at) => isGap(rota.holders(first, at)), steps, now, hoursAhead);
  return {
    unheld: hoursIn((people) => people.length === 0),
    uncleared: hoursIn((people) => !people.some(({ cleared }) => cleared)),
  };
}

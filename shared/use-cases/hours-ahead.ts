import type { Instant } from '../domain/time/instant.ts';
import type { CountryPack } from '../domain/country-pack.ts';
import { hoursWith } from '../domain/people/roster.ts';
import type { Rota, StaffMember } from '../ports/directory.ts';

/** How far ahead is looked: a day and a night. */
export const hoursAhead = 24;

/**
 * Of the next hours, those in which for some minute nobody who is called first is on duty, and those with nobody cleared
 * among them. Shifts begin and end at any minute.
 */
export interface HoursAhead {
  unheld: Instant[];
  uncleared: Instant[];
}

/** `rota` answers for the duties of the ladder's first rung. */
export function lookAhead(rota: Rota, { ladder }: Pick<CountryPack, 'ladder'>, now: Instant): HoursAhead {
  const first = ladder.rungs[0]?.duties ?? [];
  const steps = rota.changesWithin(now);
  const hoursIn = (isGap: (people: readonly StaffMember[]) => boolean): Instant[] =>
    hoursWith((at) => isGap(rota.holders(first, at)), steps, now, hoursAhead);
  return {
    unheld: hoursIn((people) => people.length === 0),
    uncleared: hoursIn((people) => !people.some(({ cleared }) => cleared)),
  };
}

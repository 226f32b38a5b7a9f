import type { Instant } from '../domain/case.ts';
import { plusMinutes } from '../domain/clocks.ts';
import type { CountryPack } from '../domain/country-pack.ts';
import type { Rota } from '../ports/directory.ts';

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
  const hours = Array.from({ length: hoursAhead }, (_, hour) => {
    const minutes = Array.from({ length: 60 }, (_, minute) => plusMinutes(now, hour * 60 + minute));
    const onDuty = minutes.map((at) => rota(first, at));
    return {
      at: plusMinutes(now, hour * 60),
      isUnheld: onDuty.some((people) => people.length === 0),
      isUncleared: onDuty.some((people) => !people.some(({ cleared }) => cleared)),
    };
  });
  return {
    unheld: hours.filter(({ isUnheld }) => isUnheld).map(({ at }) => at),
    uncleared: hours.filter(({ isUncleared }) => isUncleared).map(({ at }) => at),
  };
}

import type { Instant } from '../domain/case.ts';
import { plusMinutes } from '../domain/clocks.ts';
import type { CountryPack } from '../domain/country-pack.ts';
import type { Rota } from '../ports/directory.ts';

/** How far ahead is looked: a day and a night. */
export const hoursAhead = 24;

/** Of the next hours, those in which nobody who is called first is on duty, and those with nobody cleared among them. */
export interface HoursAhead {
  unheld: Instant[];
  uncleared: Instant[];
}

/** `rota` answers for the duties of the ladder's first rung. */
export function lookAhead(rota: Rota, { ladder }: Pick<CountryPack, 'ladder'>, now: Instant): HoursAhead {
  const first = ladder.rungs[0]?.duties ?? [];
  const hours = Array.from({ length: hoursAhead }, (_, hour) => plusMinutes(now, hour * 60));
  const onDuty = hours.map((at) => ({ at, people: rota(first, at) }));
  return {
    unheld: onDuty.filter(({ people }) => people.length === 0).map(({ at }) => at),
    uncleared: onDuty.filter(({ people }) => !people.some(({ cleared }) => cleared)).map(({ at }) => at),
  };
}

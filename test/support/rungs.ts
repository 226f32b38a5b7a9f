import { country } from '#shared/country/current.ts';
import { parseTimerId } from '#shared/domain/timer.ts';

/** The rungs that the country's pack has a deadline climb, from the one that is told first of it. */
export function rungsOf(timer: string): string[] {
  const ids = country.ladder.rungs.map(({ id }) => id);
  const kind = parseTimerId(timer)?.kind;
  const first = kind === undefined ? undefined : country.clocks[kind].firstRung;
  return first === undefined ? ids : ids.slice(ids.indexOf(first));
}

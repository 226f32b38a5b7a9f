import type { CountryPack } from '../../domain/country-pack.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { sayMoment } from '../../domain/time/say-moment.ts';

/** Instants in a reader's words, as seen from `now`: the end of a promise, or when something happened. */
export interface Moments {
  by: (at: Instant) => string;
  at: (at: Instant) => string;
  /** The end of a promise, if it is still ahead: no page promises what has passed. */
  ahead: (at: Instant) => string | undefined;
}

export function momentsOf(
  { timeZone, reporterTexts }: Pick<CountryPack, 'timeZone' | 'reporterTexts'>,
  language: string,
  now: Instant,
): Moments {
  const say = (use: 'by' | 'at', at: Instant): string =>
    sayMoment({ use, at, now }, language, timeZone, reporterTexts.moments);
  return {
    by: (at) => say('by', at),
    at: (at) => say('at', at),
    ahead: (at) => (at > now ? say('by', at) : undefined),
  };
}

import type { Instant } from '#shared/domain/case.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { localTime } from '#shared/domain/local-time.ts';
import type { log, measure } from '#shared/lambda/log.ts';
import type { Directory } from '#shared/ports/directory.ts';
import { lookAhead } from '#shared/use-cases/hours-ahead.ts';

export interface WatchRoster {
  directory: Pick<Directory, 'rota'>;
  country: Pick<CountryPack, 'ladder' | 'mailTiming' | 'timeZone'>;
  log: typeof log;
  measure: typeof measure;
}

/**
 * Once a day, when the night's mails leave: counts the hours of the next day and night in which nobody who is called first
 * is on duty, or nobody of them is cleared, while there is still time to ask somebody.
 */
export function watchRoster(deps: WatchRoster): (now: Instant) => Promise<void> {
  const { mailTiming, timeZone } = deps.country;
  return async (now) => {
    if (localTime(now, timeZone).time !== mailTiming.quiet.to) return;
    const rota = await deps.directory.rota(deps.country.ladder.rungs[0]?.duties ?? []);
    const { unheld, uncleared } = lookAhead(rota, deps.country, now);
    deps.measure('HoursWithoutDuty', unheld.length);
    deps.measure('HoursWithoutClearance', uncleared.length);
    if (uncleared.length > 0) deps.log('roster_has_gaps', { count: uncleared.length });
  };
}

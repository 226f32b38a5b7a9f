import type { Instant } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { instantAt, localTime } from '#shared/domain/time/local-time.ts';
import type { Log, Measure } from '#shared/lambda/log/log.ts';
import type { Directory } from '#shared/ports/directory.ts';
import { lookAhead } from '#shared/use-cases/hours-ahead.ts';

export interface WatchRosterDeps {
  directory: Pick<Directory, 'rota'>;
  country: Pick<CountryPack, 'ladder' | 'mailTiming' | 'timeZone'>;
  log: Log;
  measure: Measure;
}

/** For how long the sweeps of a morning look. One that fails, or a short outage, does not lose the day. */
const looksForMinutes = 60;

/**
 * Looks at the next day and night in the morning, while there is still time to ask somebody. It counts the hours in
 * which nobody of the first rung is on duty, or none of them is cleared. It begins when the night's mails leave. Each
 * sweep of that hour counts anew. The alarm takes the largest count of the day, so once is enough and often does no
 * harm.
 */
export function watchRoster(deps: WatchRosterDeps): (now: Instant) => Promise<void> {
  const { mailTiming, timeZone } = deps.country;
  return async (now) => {
    const morning = instantAt(localTime(now, timeZone).day, mailTiming.quiet.to, timeZone);
    if (now < morning || now >= plusMinutes(morning, looksForMinutes)) return;
    const rota = await deps.directory.rota(deps.country.ladder.rungs[0]?.duties ?? []);
    const { unheld, uncleared } = lookAhead(rota, deps.country, now);
    deps.measure('HoursWithoutDuty', unheld.length);
    deps.measure('HoursWithoutClearance', uncleared.length);
    if (uncleared.length > 0) deps.log('roster_has_gaps', { count: uncleared.length });
  };
}

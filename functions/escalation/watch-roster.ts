import type { Instant } from '#shared/domain/case.ts';
import { plusMinutes } from '#shared/domain/clocks.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { localTime } from '#shared/domain/local-time.ts';
import type { log, measure } from '#shared/lambda/log.ts';
import type { Directory } from '#shared/ports/directory.ts';

export interface WatchRoster {
  directory: Pick<Directory, 'holders'>;
  country: Pick<CountryPack, 'ladder' | 'mailTiming' | 'timeZone'>;
  log: typeof log;
  measure: typeof measure;
}

const hoursAhead = 24;

/**
 * Once a day, when the night's mails leave: counts the hours of the next day and night in which nobody who is called first
 * is on duty, or nobody of them is cleared, while there is still time to ask somebody.
 */
export function watchRoster(deps: WatchRoster): (now: Instant) => Promise<void> {
  const { ladder, mailTiming, timeZone } = deps.country;
  const first = ladder.rungs[0]?.duties ?? [];
  return async (now) => {
    if (localTime(now, timeZone).time !== mailTiming.quiet.to) return;
    const hours = Array.from({ length: hoursAhead }, (_, hour) => plusMinutes(now, hour * 60));
    const onDuty = await Promise.all(hours.map((at) => deps.directory.holders(first, at)));
    const unheld = onDuty.filter((people) => people.length === 0).length;
    const uncleared = onDuty.filter((people) => !people.some(({ cleared }) => cleared)).length;
    deps.measure('HoursWithoutDuty', unheld);
    deps.measure('HoursWithoutClearance', uncleared);
    if (uncleared > 0) deps.log('roster_has_gaps', { count: uncleared });
  };
}

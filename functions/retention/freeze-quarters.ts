import type { Instant } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { freezesAt, monthOf, quartersOf } from '#shared/domain/keeping/quarters.ts';
import { freezeQuarter } from '#shared/domain/keeping/statistics.ts';
import { tallyOfRegions } from '#shared/domain/keeping/tally.ts';
import type { Sweep } from '#shared/lambda/events/schedule-handler.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import { hasTime } from '#shared/lambda/time-left.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { QuarterFacts } from '#shared/ports/facts.ts';

export interface FreezeQuartersDeps {
  quarters: QuarterFacts;
  clock: Clock;
  country: Pick<CountryPack, 'categories' | 'statistics' | 'timeZone'>;
  log: Log;
}

/**
 * Publishes the figures of each quarter of this year and the last, once it has been over long enough. What is published
 * never changes, whatever is added, corrected or erased afterwards. Otherwise a reader could subtract one version from
 * another. Answers when the next quarter is due. Without time for a quarter, the next run publishes it.
 */
export function freezeQuarters(deps: FreezeQuartersDeps): Sweep {
  const { statistics, timeZone } = deps.country;
  const dueAt = (quarter: string): Instant => freezesAt(quarter, statistics, timeZone);

  return async (timeLeft) => {
    const now = deps.clock.now();
    const year = Number(monthOf(now, timeZone).quarter.slice(0, 4));
    const years = [year - 1, year];
    const published = (await Promise.all(years.map((one) => deps.quarters.ofYear(one)))).flat();
    const quarters = years.flatMap(quartersOf);
    for (const quarter of quarters.filter((one) => dueAt(one.quarter) <= now)) {
      if (published.some((one) => one.quarter === quarter.quarter)) continue;
      if (!hasTime(timeLeft)) return { nextAt: now };
      // Read first: what is erased from here on is noticed when the figures are written.
      const erased = await deps.quarters.erasedOf(quarter.quarter);
      const facts = await deps.quarters.ofQuarter(quarter);
      // A quarter before the centre began has no figures, not even hidden ones.
      if (facts.length === 0) continue;
      const frozen = freezeQuarter(quarter.quarter, facts, deps.country, now);
      const regions = tallyOfRegions(facts, erased.tally);
      const outcome = await deps.quarters.publish(frozen, { regions, erasedCases: erased.cases });
      // A case was erased meanwhile: its fact may have been read twice or not at all.
      if (outcome === 'conflict') return { nextAt: now };
      const isNew = outcome === 'written';
      if (isNew) deps.log('quarter_frozen', { count: facts.length });
    }
    const nextAt = quarters.map(({ quarter }) => dueAt(quarter)).find((at) => at > now);
    return nextAt === undefined ? {} : { nextAt };
  };
}

import type { CountryPack } from '#shared/domain/country-pack.ts';
import { byName } from '#shared/domain/people/by-name.ts';
import { isHardReading } from '#shared/domain/access/access-log.ts';
import { admits } from '#shared/domain/access/authorize.ts';
import { holderRoles } from '#shared/domain/access/holder.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { AccessReader } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { RecogniseStaff } from '#shared/use-cases/admit-staff.ts';

export interface CountReadingsDeps {
  recognise: RecogniseStaff;
  entries: Pick<AccessReader, 'lately'>;
  directory: Pick<Directory, 'inRoles'>;
  clock: Clock;
  country: Pick<CountryPack, 'defaultLanguage'>;
}

/** As long as a shift. */
const windowMinutes = 12 * 60;
/** How many people are counted at the same time. */
const atOnce = 8;

/**
 * `GET /v1/readings`: how often the person who asks opened a critical or high case in the last twelve hours. A
 * supervisor also gets the number of each colleague who reads: a number, and no case. It is there so that somebody says
 * "take a break", and measures nobody's work. Source: docs/practice.md, People.
 */
export function countReadings(deps: CountReadingsDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const { recognise, entries, directory, clock, country } = deps;
  const countOf = async (actor: string, since: Instant, until: Instant): Promise<number> =>
    (await entries.lately(actor, since, until)).filter(isHardReading).length;

  return async (request) => {
    const by = await recognise(request);
    const until = clock.now();
    const since = plusMinutes(until, -windowMinutes);
    const mine = await countOf(by.id, since, until);
    if (!admits(by, 'see_readings')) return { status: 200, body: { since, mine } };
    const readers = (await directory.inRoles(holderRoles)).toSorted(byName(country.defaultLanguage));
    const people = await inParallel(atOnce, readers, async ({ id, name }) => ({
      id,
      name,
      count: id === by.id ? mine : await countOf(id, since, until),
    }));
    return { status: 200, body: { since, mine, people } };
  };
}

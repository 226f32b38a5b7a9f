import { fieldProblems } from '#shared/contracts/http/fields.ts';
import { statisticsQuery } from '#shared/contracts/http/public/statistics-query.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { PublishedStatistics } from '#shared/ports/facts.ts';

/**
 * `GET /v1/statistics?year=2026`: the quarters of the year whose figures are made. They never change. A year without
 * any is an empty list.
 */
export function giveStatistics(
  country: Pick<CountryPack, 'statistics'>,
  published: PublishedStatistics,
): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ query }) => {
    const asked = statisticsQuery.safeParse(query, { reportInput: true });
    if (!asked.success) throw new Problem('invalid_fields', 422, { errors: fieldProblems(asked.error) });
    const year = Number(asked.data.year);
    const { smallestCell, percentFrom } = country.statistics;
    return { status: 200, body: { year, smallestCell, percentFrom, quarters: await published.ofYear(year) } };
  };
}

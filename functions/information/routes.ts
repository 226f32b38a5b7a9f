import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Route } from '#shared/contracts/http/http.ts';
import { routesOfFigures } from '#shared/contracts/http/staff/staff-routes.ts';
import type { PublishedStatistics } from '#shared/ports/facts.ts';
import { giveStatistics } from './give-statistics.ts';
import { giveTaxonomy } from './give-taxonomy.ts';

const cacheSeconds = 300;

/**
 * What everybody may know. The API document is made at the first request for it, so that the taxonomy does not wait.
 */
export function informationRoutes(country: CountryPack, published: PublishedStatistics): Route[] {
  let openApi: Promise<Readonly<Record<string, unknown>>> | undefined;
  return [
    { method: 'GET', path: '/v1/taxonomy', changesNothing: true, cacheSeconds, handle: giveTaxonomy(country) },
    // Both APIs lead here.
    ...routesOfFigures.map((row) => ({ ...row, cacheSeconds, handle: giveStatistics(country, published) })),
    {
      method: 'GET',
      path: '/openapi.json',
      changesNothing: true,
      help: false,
      handle: async () => {
        openApi ??= import('#shared/contracts/http/openapi/openapi.ts').then(({ openApiDocument }) =>
          openApiDocument(country),
        );
        return { status: 200, body: await openApi };
      },
    },
    {
      method: 'GET',
      path: '/health',
      changesNothing: true,
      handle: async () => ({ status: 200, body: { status: 'ok' } }),
    },
  ];
}

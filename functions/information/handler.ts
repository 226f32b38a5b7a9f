import { randomUUID } from 'node:crypto';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import type { PublishedStatistics } from '#shared/ports/facts.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { environment } from './env.ts';
import { pageRoutes } from './page-routes.ts';
import { informationRoutes } from './routes.ts';

const env = readEnvironment(environment);

/**
 * The database's client is loaded with the first request for figures. A form, which loads the words, does not wait for
 * it.
 */
let figures: Promise<PublishedStatistics> | undefined;
const published: PublishedStatistics = {
  ofYear: async (year) => {
    figures ??= Promise.all([
      import('#shared/adapters/aws/figures/published-statistics.ts'),
      import('#shared/adapters/aws/dynamo/clients.ts'),
    ]).then(([{ publishedStatistics }, { dynamoClient }]) =>
      publishedStatistics(dynamoClient(), { facts: env.FACTS_TABLE }),
    );
    return (await figures).ofYear(year);
  },
};

/**
 * Triggered by the public API's GET routes: what programs ask for, and the pages that only tell. Reads the country pack
 * and what was published. Running twice changes nothing.
 */
export const handler = httpHandler(
  [
    ...informationRoutes(country, published),
    ...pageRoutes(country, published, { clock: systemClock, newKey: randomUUID }),
  ],
  country,
  'anybody',
  async (...problem) => (await import('#shared/pages/problem-pages.ts')).drawProblem(country, ...problem),
);

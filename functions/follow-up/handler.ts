import { randomUUID } from 'node:crypto';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { kmsClient } from '#shared/adapters/aws/keys/kms-client.ts';
import { blindIndexKey } from '#shared/adapters/aws/keys/macs.ts';
import { receiptDesk } from '#shared/adapters/aws/cases/receipt-desk.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { log } from '#shared/lambda/log/log.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { visits } from '#shared/adapters/aws/cases/visits.ts';
import { visitKeeper } from '#shared/use-cases/visit-keeper.ts';
import { environment } from './env.ts';
import { raiseDeadCode } from './dead-code.ts';
import { threadOpener } from './open-thread.ts';
import { codeRoutes } from './pages/code-routes.ts';
import { followUpRoutes } from './routes.ts';

const env = readEnvironment(environment);
const db = dynamoClient();
const tables = { cases: env.CASES_TABLE, caseEvents: env.CASE_EVENTS_TABLE, keys: env.KEYS_TABLE };

const desk = receiptDesk(db, tables);
const writer = caseWriter(db, tables);
const clock = systemClock;

const routes = followUpRoutes({
  openThread: threadOpener(desk, raiseDeadCode({ desk, writer, clock, log })),
  takeTurn: (...asked) => desk.takeTurn(...asked),
  units: (caseId) => desk.units(caseId),
  writer,
  blindIndexKey: blindIndexKey(kmsClient(), env.INDEX_KEY_ARN),
  clock,
  country,
  log,
});

/**
 * Triggered by the public API, `/v1/follow-up` and the paths below it, and by the forms of the pages behind a code. May run
 * twice for the same request, when a client sends it again. A message is known by its Idempotency-Key. The other requests
 * change nothing the second time.
 */
export const handler = httpHandler(
  [
    ...routes,
    ...codeRoutes(country, async () =>
      (await import('./pages/answer-code.ts')).answerCode({
        routes,
        visits: visitKeeper({ visits: visits(db, tables, clock), log }),
        country,
        clock,
        newKey: randomUUID,
        log,
      }),
    ),
  ],
  country,
  'anybody',
  async (...problem) => (await import('#shared/pages/problem-pages.ts')).drawProblem(country, ...problem),
);

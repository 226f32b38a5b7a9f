import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { guidanceLoader } from '#shared/contracts/http/public/guidance.ts';
import { reportParser } from '#shared/contracts/http/public/parse-report.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { kmsClient } from '#shared/adapters/aws/keys/kms-client.ts';
import { keyMaker } from '#shared/adapters/aws/keys/key-maker.ts';
import { macs } from '#shared/adapters/aws/keys/macs.ts';
import { visits } from '#shared/adapters/aws/cases/visits.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { country } from '#shared/country/current.ts';
import { localTime } from '#shared/domain/time/local-time.ts';
import { findWords } from '#shared/domain/report/words/word-lists.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { acceptReport } from '#shared/use-cases/accept-report.ts';
import { visitKeeper } from '#shared/use-cases/visit-keeper.ts';
import { environment } from './env.ts';
import { formRoutes } from './form-routes.ts';
import { takeReport } from './take-report.ts';

// What is slow the first time runs while the function starts. Lambda gives a start a whole core, and the first call
// only a part of one.
localTime(systemClock.now(), country.timeZone);
findWords('', await country.loadWords());

const env = readEnvironment(environment);
const kms = kmsClient();
const clock = systemClock;
const db = dynamoClient();
const tables = { cases: env.CASES_TABLE, caseEvents: env.CASE_EVENTS_TABLE, keys: env.KEYS_TABLE };

const handle = takeReport({
  parse: reportParser(country),
  accept: acceptReport({
    store: reportStore(db, tables),
    keys: keyMaker(kms, env.CONTENT_KEY_ARN),
    macs: macs(kms, { idKeyArn: env.ID_KEY_ARN, indexKeyArn: env.INDEX_KEY_ARN }),
    clock,
    country,
    randomBytes,
  }),
  guidance: guidanceLoader(country),
  country,
  clock,
  log,
  measure,
});

/**
 * Triggered by the public API, `POST /v1/reports` and the form of each language. May run twice for the same report, when
 * a client sends it again. The Idempotency-Key makes it one case with one answer.
 */
export const handler = httpHandler(
  [
    { method: 'POST', path: '/v1/reports', handle },
    ...formRoutes(country, async () =>
      (await import('./answer-form.ts')).answerForm({
        take: handle,
        visits: visitKeeper({ visits: visits(db, tables, clock), log }),
        country,
        clock,
        newKey: randomUUID,
        pause,
      }),
    ),
  ],
  country,
  'anybody',
  async (...problem) => (await import('#shared/pages/problem-pages.ts')).drawProblem(country, ...problem),
);

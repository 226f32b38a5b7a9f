import { randomBytes, randomUUID } from 'node:crypto';
import { accessLog } from '#shared/adapters/aws/access/access-log.ts';
import { accessDesk } from '#shared/adapters/aws/cases/access-desk.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { visits } from '#shared/adapters/aws/cases/visits.ts';
import { deskSteps } from '#shared/adapters/aws/cases/desk-rows.ts';
import { commandReader } from '#shared/adapters/aws/cases/command-reader.ts';
import { institutionEntries } from '#shared/adapters/aws/directory/directory-lists.ts';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { referralsHere } from '#shared/use-cases/referrals-here.ts';
import { visitKeeper } from '#shared/use-cases/visit-keeper.ts';
import { environment } from './env.ts';
import { accessOpener } from './open-access.ts';
import { officeRoutes } from './pages/office-routes.ts';
import { referralDeskRoutes } from './routes.ts';

const env = readEnvironment(environment);
const db = dynamoClient();
const tables = {
  cases: env.CASES_TABLE,
  caseEvents: env.CASE_EVENTS_TABLE,
  keys: env.KEYS_TABLE,
  accessLog: env.ACCESS_LOG_TABLE,
  directory: env.DIRECTORY_TABLE,
};

const desk = accessDesk(db, tables);
const here = { ...country, ...referralsHere(country, institutionEntries(db, tables)) };

const routes = referralDeskRoutes({
  openAccess: accessOpener({ desk, directory: directory(db, tables), country: here, clock: systemClock }),
  desk,
  writer: caseWriter(db, { cases: tables.cases, caseEvents: tables.caseEvents }, deskSteps),
  commands: commandReader(db, tables),
  accessLog: accessLog(db, tables),
  randomBytes,
  clock: systemClock,
  country,
  log,
  measure,
});

/**
 * Triggered by the public API, the paths below `/v1/desk`, and by the forms of the pages for institutions. It may run twice for the same request, when a client sends it
 * again. An answer is known by its Idempotency-Key. A second request for a code brings a second code, five a day at most.
 */
export const handler = httpHandler(
  [
    ...routes,
    ...officeRoutes(country, async () =>
      (await import('./pages/answer-office.ts')).answerOffice({
        routes,
        visits: visitKeeper({ visits: visits(db, tables, systemClock), log }),
        country,
        clock: systemClock,
        newKey: randomUUID,
        log,
      }),
    ),
  ],
  country,
  'anybody',
  async (...problem) => (await import('#shared/pages/office/problem.ts')).drawOfficeProblem(country, ...problem),
);

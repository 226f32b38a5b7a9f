import { randomBytes } from 'node:crypto';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { kmsClient } from '#shared/adapters/aws/keys/kms-client.ts';
import { commandReader } from '#shared/adapters/aws/cases/command-reader.ts';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import { isRegisteredCampaign } from '#shared/adapters/aws/directory/directory-lists.ts';
import { keyMaker } from '#shared/adapters/aws/keys/key-maker.ts';
import { macs } from '#shared/adapters/aws/keys/macs.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { routesOfFiling } from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { servedLater } from '#shared/lambda/http/loaded-when-asked.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { admitStaff } from '#shared/use-cases/admit-staff.ts';
import { environment } from './env.ts';

const env = readEnvironment(environment);
const db = dynamoClient();
const kms = kmsClient();
const tables = {
  cases: env.CASES_TABLE,
  caseEvents: env.CASE_EVENTS_TABLE,
  keys: env.KEYS_TABLE,
  accessLog: env.ACCESS_LOG_TABLE,
  directory: env.DIRECTORY_TABLE,
};

const deps = {
  admit: admitStaff(directory(db, tables)),
  commands: commandReader(db, tables),
  store: reportStore(db, tables),
  keys: keyMaker(kms, env.CONTENT_KEY_ARN),
  macs: macs(kms, { idKeyArn: env.ID_KEY_ARN, indexKeyArn: env.INDEX_KEY_ARN }),
  isCampaign: isRegisteredCampaign(db, tables),
  clock: systemClock,
  country,
  randomBytes,
  log,
  measure,
};
const routes = servedLater(routesOfFiling, async () => (await import('./handlers.ts')).filingHandlers(deps));

/**
 * Triggered by the staff API, `POST /v1/cases`. May run twice for the same report, when a client sends it again. The
 * Idempotency-Key makes it one case with one answer.
 */
export const handler = httpHandler(routes, country, 'staff');

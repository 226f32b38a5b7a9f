import { lookLog } from '#shared/adapters/aws/access/access-log.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { kmsClient } from '#shared/adapters/aws/keys/kms-client.ts';
import { casesByMatchKey } from '#shared/adapters/aws/indexes/cases-by-match-key.ts';
import { blindIndexKey } from '#shared/adapters/aws/keys/macs.ts';
import { routesOfFinding } from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { admitStaff } from '#shared/use-cases/admit-staff.ts';
import { environment } from './env.ts';
import { findCases } from './find-cases.ts';

const env = readEnvironment(environment);
const db = dynamoClient();
const tables = { cases: env.CASES_TABLE, accessLog: env.ACCESS_LOG_TABLE, directory: env.DIRECTORY_TABLE };
const people = directory(db, tables);

const handle = findCases({
  admit: admitStaff(people),
  directory: people,
  cases: caseReader(db, tables),
  index: casesByMatchKey(db, tables),
  blindIndexKey: blindIndexKey(kmsClient(), env.INDEX_KEY_ARN),
  looks: lookLog(db, tables),
  clock: systemClock,
  country,
});

/** Triggered by the staff API. May run as often as it is asked: each look is a row of the access log of its own. */
export const handler = httpHandler(
  routesOfFinding.map((row) => ({ ...row, handle })),
  country,
  'staff',
);

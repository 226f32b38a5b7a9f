import { accessReader } from '#shared/adapters/aws/access/access-reader.ts';
import { caseFinder } from '#shared/adapters/aws/cases/case-finder.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import { routesOfAccessLog } from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { admitStaff, recogniseStaff } from '#shared/use-cases/admit-staff.ts';
import { environment } from './env.ts';
import { countReadings } from './count-readings.ts';
import { readAccessLog } from './read-access-log.ts';

const env = readEnvironment(environment);
const tables = { cases: env.CASES_TABLE, accessLog: env.ACCESS_LOG_TABLE, directory: env.DIRECTORY_TABLE };
const db = dynamoClient();

const people = directory(db, tables);
const entries = accessReader(db, tables);

const handlers = {
  readAccessLog: readAccessLog({
    admit: admitStaff(people),
    finder: caseFinder(db, tables),
    entries,
    country,
  }),
  countReadings: countReadings({
    recognise: recogniseStaff(people),
    entries,
    directory: people,
    clock: systemClock,
    country,
  }),
};

/** Triggered by the staff API. May run as often as it is asked: it changes nothing. */
export const handler = httpHandler(
  routesOfAccessLog.map((row) => ({ ...row, handle: handlers[row.name] })),
  country,
  'staff',
);

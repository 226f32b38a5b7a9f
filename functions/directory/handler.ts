import { randomBytes } from 'node:crypto';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { directoryBook } from '#shared/adapters/aws/directory/directory-book.ts';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { log } from '#shared/lambda/log/log.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { admitStaff, recogniseStaff } from '#shared/use-cases/admit-staff.ts';
import { environment } from './env.ts';
import { directoryRoutes } from './routes.ts';

const tables = { directory: readEnvironment(environment).DIRECTORY_TABLE };
const db = dynamoClient();
const people = directory(db, tables);

/**
 * Triggered by the staff API. It may run twice for the same command, when a client sends it again. The Idempotency-Key
 * makes it take effect once, and the retry gets the answer that was stored with the first.
 */
export const handler = httpHandler(
  directoryRoutes({
    admit: admitStaff(people),
    recognise: recogniseStaff(people),
    book: directoryBook(db, tables),
    referrals: () => country.loadReferrals(),
    randomBytes,
    clock: systemClock,
    country,
    log,
  }),
  country,
  'staff',
);

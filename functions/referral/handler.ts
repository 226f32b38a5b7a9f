import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { institutionEntries } from '#shared/adapters/aws/directory/directory-lists.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { readOnce } from '#shared/lambda/read-once.ts';
import { queueHandler } from '#shared/lambda/events/queue-handler.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { referralsHere } from '#shared/use-cases/referrals-here.ts';
import { environment } from './env.ts';
import { referCase } from './refer-case.ts';

const env = readEnvironment(environment);
const tables = { cases: env.CASES_TABLE, caseEvents: env.CASE_EVENTS_TABLE, directory: env.DIRECTORY_TABLE };
const db = dynamoClient();
const writer = caseWriter(db, tables);

/**
 * Triggered by the referral queue (`shared/contracts/events/consumers.ts`), possibly twice, late, or by two workers at
 * once. Proposals, their events and the DONE row are one transaction. A conflict is decided anew.
 */
export const handler = queueHandler(
  'referral',
  () =>
    referCase({
      cases: caseReader(db, tables),
      writer,
      clock: systemClock,
      country: referralsHere(country, readOnce(institutionEntries(db, tables))),
    }),
  writer,
);

import { randomUUID } from 'node:crypto';
import { caseFacts } from '#shared/adapters/aws/figures/case-facts.ts';
import { doneWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { queueHandler } from '#shared/lambda/events/queue-handler.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { countCase } from './count-case.ts';
import { environment } from './env.ts';

const env = readEnvironment(environment);
const tables = { cases: env.CASES_TABLE, facts: env.FACTS_TABLE };
const db = dynamoClient();

/**
 * Triggered by the statistics queue (`shared/contracts/events/consumers.ts`), possibly twice, late, or out of order.
 * The fact is made from the case as it stands, in one transaction with the DONE row. An older reading of the case never
 * replaces a newer one.
 */
export const handler = queueHandler(
  'statistics',
  () => countCase({ facts: caseFacts(db, tables), clock: systemClock, country, newId: randomUUID }),
  doneWriter(db, tables),
);

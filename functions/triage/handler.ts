import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { possibleDuplicates } from '#shared/adapters/aws/indexes/possible-duplicates.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { queueHandler } from '#shared/lambda/events/queue-handler.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { environment } from './env.ts';
import { triageCase } from './triage-case.ts';

const env = readEnvironment(environment);
const tables = { cases: env.CASES_TABLE, caseEvents: env.CASE_EVENTS_TABLE };
const db = dynamoClient();
const writer = caseWriter(db, tables);

/**
 * Triggered by the triage queue (case.received, case.information_added), possibly twice, late, or by two workers at
 * once. The DONE row in the case's transaction makes it take effect once. A conflict is decided anew. A fault is
 * retried by the queue.
 */
export const handler = queueHandler(
  'triage',
  () =>
    triageCase({
      cases: caseReader(db, tables),
      writer,
      possibleDuplicates: possibleDuplicates(db, tables),
      clock: systemClock,
      country,
    }),
  writer,
);

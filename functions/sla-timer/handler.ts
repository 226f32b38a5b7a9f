import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { queueHandler } from '#shared/lambda/events/queue-handler.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { environment } from './env.ts';
import { reconcileClocks } from './reconcile-clocks.ts';

const env = readEnvironment(environment);
const tables = { cases: env.CASES_TABLE, caseEvents: env.CASE_EVENTS_TABLE };
const db = dynamoClient();
const writer = caseWriter(db, tables);

/**
 * Triggered by the sla-timer queue (`shared/contracts/events/consumers.ts`), possibly twice, late, or out of order. It
 * applies no event; it makes the timers right. The DONE row in the same transaction ends the work.
 */
export const handler = queueHandler(
  'sla-timer',
  () =>
    reconcileClocks({
      cases: caseReader(db, tables),
      writer,
      clock: systemClock,
      policy: country,
    }),
  writer,
);

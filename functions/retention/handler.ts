import { randomUUID } from 'node:crypto';
import { caseFacts } from '#shared/adapters/aws/figures/case-facts.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { erasing } from '#shared/adapters/aws/erasing/erasing.ts';
import { keptCases } from '#shared/adapters/aws/erasing/cases-due-for-erasing.ts';
import { quarterFacts } from '#shared/adapters/aws/figures/quarter-facts.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import { scheduleHandler } from '#shared/lambda/events/schedule-handler.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { environment } from './env.ts';
import { freezeQuarters } from './freeze-quarters.ts';
import { keepHouse } from './keep-house.ts';
import { runInTurn } from './run-in-turn.ts';

const env = readEnvironment(environment);
const tables = {
  cases: env.CASES_TABLE,
  caseEvents: env.CASE_EVENTS_TABLE,
  keys: env.KEYS_TABLE,
  erasures: env.ERASURES_TABLE,
  facts: env.FACTS_TABLE,
  accessLog: env.ACCESS_LOG_TABLE,
};
const db = dynamoClient();

/**
 * Triggered every hour, possibly twice. Setting a date, telling the owner and beginning to erase are each a transaction
 * on condition of the case's revision. Removing what is left of an erased case may break off anywhere and is done
 * again. A published quarter is not published again.
 */
export const handler = scheduleHandler(
  runInTurn([
    keepHouse({
      kept: keptCases(db, tables),
      cases: caseReader(db, tables),
      writer: caseWriter(db, tables),
      facts: caseFacts(db, tables),
      erasing: erasing(db, tables),
      clock: systemClock,
      country,
      newId: randomUUID,
      log,
      measure,
    }),
    freezeQuarters({ quarters: quarterFacts(db, tables), clock: systemClock, country, log }),
  ]),
);

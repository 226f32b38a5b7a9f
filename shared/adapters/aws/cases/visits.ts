import { createHash } from 'node:crypto';
import { PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../../ports/clock.ts';
import type { Visits } from '../../../ports/visits.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import { getRow } from '../dynamo/read-rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import type { RowKey } from './rows.ts';

/**
 * For how long an ended visit is known: longer than a computer at a school keeps a window open. The row is about nobody,
 * and the database removes it afterwards.
 */
const keptDays = 90;

/** The row says that a visit has ended, and nothing else. Not even who knows the row knows the visit. */
const visitKey = (visit: string): RowKey => ({
  pk: `VISIT#${createHash('sha256').update(visit).digest('hex').slice(0, 32)}`,
  sk: 'ENDED',
});

export function visits(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>, clock: Clock): Visits {
  return {
    end: async (visit) => {
      const removeAt = Math.floor(Date.parse(clock.now()) / 1000) + keptDays * 24 * 60 * 60;
      await db.send(new PutItemCommand({ TableName: tables.cases, Item: toRow({ ...visitKey(visit), removeAt }) }));
    },
    hasEnded: async (visit) => (await getRow(db, tables.cases, visitKey(visit))) !== undefined,
  };
}

import { randomBytes } from 'node:crypto';
import { PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { AccessLog } from '../../../ports/case-store.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import { casePartition } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** A partition of the index by actor: what one person opened in one month (UTC). */
export const actorPartition = (actor: string, month: string): string => `ACTOR#${actor}#${month}`;

/** Entries are added and never changed. Functions that write this table may only put a row that is not there. */
export function accessLog(db: DynamoDBClient, tables: Pick<TableNames, 'accessLog'>): AccessLog {
  return {
    record: async (entry) => {
      const moment = `${entry.at}#${randomBytes(8).toString('hex')}`;
      await db.send(
        new PutItemCommand({
          TableName: tables.accessLog,
          Item: toRow({
            pk: casePartition(entry.caseId),
            sk: moment,
            actorPk: actorPartition(entry.actor, entry.at.slice(0, 'YYYY-MM'.length)),
            actorSk: moment,
            ...entry,
          }),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },
  };
}

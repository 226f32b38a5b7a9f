import { randomBytes } from 'node:crypto';
import { PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { AccessLog, LookLog } from '../../../ports/case-store.ts';
import type { AccessEntry } from '../../../domain/access/access-log.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { casePartition, type RowKey } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { putNew, transact } from '../dynamo/transaction.ts';

/** A partition of the index by actor: what one person opened in one month (UTC). */
export const actorPartition = (actor: string, month: string): string => `ACTOR#${actor}#${month}`;

/** The partition of what one person looked for. No case can be named by it: a look that finds nothing is kept as well. */
export const lookPartition = (actor: string): string => `LOOK#${actor}`;

/** The row of an entry. Its key holds a random part, because two entries may fall into one millisecond. */
export function accessRow(entry: AccessEntry): Row {
  const moment = `${entry.at}#${randomBytes(8).toString('hex')}`;
  return toRow({
    pk: entry.caseId === undefined ? lookPartition(entry.actor) : casePartition(entry.caseId),
    sk: moment,
    actorPk: actorPartition(entry.actor, entry.at.slice(0, 'YYYY-MM'.length)),
    actorSk: moment,
    ...entry,
  });
}

/**
 * The row by which auditors find the log of an erased case. It holds the opaque number and the id, and nothing else of
 * the case. It stands in no index.
 */
export const erasedNumberKey = (caseNumber: string): RowKey => ({ pk: `NUMBER#${caseNumber}`, sk: 'ERASED' });

export const erasedNumberRow = (caseNumber: string, caseId: string): Row =>
  toRow({ ...erasedNumberKey(caseNumber), caseId });

/** Entries are added and never changed. Functions that write this table may only put a row that is not there. */
export function accessLog(db: DynamoDBClient, tables: Pick<TableNames, 'accessLog'>): AccessLog {
  return {
    record: async (entry) => {
      await db.send(
        new PutItemCommand({
          TableName: tables.accessLog,
          Item: accessRow(entry),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },
  };
}

/** A look and all that it found are one transaction: what is answered stands in the log whole. */
export function lookLog(db: DynamoDBClient, tables: Pick<TableNames, 'accessLog'>): LookLog {
  return {
    record: async (entries) => {
      const steps = entries.map((entry) => ({
        label: 'entry' as const,
        item: putNew(tables.accessLog, accessRow(entry)),
      }));
      return (await transact(db, steps)).committed;
    },
  };
}

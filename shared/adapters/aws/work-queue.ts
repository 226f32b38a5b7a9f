import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CursorUnreadable, type WorkQueue } from '../../ports/case-store.ts';
import { textOf, toRow, type Row } from './attribute-values.ts';
import { caseFrom } from './rows.ts';
import { shards } from './shard.ts';
import type { TableNames } from './table-names.ts';

/** 200 index entries per page over all shards, however many cases are open. */
const entriesPerShard = 200 / shards.length;

const positionForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[A-Za-z0-9_-]{1,64}$/;

export function workQueue(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): WorkQueue {
  const entriesOf = async (shard: number, after: string): Promise<{ rows: Row[]; more: boolean }> => {
    const page = await db.send(
      new QueryCommand({
        TableName: tables.cases,
        IndexName: 'queue',
        KeyConditionExpression: 'queuePk = :shard AND queueSk > :after',
        ExpressionAttributeValues: toRow({ ':shard': `QUEUE#${shard}`, ':after': after }),
        Limit: entriesPerShard,
      }),
    );
    return { rows: page.Items ?? [], more: page.LastEvaluatedKey !== undefined };
  };

  return {
    page: async (cursor) => {
      const after = cursor === undefined ? '0' : readCursor(cursor);
      const perShard = await Promise.all(shards.map((shard) => entriesOf(shard, after)));
      // A shard with more to come has shown nothing beyond its last entry: the page ends where the first of them ends,
      // or a case with an older promise could come on a later page.
      const horizon = perShard
        .filter(({ more }) => more)
        .map(({ rows }) => lastPosition(rows))
        .sort()[0];
      const rows = perShard
        .flatMap((entries) => entries.rows)
        .filter((row) => horizon === undefined || positionOf(row) <= horizon)
        .sort((a, b) => (positionOf(a) < positionOf(b) ? -1 : 1));
      return {
        cases: rows.map(caseFrom),
        ...(horizon === undefined ? {} : { cursor: Buffer.from(horizon).toString('base64url') }),
      };
    },
  };
}

const positionOf = (row: Row): string => textOf(row, 'queueSk');

function lastPosition(rows: readonly Row[]): string {
  const last = rows.at(-1);
  if (last === undefined) throw new Error('DynamoDB named a further page after an empty one.');
  return positionOf(last);
}

function readCursor(cursor: string): string {
  const position = Buffer.from(cursor, 'base64url').toString();
  if (!positionForm.test(position)) throw new CursorUnreadable();
  return position;
}

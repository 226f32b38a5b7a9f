import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { textOf, toRow, type Row } from './attribute-values.ts';
import { queryAll } from './read-rows.ts';
import type { RowKey } from './rows.ts';
import { shards } from './shard.ts';

/** Sorts after every entry of the same instant: `#`, which follows the instant in the key, comes before it. */
const endOf = (at: string): string => `${at}~`;

/** An entry of the `due` index: the key of the row that is due, and since when. */
export interface DueRow {
  key: RowKey;
  dueAt: string;
  row: Row;
}

/**
 * Rows of one kind (`TIMER#`, `MAIL#`) that are due, oldest first over all shards, read in parallel and page by page. With
 * `atMost`, no shard reads on past that many.
 */
export async function dueRows(
  db: DynamoDBClient,
  table: string,
  now: string,
  only: { prefix: string; atMost?: number },
): Promise<DueRow[]> {
  const perShard = await Promise.all(
    shards.map((shard) =>
      queryAll(
        db,
        {
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'duePk = :shard AND dueSk <= :now',
          FilterExpression: 'begins_with(sk, :prefix)',
          ExpressionAttributeValues: toRow({ ':shard': `DUE#${shard}`, ':now': endOf(now), ':prefix': only.prefix }),
        },
        only.atMost,
      ),
    ),
  );
  return perShard
    .flat()
    .sort((a, b) => (textOf(a, 'dueSk') < textOf(b, 'dueSk') ? -1 : 1))
    .slice(0, only.atMost)
    .map((row) => ({ key: { pk: textOf(row, 'pk'), sk: textOf(row, 'sk') }, dueAt: instantOf(row), row }));
}

/** The first instant after `after` at which anything is due: one entry per shard is read. */
export async function firstDueAfter(db: DynamoDBClient, table: string, after: string): Promise<string | undefined> {
  const firsts = await Promise.all(
    shards.map((shard) =>
      db.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'duePk = :shard AND dueSk > :after',
          ExpressionAttributeValues: toRow({ ':shard': `DUE#${shard}`, ':after': endOf(after) }),
          Limit: 1,
        }),
      ),
    ),
  );
  return firsts
    .flatMap((page) => page.Items ?? [])
    .map(instantOf)
    .sort()[0];
}

const instantOf = (row: Row): string => {
  const key = textOf(row, 'dueSk');
  return key.slice(0, key.indexOf('#'));
};

import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CursorUnreadable, type QueuePart, type WorkQueue } from '../../../ports/case-store.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { assigneePartition, caseFrom, openPartition, resolvedPartition } from '../cases/rows.ts';
import { shards } from '../dynamo/shard.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** How many index entries one page reads by default over all its partitions, however many cases there are. */
export const entriesPerPage = 200;

const positionForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[A-Za-z0-9_-]{1,64}$/;

/** An index, and its partitions that hold one part of the queue. */
interface Place {
  index: 'queue' | 'assignee';
  partitionKey: string;
  sortKey: string;
  partitions: readonly string[];
}

function placeOf(part: QueuePart): Place {
  if (typeof part === 'object') {
    const partitions = [assigneePartition(part.assignee)];
    return { index: 'assignee', partitionKey: 'assigneePk', sortKey: 'assigneeSk', partitions };
  }
  const partitions = shards.map(part === 'open' ? openPartition : resolvedPartition);
  return { index: 'queue', partitionKey: 'queuePk', sortKey: 'queueSk', partitions };
}

export function workQueue(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): WorkQueue {
  const entriesOf = async (
    { index, partitionKey, sortKey }: Place,
    partition: string,
    after: string,
    limit: number,
  ): Promise<{ rows: Row[]; more: boolean }> => {
    const page = await db.send(
      new QueryCommand({
        TableName: tables.cases,
        IndexName: index,
        KeyConditionExpression: `${partitionKey} = :partition AND ${sortKey} > :after`,
        ExpressionAttributeValues: toRow({ ':partition': partition, ':after': after }),
        Limit: limit,
      }),
    );
    return { rows: page.Items ?? [], more: page.LastEvaluatedKey !== undefined };
  };

  return {
    page: async (cursor, part = 'open', entries = entriesPerPage) => {
      const after = cursor === undefined ? '0' : readCursor(cursor);
      const place = placeOf(part);
      const positionOf = (row: Row): string => textOf(row, place.sortKey);
      const found = await Promise.all(
        place.partitions.map((partition) => entriesOf(place, partition, after, entries / place.partitions.length)),
      );
      // A partition with more to come has shown nothing after its last entry. So the page ends where the first such
      // partition ends. Otherwise a later page could bring a case with an older promise.
      const horizon = found
        .filter(({ more }) => more)
        .map(({ rows }) => positionOf(lastOf(rows)))
        .sort()[0];
      const rows = found
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

function lastOf(rows: readonly Row[]): Row {
  const last = rows.at(-1);
  if (last === undefined) throw new Error('DynamoDB named a further page after an empty one.');
  return last;
}

function readCursor(cursor: string): string {
  const position = Buffer.from(cursor, 'base64url').toString();
  if (!positionForm.test(position)) throw new CursorUnreadable();
  return position;
}

import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { rankOfEnded } from '../../../domain/queue/place.ts';
import { CursorUnreadable, type QueuePart, type WorkQueue } from '../../../ports/case-store.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { assigneePartition, caseFrom, openPartition, resolvedPartition } from '../cases/rows.ts';
import { shards } from '../dynamo/shard.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** How many index entries one page reads by default over all its partitions, however many cases there are. */
export const entriesPerPage = 200;

/**
 * A cursor is the place of the last entry, after the number of its form. Release 0.1.0 wrote places without a rank, and
 * they stand in the index until the case changes. Its cursors have no number: they are refused, because after them the
 * first ranks would be left out.
 */
const cursorForm = /^2 ((?:[\dE]#)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[A-Za-z0-9_-]{1,64})$/;

/** Every place in a list begins between the two. */
const firstPlace = '0';
const afterLastPlace = '~';

/** One partition of an index, from one place to another, and how many entries are read of it. */
interface Stretch {
  partition: string;
  from: string;
  to: string;
  limit: number;
}

/** An index, and its stretches that hold one part of the queue. */
interface Stretches {
  index: 'queue' | 'assignee';
  partitionKey: string;
  sortKey: string;
  stretches: readonly Stretch[];
}

const all = { from: firstPlace, to: afterLastPlace };
const unread = { from: firstPlace, to: rankOfEnded };
const read = { from: rankOfEnded, to: afterLastPlace };

function stretchesOf(part: QueuePart, entries: number): Stretches {
  if (typeof part === 'object') {
    const stretches = [{ partition: assigneePartition(part.assignee), ...all, limit: entries }];
    return { index: 'assignee', partitionKey: 'assigneePk', sortKey: 'assigneeSk', stretches };
  }
  const limit = entries / shards.length;
  // Words that nobody has read stand at the head of the ended cases. With less than half of the page, a shard that has
  // many of them would end it before all that is critical.
  const ofEnded = Math.floor(limit / 2);
  const stretches =
    part === 'work'
      ? [
          ...shards.map((shard) => ({ partition: openPartition(shard), ...all, limit: limit - ofEnded })),
          ...shards.map((shard) => ({ partition: resolvedPartition(shard), ...unread, limit: ofEnded })),
        ]
      : shards.map((shard) => ({ partition: resolvedPartition(shard), ...(part === 'resolved' ? all : read), limit }));
  return { index: 'queue', partitionKey: 'queuePk', sortKey: 'queueSk', stretches };
}

export function workQueue(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): WorkQueue {
  const entriesOf = async (
    { index, partitionKey, sortKey }: Stretches,
    { partition, from, to, limit }: Stretch,
    after: string | undefined,
  ): Promise<{ rows: Row[]; more: boolean }> => {
    // No place begins with another one, so what follows a place and is not it comes after it with any further sign.
    const page = await db.send(
      new QueryCommand({
        TableName: tables.cases,
        IndexName: index,
        KeyConditionExpression: `${partitionKey} = :partition AND ${sortKey} BETWEEN :from AND :to`,
        ExpressionAttributeValues: toRow({
          ':partition': partition,
          ':from': after === undefined ? from : `${after}!`,
          ':to': to,
        }),
        Limit: limit,
      }),
    );
    return { rows: page.Items ?? [], more: page.LastEvaluatedKey !== undefined };
  };

  return {
    page: async (cursor, part = 'work', entries = entriesPerPage) => {
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const place = stretchesOf(part, entries);
      const positionOf = (row: Row): string => textOf(row, place.sortKey);
      const stretches = place.stretches.filter(({ to }) => after === undefined || after < to);
      const found = await Promise.all(stretches.map((stretch) => entriesOf(place, stretch, after)));
      // A partition with more to come has shown nothing after its last entry. So the page ends where the first such
      // partition ends. Otherwise a later page could bring a case that belongs before.
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
        ...(horizon === undefined ? {} : { cursor: Buffer.from(`2 ${horizon}`).toString('base64url') }),
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
  const [, position] = cursorForm.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (position === undefined) throw new CursorUnreadable();
  return position;
}

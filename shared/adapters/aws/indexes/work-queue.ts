import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { rankOfEnded } from '../../../domain/queue/place.ts';
import { CursorUnreadable, type QueuePart, type WorkQueue } from '../../../ports/case-store.ts';
import { assigneePartition, caseFrom, isMeta, openPartition, resolvedPartition } from '../cases/rows.ts';
import { shards } from '../dynamo/shard.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { afterLastPlace, firstPlace, pageOfShards } from './page-of-shards.ts';
import type { Stretches } from './page-of-shards.ts';

/** How many index entries one page reads by default over all its partitions, however many cases there are. */
export const entriesPerPage = 200;

/**
 * A cursor is the place of the last entry, after the number of its form. Release 0.1.0 wrote places without a rank, and
 * they stand in the index until the case changes. Its cursors have no number: they are refused, because after them the
 * first ranks would be left out.
 */
const cursorForm = /^2 ((?:[\dE]#)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[A-Za-z0-9_-]{1,64})$/;

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
  return {
    page: async (cursor, part = 'work', entries = entriesPerPage) => {
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const { rows, horizon } = await pageOfShards(db, tables.cases, stretchesOf(part, entries), after);
      return {
        // Any row could be given the attributes of the index. What is no case must not hide the cases.
        cases: rows.filter(isMeta).map(caseFrom),
        ...(horizon === undefined ? {} : { cursor: Buffer.from(`2 ${horizon}`).toString('base64url') }),
      };
    },
  };
}

function readCursor(cursor: string): string {
  const [, position] = cursorForm.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (position === undefined) throw new CursorUnreadable();
  return position;
}

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { eventId } from '../../../domain/case/events.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { PendingEvent, PendingEvents } from '../../../ports/outbox.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { outboxEventFrom } from './event-row.ts';
import { queryRows, rowsOfCase } from '../dynamo/read-rows.ts';
import { inParallel } from '../../../lambda/in-parallel.ts';
import { relayMarks, updateMark } from './relay-marks.ts';
import { doneKey } from '../cases/rows.ts';
import { shards } from '../dynamo/shard.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/**
 * How many urgent events of a shard a sweep holds at most, and how many others: 64,000 in all, about 100 MB. It counts
 * what it passes over. Urgent ones leave this group when they are sent, so the next sweep comes to the next ones.
 */
const eventsPerShard = 4000;
const casesAtOnce = 32;

export function pendingEvents(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'cases' | 'caseEvents'>,
  atMost = eventsPerShard,
): PendingEvents {
  const ofShard = async (shard: number, instant: Instant, isUrgent: (event: PendingEvent) => boolean) => {
    const found = {
      urgent: [] as Row[],
      others: [] as Row[],
      passedOver: 0,
      nextWrittenAt: undefined as Instant | undefined,
    };
    const rows = queryRows(db, {
      TableName: tables.caseEvents,
      IndexName: 'pending',
      KeyConditionExpression: 'pendingPk = :shard',
      ExpressionAttributeValues: toRow({ ':shard': `PENDING#${shard}` }),
    });
    for await (const row of rows) {
      const pending = readable(row);
      if (pending === undefined) {
        found.passedOver += 1;
        continue;
      }
      if (pending.event.time > instant) {
        found.nextWrittenAt = pending.event.time;
        break;
      }
      const group = isUrgent(pending) ? found.urgent : found.others;
      if (group.length < atMost) group.push(row);
      else found.passedOver += 1;
    }
    return found;
  };

  const doneRowsOf = async (caseId: string): Promise<[caseId: string, sortKeys: Set<string>]> => {
    const rows = await rowsOfCase(db, tables.cases, caseId, 'DONE#');
    return [caseId, new Set(rows.map((row) => textOf(row, 'sk')))];
  };

  return {
    ...relayMarks(db, tables),
    writtenUpTo: async (instant, isUrgent = () => true) => {
      const perShard = await Promise.all(shards.map((shard) => ofShard(shard, instant, isUrgent)));
      const [nextWrittenAt] = perShard.flatMap((found) => found.nextWrittenAt ?? []).sort();
      return {
        pending: [
          ...oldestFirst(perShard.flatMap(({ urgent }) => urgent)),
          ...oldestFirst(perShard.flatMap(({ others }) => others)),
        ],
        passedOver: perShard.reduce((sum, { passedOver }) => sum + passedOver, 0),
        ...(nextWrittenAt === undefined ? {} : { nextWrittenAt }),
      };
    },
    doneBy: async (events) => {
      const caseIds = [...new Set(events.map((event) => event.caseId))];
      const done = new Map(await inParallel(casesAtOnce, caseIds, doneRowsOf));
      return new Map(
        events.map((event) => [
          eventId(event),
          new Set(
            event.awaits.filter((reactor) =>
              done.get(event.caseId)?.has(doneKey(event.caseId, reactor, event.number).sk),
            ),
          ),
        ]),
      );
    },
    markResent: (event, at, resent) =>
      updateMark(db, tables.caseEvents, event, 'SET sentAt = :at, resent = :resent', { ':at': at, ':resent': resent }),
    settle: (event) => updateMark(db, tables.caseEvents, event, 'REMOVE pendingPk, pendingSk'),
  };
}

const oldestFirst = (rows: readonly Row[]): PendingEvent[] =>
  rows.toSorted((a, b) => (textOf(a, 'pendingSk') < textOf(b, 'pendingSk') ? -1 : 1)).map(pendingFrom);

/** A row that nothing of ours wrote holds up no other: it is passed over, which is counted and rings as long as it stays. */
function readable(row: Row): PendingEvent | undefined {
  try {
    return pendingFrom(row);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function pendingFrom(row: Row): PendingEvent {
  return {
    event: outboxEventFrom(row),
    ...(row['sentAt'] === undefined ? {} : { sentAt: textOf(row, 'sentAt') }),
    resent: Number(row['resent']?.N ?? 0),
  };
}

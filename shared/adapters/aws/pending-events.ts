import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { consumersOf } from '#infra/topology.ts';
import { eventId } from '../../domain/events.ts';
import type { PendingEvent, PendingEvents } from '../../ports/outbox.ts';
import { textOf, toRow, type Row } from './attribute-values.ts';
import { eventFrom } from './event-row.ts';
import { queryAll, rowsOfCase } from './read-rows.ts';
import { inParallel } from '../../lambda/in-parallel.ts';
import { relayMarks, updateMark } from './relay-marks.ts';
import { doneKey } from './rows.ts';
import { shards } from './shard.ts';
import type { TableNames } from './table-names.ts';

/** Sorts after every entry of the same instant: `#`, which follows the instant in the key, comes before it. */
const endOf = (instant: string): string => `${instant}~`;

/** More than this per shard is left to the next sweep; the oldest come first. */
const eventsPerShard = 2000;
const casesAtOnce = 32;

export function pendingEvents(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'caseEvents'>): PendingEvents {
  const pending = (shard: number, condition: string, instant: string) => ({
    TableName: tables.caseEvents,
    IndexName: 'pending',
    KeyConditionExpression: `pendingPk = :shard AND ${condition}`,
    ExpressionAttributeValues: toRow({ ':shard': `PENDING#${shard}`, ':instant': endOf(instant) }),
  });

  const doneRowsOf = async (caseId: string): Promise<[caseId: string, sortKeys: Set<string>]> => {
    const rows = await rowsOfCase(db, tables.cases, caseId, 'DONE#');
    return [caseId, new Set(rows.map((row) => textOf(row, 'sk')))];
  };

  return {
    ...relayMarks(db, tables),
    writtenUpTo: async (instant) => {
      const perShard = await Promise.all(
        shards.map((shard) => queryAll(db, pending(shard, 'pendingSk <= :instant', instant), eventsPerShard)),
      );
      return perShard
        .flat()
        .sort((a, b) => (textOf(a, 'pendingSk') < textOf(b, 'pendingSk') ? -1 : 1))
        .map(pendingFrom);
    },
    firstWrittenAfter: async (instant) => {
      const pages = await Promise.all(
        shards.map((shard) =>
          db.send(new QueryCommand({ ...pending(shard, 'pendingSk > :instant', instant), Limit: 1 })),
        ),
      );
      return pages
        .flatMap((page) => page.Items ?? [])
        .map((row) => textOf(row, 'time'))
        .sort()[0];
    },
    doneBy: async (events) => {
      const caseIds = [...new Set(events.map((event) => event.caseId))];
      const done = new Map(await inParallel(casesAtOnce, caseIds, doneRowsOf));
      return new Map(
        events.map((event) => [
          eventId(event),
          new Set(
            consumersOf(event.type).filter((reactor) =>
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

function pendingFrom(row: Row): PendingEvent {
  return {
    event: eventFrom(row),
    ...(row['sentAt'] === undefined ? {} : { sentAt: textOf(row, 'sentAt') }),
    resent: Number(row['resent']?.N ?? 0),
  };
}

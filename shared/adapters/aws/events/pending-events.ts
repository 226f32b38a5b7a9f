import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { consumersOf } from '#shared/contracts/events/consumers.ts';
import { eventId } from '../../../domain/case/events.ts';
import type { PendingEvent, PendingEvents } from '../../../ports/outbox.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { eventFrom } from './event-row.ts';
import { queryHead, rowsOfCase } from '../dynamo/read-rows.ts';
import { inParallel } from '../../../lambda/in-parallel.ts';
import { relayMarks, updateMark } from './relay-marks.ts';
import { doneKey } from '../cases/rows.ts';
import { shards } from '../dynamo/shard.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** A sweep takes about this many events of each shard, the oldest first. The next sweep takes the rest. */
const eventsPerShard = 2000;
const casesAtOnce = 32;

export function pendingEvents(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'caseEvents'>): PendingEvents {
  const headOf = (shard: number, instant: string): Promise<Row[]> =>
    queryHead(
      db,
      {
        TableName: tables.caseEvents,
        IndexName: 'pending',
        KeyConditionExpression: 'pendingPk = :shard',
        ExpressionAttributeValues: toRow({ ':shard': `PENDING#${shard}` }),
      },
      (row) => textOf(row, 'time') > instant,
      eventsPerShard,
    );

  const doneRowsOf = async (caseId: string): Promise<[caseId: string, sortKeys: Set<string>]> => {
    const rows = await rowsOfCase(db, tables.cases, caseId, 'DONE#');
    return [caseId, new Set(rows.map((row) => textOf(row, 'sk')))];
  };

  return {
    ...relayMarks(db, tables),
    writtenUpTo: async (instant) => {
      const perShard = await Promise.all(shards.map((shard) => headOf(shard, instant)));
      const found = perShard
        .flat()
        .sort((a, b) => (textOf(a, 'pendingSk') < textOf(b, 'pendingSk') ? -1 : 1))
        .map(pendingFrom);
      const nextWrittenAt = found.find(({ event }) => event.time > instant)?.event.time;
      return {
        pending: found.filter(({ event }) => event.time <= instant),
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

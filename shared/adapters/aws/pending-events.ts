import { BatchGetItemCommand, QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { consumersOf } from '#infra/topology.ts';
import { eventId, type CaseEvent } from '../../domain/events.ts';
import type { PendingEvent, PendingEvents } from '../../ports/outbox.ts';
import { textOf, toRow, type Row } from './attribute-values.ts';
import { eventFrom } from './event-row.ts';
import { queryAll } from './read-rows.ts';
import { relayMarks, updateMark } from './relay-marks.ts';
import { doneKey } from './rows.ts';
import { shards } from './shard.ts';
import type { TableNames } from './table-names.ts';

/** More than this per shard is left to the next sweep; the oldest come first. */
const eventsPerShard = 2000;
const keysPerBatch = 100;

export function pendingEvents(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'caseEvents'>): PendingEvents {
  const pending = (shard: number, condition: string, instant: string) => ({
    TableName: tables.caseEvents,
    IndexName: 'pending',
    KeyConditionExpression: `pendingPk = :shard AND ${condition}`,
    ExpressionAttributeValues: toRow({ ':shard': `PENDING#${shard}`, ':instant': instant }),
  });

  const firstWrittenAt = async (condition: string, instant: string): Promise<string | undefined> => {
    const pages = await Promise.all(
      shards.map((shard) => db.send(new QueryCommand({ ...pending(shard, condition, instant), Limit: 1 }))),
    );
    return pages
      .flatMap((page) => page.Items ?? [])
      .map((row) => textOf(row, 'time'))
      .sort()[0];
  };

  /** Asks for DONE rows, again for those DynamoDB did not get to. */
  const existing = async (keys: readonly Row[]): Promise<Row[]> => {
    const found: Row[] = [];
    let asked = [...keys];
    while (asked.length > 0) {
      const answer = await db.send(
        new BatchGetItemCommand({
          RequestItems: { [tables.cases]: { Keys: asked, ConsistentRead: true, ProjectionExpression: 'pk, sk' } },
        }),
      );
      found.push(...(answer.Responses?.[tables.cases] ?? []));
      asked = answer.UnprocessedKeys?.[tables.cases]?.Keys ?? [];
    }
    return found;
  };

  return {
    ...relayMarks(db, tables),
    writtenBefore: async (before) => {
      const perShard = await Promise.all(
        shards.map((shard) => queryAll(db, pending(shard, 'pendingSk < :instant', before), eventsPerShard)),
      );
      return perShard
        .flat()
        .sort((a, b) => (textOf(a, 'pendingSk') < textOf(b, 'pendingSk') ? -1 : 1))
        .map(pendingFrom);
    },
    firstWrittenFrom: (instant) => firstWrittenAt('pendingSk >= :instant', instant),
    doneBy: async (events) => {
      const keys = events.flatMap((event) =>
        consumersOf(event.type).map((reactor) => ({
          event,
          reactor,
          key: doneKey(event.caseId, reactor, event.number),
        })),
      );
      const batches = Array.from({ length: Math.ceil(keys.length / keysPerBatch) }, (_, batch) =>
        keys.slice(batch * keysPerBatch, (batch + 1) * keysPerBatch).map(({ key }) => toRow(key)),
      );
      const done = new Set<string>();
      for (const batch of batches) {
        for (const row of await existing(batch)) done.add(`${textOf(row, 'pk')} ${textOf(row, 'sk')}`);
      }
      const reactorsDone = new Map<string, Set<string>>(events.map((event) => [eventId(event), new Set()]));
      for (const { event, reactor, key } of keys) {
        if (done.has(`${key.pk} ${key.sk}`)) reactorsDone.get(eventId(event))?.add(reactor);
      }
      return reactorsDone;
    },
    markResent: (event, at, resent) =>
      updateMark(db, tables.caseEvents, event, 'SET sentAt = :at, resent = :resent', { ':at': at, ':resent': resent }),
    settle: (event: CaseEvent) => updateMark(db, tables.caseEvents, event, 'REMOVE pendingPk, pendingSk'),
  };
}

function pendingFrom(row: Row): PendingEvent {
  return {
    event: eventFrom(row),
    ...(row['sentAt'] === undefined ? {} : { sentAt: textOf(row, 'sentAt') }),
    resent: Number(row['resent']?.N ?? 0),
  };
}

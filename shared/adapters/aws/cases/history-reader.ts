import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { readerOf as ReaderOf } from '../../../contracts/events/event-schemas.ts';
import type { HistoryEvent } from '../../../domain/case/events.ts';
import { eventsAtOnce } from '../../../ports/case-store.ts';
import type { HistoryReader } from '../../../ports/case-store.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { writtenEventFrom } from '../events/event-row.ts';
import { queryAll } from '../dynamo/read-rows.ts';
import { casePartition } from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

export function historyReader(db: DynamoDBClient, tables: Pick<TableNames, 'caseEvents'>): HistoryReader {
  return {
    history: async (caseId, before = Number.MAX_SAFE_INTEGER) => {
      const query = {
        TableName: tables.caseEvents,
        ConsistentRead: true,
        // The newest come first, so that a long history is not read to its beginning.
        ScanIndexForward: false,
        KeyConditionExpression: 'pk = :pk AND #number < :before',
        ExpressionAttributeNames: { '#number': 'number' },
        ExpressionAttributeValues: toRow({ ':pk': casePartition(caseId), ':before': before }),
        Limit: eventsAtOnce,
      };
      // No start waits for what reads events: most requests ask for no history.
      const [rows, { readerOf }] = await Promise.all([
        queryAll(db, query, eventsAtOnce),
        import('../../../contracts/events/event-schemas.ts'),
      ]);
      return rows
        .slice(0, eventsAtOnce)
        .toReversed()
        .map((row) => historyEventFrom(row, readerOf));
    },
  };
}

/** What was written in an earlier version is said as today's does. What only a newer release knows is shown to nobody. */
function historyEventFrom(row: Row, readerOf: typeof ReaderOf): HistoryEvent {
  const { version, ...event } = writtenEventFrom(row);
  const read = readerOf(event.type, version)?.safeParse(event.data);
  return (
    read?.success === true ? { ...event, data: read.data } : { ...event, type: 'unknown', data: {} }
  ) as HistoryEvent;
}

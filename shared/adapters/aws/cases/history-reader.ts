import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { HistoryReader } from '../../../ports/case-store.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import { eventFrom } from '../events/event-row.ts';
import { queryAll } from '../dynamo/read-rows.ts';
import { casePartition } from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

export function historyReader(db: DynamoDBClient, tables: Pick<TableNames, 'caseEvents'>): HistoryReader {
  return {
    history: async (caseId) => {
      const rows = await queryAll(db, {
        TableName: tables.caseEvents,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: toRow({ ':pk': casePartition(caseId) }),
      });
      return rows.map(eventFrom);
    },
  };
}

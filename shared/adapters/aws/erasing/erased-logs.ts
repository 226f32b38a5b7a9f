import { PutItemCommand, QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ErasedLogs } from '../../../ports/erasing.ts';
import { erasedNumberRow } from '../access/access-log.ts';
import { casePartition } from '../cases/rows.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** Only a person who replays the journal after a restore reads the log here; no function has the right. */
export function erasedLogs(db: DynamoDBClient, tables: Pick<TableNames, 'accessLog'>): ErasedLogs {
  return {
    findAgain: async (caseId) => {
      const { Items: [entry] = [] } = await db.send(
        new QueryCommand({
          TableName: tables.accessLog,
          ConsistentRead: true,
          Limit: 1,
          KeyConditionExpression: 'pk = :case',
          ExpressionAttributeValues: toRow({ ':case': casePartition(caseId) }),
        }),
      );
      const caseNumber = entry?.['caseNumber']?.S;
      if (caseNumber === undefined) return;
      await db.send(new PutItemCommand({ TableName: tables.accessLog, Item: erasedNumberRow(caseNumber, caseId) }));
    },
  };
}

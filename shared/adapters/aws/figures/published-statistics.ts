import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { FrozenQuarter } from '../../../domain/keeping/statistics.ts';
import type { PublishedStatistics } from '../../../ports/facts.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { publishedFrom, publishedPartition } from './fact-row.ts';
import { queryAll } from '../dynamo/read-rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** Reads what was published and nothing else of the table Facts. The function's role allows no other partition. */
export function publishedStatistics(db: DynamoDBClient, tables: Pick<TableNames, 'facts'>): PublishedStatistics {
  return {
    ofYear: async (year): Promise<FrozenQuarter[]> => {
      const rows: Row[] = await queryAll(db, {
        TableName: tables.facts,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :year',
        ExpressionAttributeValues: toRow({ ':year': publishedPartition(year) }),
      });
      return rows.map(publishedFrom);
    },
  };
}

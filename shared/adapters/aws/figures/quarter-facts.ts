import { ConditionalCheckFailedException, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { QuarterFacts } from '../../../ports/facts.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { factFrom, factKey, publishedRow } from './fact-row.ts';
import { queryAll } from '../dynamo/read-rows.ts';
import { publishedStatistics } from './published-statistics.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** Reads the facts of a quarter, and writes its figures once. */
export function quarterFacts(db: DynamoDBClient, tables: Pick<TableNames, 'facts'>): QuarterFacts {
  const partition = (pk: string): Promise<Row[]> =>
    queryAll(db, {
      TableName: tables.facts,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toRow({ ':pk': pk }),
    });

  return {
    ...publishedStatistics(db, tables),
    ofQuarter: async ({ quarter, months }) => {
      const partitions = [factKey({ quarter }, ''), ...months.map((month) => factKey({ quarter, month }, ''))];
      const rows = await Promise.all(partitions.map(({ pk }) => partition(pk)));
      return rows.flat().map(factFrom);
    },
    publish: async (frozen) => {
      try {
        await db.send(
          new PutItemCommand({
            TableName: tables.facts,
            Item: publishedRow(frozen),
            // Frozen: what was published once is never replaced.
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}

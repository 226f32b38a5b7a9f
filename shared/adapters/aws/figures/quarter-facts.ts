import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { QuarterFacts } from '../../../ports/facts.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { erasedTallyKey, factFrom, factKey, frozenTallyRow, publishedRow, tallyFrom } from './fact-row.ts';
import { queryAll } from '../dynamo/read-rows.ts';
import { publishedStatistics } from './published-statistics.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { put, putNew, transact } from '../dynamo/transaction.ts';

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
    erasedOf: async (quarter) => {
      const { pk, sk } = erasedTallyKey(quarter);
      return tallyFrom((await partition(pk)).find((row) => row['sk']?.S === sk));
    },
    publish: async (frozen, { regions, erasedCases }) => {
      const outcome = await transact<'published' | 'erased'>(db, [
        // Frozen: what was published once is never replaced.
        { label: 'published', item: putNew(tables.facts, publishedRow(frozen)) },
        {
          label: 'erased',
          item: {
            Update: {
              TableName: tables.facts,
              Key: toRow(erasedTallyKey(frozen.quarter)),
              UpdateExpression: 'SET frozen = :one',
              ConditionExpression: erasedCases === 0 ? 'attribute_not_exists(cases)' : 'cases = :cases',
              ExpressionAttributeValues: toRow({ ':one': 1, ...(erasedCases === 0 ? {} : { ':cases': erasedCases }) }),
            },
          },
        },
        { label: 'erased', item: put(tables.facts, frozenTallyRow(frozen.quarter, regions)) },
      ]);
      if (outcome.committed) return 'written';
      return outcome.refused.has('published') ? 'published_already' : 'conflict';
    },
  };
}

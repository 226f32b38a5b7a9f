import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseFinder } from '../../../ports/case-store.ts';
import { textOf } from '../dynamo/attribute-values.ts';
import { getRow } from '../dynamo/read-rows.ts';
import { numberKey } from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

export function caseFinder(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): CaseFinder {
  return {
    byNumber: async (caseNumber) => {
      const row = await getRow(db, tables.cases, numberKey(caseNumber));
      return row && textOf(row, 'caseId');
    },
  };
}

import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { ReceiptLookups } from '../../../ports/case-store.ts';
import { textOf, toRow } from '../dynamo/attribute-values.ts';
import { getRow } from '../dynamo/read-rows.ts';
import { lookupIndexKey } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** The receipt that was given out last replaces the one before. */
export function receiptInLookupIndex(table: string, caseId: string, lookup: string): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: toRow(lookupIndexKey(caseId)),
      UpdateExpression: 'SET receiptLookup = :lookup',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: toRow({ ':lookup': lookup }),
    },
  };
}

export function receiptLookups(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): ReceiptLookups {
  return {
    lookupOf: async (caseId) => {
      const row = await getRow(db, tables.cases, lookupIndexKey(caseId));
      return row && textOf(row, 'receiptLookup');
    },
  };
}

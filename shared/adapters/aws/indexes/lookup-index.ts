import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { ReceiptLookups } from '../../../ports/case-store.ts';
import { textOf, toRow } from '../dynamo/attribute-values.ts';
import { getRow } from '../dynamo/read-rows.ts';
import { lookupIndexKey } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** Adds what leads to a case. So it is found again, and erased with the case. */
export function moreInLookupIndex(table: string, caseId: string, blinds: readonly string[]): TransactWriteItem {
  return updateOf(table, caseId, 'likenesses = list_append(likenesses, :more)', { ':more': [...new Set(blinds)] });
}

/** The receipt that was given out last replaces the one before. */
export function receiptInLookupIndex(table: string, caseId: string, lookup: string): TransactWriteItem {
  return updateOf(table, caseId, 'receiptLookup = :lookup', { ':lookup': lookup });
}

function updateOf(table: string, caseId: string, set: string, values: Record<string, unknown>): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: toRow(lookupIndexKey(caseId)),
      UpdateExpression: `SET ${set}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: toRow(values),
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

import { QueryCommand, type DynamoDBClient, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { KnownReceipts, ReceiptLookups, ReceiptsOfCase } from '../../../ports/case-store.ts';
import { fromRow, textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { getRow } from '../dynamo/read-rows.ts';
import { knownCasesPartition, knowsKey, lookupIndexKey } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { remove, transact } from '../dynamo/transaction.ts';

/** The receipts of the case as they are from now on. */
export function receiptsInLookupIndex(
  table: string,
  caseId: string,
  { lookup, dead, knownTo }: ReceiptsOfCase,
): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: toRow(lookupIndexKey(caseId)),
      UpdateExpression: 'SET receiptLookup = :lookup, deadReceipts = :dead, knownTo = :known',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: toRow({ ':lookup': lookup, ':dead': dead, ':known': knownTo }),
    },
  };
}

/** The receipts that a row of the lookup index names. Rows of release 0.1.0 name only the last one. */
export function receiptsIn(row: Row): ReceiptsOfCase {
  const { deadReceipts = [], knownTo = [] } = fromRow(row) as { deadReceipts?: string[]; knownTo?: string[] };
  return { lookup: textOf(row, 'receiptLookup'), dead: deadReceipts, knownTo };
}

export function receiptLookups(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): ReceiptLookups {
  return {
    receiptsOf: async (caseId) => {
      const row = await getRow(db, tables.cases, lookupIndexKey(caseId));
      return row && receiptsIn(row);
    },
  };
}

export function knownReceipts(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): KnownReceipts {
  return {
    knownTo: async (person, atMost) => {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: tables.cases,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: toRow({ ':pk': knownCasesPartition(person) }),
          Limit: atMost,
        }),
      );
      return Items.map((row) => textOf(row, 'sk'));
    },
    forget: async (person, caseId) => {
      await transact(db, [{ label: 'row', item: remove(tables.cases, knowsKey(person, caseId)) }]);
    },
  };
}

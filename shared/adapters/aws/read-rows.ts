import {
  GetItemCommand,
  QueryCommand,
  type AttributeValue,
  type DynamoDBClient,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { toRow, type Row } from './attribute-values.ts';
import { casePartition, type RowKey } from './rows.ts';

/** Reads one row as it stands now. */
export async function getRow(db: DynamoDBClient, table: string, key: RowKey): Promise<Row | undefined> {
  const { Item } = await db.send(new GetItemCommand({ TableName: table, Key: toRow(key), ConsistentRead: true }));
  return Item;
}

/** Reads the rows of a case whose sort key begins with `prefix`, all pages, as they stand now. */
export async function rowsOfCase(db: DynamoDBClient, table: string, caseId: string, prefix: string): Promise<Row[]> {
  return queryAll(db, {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: toRow({ ':pk': casePartition(caseId), ':prefix': prefix }),
  });
}

/** All pages of a query; with `atMost`, only as many as bring that many rows. */
export async function queryAll(db: DynamoDBClient, query: QueryCommandInput, atMost = Infinity): Promise<Row[]> {
  const rows: Row[] = [];
  let from: Record<string, AttributeValue> | undefined;
  do {
    const page = await db.send(new QueryCommand({ ...query, ...(from ? { ExclusiveStartKey: from } : {}) }));
    rows.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined && rows.length < atMost);
  return rows;
}

import {
  BatchGetItemCommand,
  GetItemCommand,
  QueryCommand,
  type AttributeValue,
  type DynamoDBClient,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { toRow, type Row } from './attribute-values.ts';
import { casePartition, type RowKey } from '../cases/rows.ts';

/** Reads one row as it stands now. */
export async function getRow(db: DynamoDBClient, table: string, key: RowKey): Promise<Row | undefined> {
  const { Item } = await db.send(new GetItemCommand({ TableName: table, Key: toRow(key), ConsistentRead: true }));
  return Item;
}

/** How many rows one call reads at most. */
const keysAtOnce = 100;
/**
 * DynamoDB may leave rows of a batch unread when it is busy. After so many calls that brought no row, it is a fault.
 */
const triesInVain = 3;

/**
 * Reads rows as they stand now, in as few calls as possible. The answer follows the order of the keys, with undefined
 * where there is no row. Throws when rows stay unread.
 */
export async function getRows(
  db: DynamoDBClient,
  table: string,
  keys: readonly RowKey[],
): Promise<(Row | undefined)[]> {
  const found = new Map<string, Row>();
  // The database refuses a batch that names a row twice.
  let left = [...new Map(keys.map(toRow).map((key) => [placeOf(key), key])).values()];
  let inVain = 0;
  while (left.length > 0) {
    const [Keys, later] = [left.slice(0, keysAtOnce), left.slice(keysAtOnce)];
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
    );
    for (const row of Responses?.[table] ?? []) found.set(placeOf(row), row);
    const unread = UnprocessedKeys?.[table]?.Keys ?? [];
    inVain = unread.length < Keys.length ? 0 : inVain + 1;
    if (inVain === triesInVain) throw new Error('Rows were left unread.');
    left = [...unread, ...later];
  }
  return keys.map((key) => found.get(placeOf(toRow(key))));
}

function placeOf({ pk, sk }: Row): string {
  return `${pk?.S}\u0000${sk?.S}`;
}

/** Reads all rows of a case whose sort key begins with `prefix`, as they stand now. */
export async function rowsOfCase(db: DynamoDBClient, table: string, caseId: string, prefix: string): Promise<Row[]> {
  return queryAll(db, {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: toRow({ ':pk': casePartition(caseId), ':prefix': prefix }),
  });
}

/** How many index entries the first page reads: about four KiB, the smallest read that is billed. */
const firstPage = 20;
const furtherPages = 500;

/**
 * Reads a sorted query row by row. The pages are fetched as they are needed, a short one first. Mostly little is asked
 * for, and one short page is enough.
 */
export async function* queryRows(db: DynamoDBClient, query: QueryCommandInput): AsyncGenerator<Row, void, void> {
  let from: Record<string, AttributeValue> | undefined;
  do {
    const Limit = from === undefined ? firstPage : furtherPages;
    const page = await db.send(new QueryCommand({ ...query, Limit, ...(from ? { ExclusiveStartKey: from } : {}) }));
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

/** Reads a sorted query until a row is beyond what is asked for. That row is the last of the answer. */
export async function queryHead(
  db: DynamoDBClient,
  query: QueryCommandInput,
  isBeyond: (row: Row) => boolean,
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of queryRows(db, query)) {
    rows.push(row);
    if (isBeyond(row)) break;
  }
  return rows;
}

/** Reads a query page by page. A page is at most 1 MB, so what is read is never held whole. */
export async function* queryPages(db: DynamoDBClient, query: QueryCommandInput): AsyncGenerator<Row[]> {
  let from: Record<string, AttributeValue> | undefined;
  do {
    const page = await db.send(new QueryCommand({ ...query, ...(from ? { ExclusiveStartKey: from } : {}) }));
    yield page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

/** Reads all pages of a query. With `atMost`, it stops after the page that reaches that many rows. */
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

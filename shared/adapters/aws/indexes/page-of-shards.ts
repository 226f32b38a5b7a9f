import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';

/** Every place in a list begins between the two. */
export const firstPlace = '0';
export const afterLastPlace = '~';

/** One partition of an index, from one place to another, and how many entries are read of it. */
export interface Stretch {
  partition: string;
  from: string;
  to: string;
  limit: number;
}

/** An index, and its stretches that hold one list. */
export interface Stretches {
  index: string;
  partitionKey: string;
  sortKey: string;
  stretches: readonly Stretch[];
  /** The list begins with its last place. */
  backwards?: true;
}

/**
 * One page of a list that is spread over partitions, in the order of its places. `after` is where the page before
 * ended. Answers the entries, and the place to go on after; none when the list is over.
 */
export async function pageOfShards(
  db: DynamoDBClient,
  table: string,
  { index, partitionKey, sortKey, stretches, backwards }: Stretches,
  after: string | undefined,
): Promise<{ rows: Row[]; horizon?: string }> {
  const positionOf = (row: Row): string => textOf(row, sortKey);
  const before = (a: string, b: string): boolean => (backwards === true ? a > b : a < b);

  const entriesOf = async ({ partition, from, to, limit }: Stretch): Promise<{ rows: Row[]; more: boolean }> => {
    // No place begins with another one, so what follows a place and is not it comes after it with any further sign.
    const range =
      backwards === true
        ? { condition: `${sortKey} < :to`, values: { ':to': after ?? to } }
        : {
            condition: `${sortKey} BETWEEN :from AND :to`,
            values: { ':from': after === undefined ? from : `${after}!`, ':to': to },
          };
    const page = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditionExpression: `${partitionKey} = :partition AND ${range.condition}`,
        ExpressionAttributeValues: toRow({ ':partition': partition, ...range.values }),
        ScanIndexForward: backwards !== true,
        Limit: limit,
      }),
    );
    return { rows: page.Items ?? [], more: page.LastEvaluatedKey !== undefined };
  };

  const left = stretches.filter(
    ({ from, to }) => after === undefined || (backwards === true ? after > from : after < to),
  );
  const found = await Promise.all(left.map(entriesOf));
  // A partition with more to come has shown nothing after its last entry. So the page ends where the first such
  // partition ends. Otherwise a later page could bring a case that belongs before.
  const horizon = found
    .filter(({ more }) => more)
    .map(({ rows }) => positionOf(lastOf(rows)))
    .sort((a, b) => (before(a, b) ? -1 : 1))[0];
  const rows = found
    .flatMap((entries) => entries.rows)
    .filter((row) => horizon === undefined || !before(horizon, positionOf(row)))
    .sort((a, b) => (before(positionOf(a), positionOf(b)) ? -1 : 1));
  return { rows, ...(horizon === undefined ? {} : { horizon }) };
}

function lastOf(rows: readonly Row[]): Row {
  const last = rows.at(-1);
  if (last === undefined) throw new Error('DynamoDB named a further page after an empty one.');
  return last;
}

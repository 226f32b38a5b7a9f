import { QueryCommand, type DynamoDBClient, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { KeptCases } from '../../../ports/erasing.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { caseIdOf, keptPartition } from '../cases/rows.ts';
import { queryAll } from '../dynamo/read-rows.ts';
import { shards } from '../dynamo/shard.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** Sorts after every entry of the same instant. In the key a `#` follows the instant, and `#` comes before `~`. */
const endOf = (instant: string): string => `${instant}~`;

export function keptCases(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): KeptCases {
  const query = (shard: number, condition: string, instant: string): QueryCommandInput => ({
    TableName: tables.cases,
    IndexName: 'kept',
    KeyConditionExpression: `keptPk = :shard AND ${condition}`,
    ExpressionAttributeValues: toRow({ ':shard': keptPartition(shard), ':instant': endOf(instant) }),
  });
  const firstAfter = async (shard: number, instant: string): Promise<Row[]> =>
    (await db.send(new QueryCommand({ ...query(shard, 'keptSk > :instant', instant), Limit: 1 }))).Items ?? [];
  const inOrder = (perShard: readonly Row[][]): Row[] =>
    perShard.flat().sort((a, b) => (textOf(a, 'keptSk') < textOf(b, 'keptSk') ? -1 : 1));

  return {
    due: async (now) => {
      const perShard = await Promise.all(shards.map((shard) => queryAll(db, query(shard, 'keptSk <= :instant', now))));
      return inOrder(perShard).map((row) => ({ caseId: caseIdOf(textOf(row, 'pk')), since: instantOf(row) }));
    },
    nextAfter: async (after) =>
      inOrder(await Promise.all(shards.map((shard) => firstAfter(shard, after)))).map(instantOf)[0],
  };
}

const instantOf = (row: Row): string => {
  const key = textOf(row, 'keptSk');
  return key.slice(0, key.indexOf('#'));
};

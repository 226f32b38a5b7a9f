import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { KeptCases } from '../../../ports/erasing.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { caseIdOf } from '../cases/rows.ts';
import { shards } from '../dynamo/shard.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** Sorts after every entry of the same instant. In the key a `#` follows the instant, and `#` comes before `~`. */
const endOf = (instant: string): string => `${instant}~`;

/**
 * One run takes at most this many cases of each shard, 400 in all; the next day takes the rest. One centre ends about
 * as many in a year.
 */
const casesPerShard = 50;

export function keptCases(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): KeptCases {
  const query = async (shard: number, condition: string, instant: string, limit: number): Promise<Row[]> => {
    const page = await db.send(
      new QueryCommand({
        TableName: tables.cases,
        IndexName: 'kept',
        KeyConditionExpression: `keptPk = :shard AND ${condition}`,
        ExpressionAttributeValues: toRow({ ':shard': `KEPT#${shard}`, ':instant': endOf(instant) }),
        Limit: limit,
      }),
    );
    return page.Items ?? [];
  };
  const ofAllShards = async (condition: string, instant: string, limit: number): Promise<Row[]> => {
    const perShard = await Promise.all(shards.map((shard) => query(shard, condition, instant, limit)));
    return perShard.flat().sort((a, b) => (textOf(a, 'keptSk') < textOf(b, 'keptSk') ? -1 : 1));
  };

  return {
    due: async (now) => {
      const rows = await ofAllShards('keptSk <= :instant', now, casesPerShard);
      return rows.map((row) => ({ caseId: caseIdOf(textOf(row, 'pk')), since: instantOf(row) }));
    },
    nextAfter: async (after) => (await ofAllShards('keptSk > :instant', after, 1)).map(instantOf)[0],
  };
}

const instantOf = (row: Row): string => {
  const key = textOf(row, 'keptSk');
  return key.slice(0, key.indexOf('#'));
};

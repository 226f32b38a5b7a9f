import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inParallel } from '../../../lambda/in-parallel.ts';
import type { CasesByMatchKey } from '../../../ports/case-store.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { caseIdOf } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

const matchKeysAtOnce = 16;
/** How many rows of one match key are read. An address that half the country reports must not make triage slow. */
const rowsPerMatchKey = 1000;

/** Everything that stands under these blind indexes: when each case was received, by its id. */
export async function receivedUnder(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'cases'>,
  blinds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await inParallel(matchKeysAtOnce, blinds, async (blind): Promise<Row[]> => {
    const page = await db.send(
      new QueryCommand({
        TableName: tables.cases,
        KeyConditionExpression: 'pk = :blind',
        ExpressionAttributeValues: toRow({ ':blind': blind }),
        Limit: rowsPerMatchKey,
      }),
    );
    return page.Items ?? [];
  });
  return new Map(rows.flat().map((row) => [caseIdOf(textOf(row, 'sk')), textOf(row, 'receivedAt')]));
}

export function casesByMatchKey(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): CasesByMatchKey {
  return {
    newestUnder: async (blinds) => {
      const received = await receivedUnder(db, tables, [...new Set(blinds)]);
      return [...received].sort(([idA, a], [idB, b]) => (`${a}${idA}` < `${b}${idB}` ? 1 : -1)).map(([id]) => id);
    },
  };
}

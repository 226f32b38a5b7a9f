import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { PossibleDuplicates } from '../../../ports/case-store.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { getRow } from '../dynamo/read-rows.ts';
import { caseIdOf, lookupIndexKey } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

const casesAtMost = 20;
/** How many rows of one match key are read. An address that half the country reports must not make triage slow. */
const rowsPerMatchKey = 1000;

export function likenesses(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): PossibleDuplicates {
  const casesUnder = async (blind: string): Promise<Row[]> => {
    const page = await db.send(
      new QueryCommand({
        TableName: tables.cases,
        KeyConditionExpression: 'pk = :blind',
        ExpressionAttributeValues: toRow({ ':blind': blind }),
        Limit: rowsPerMatchKey,
      }),
    );
    return page.Items ?? [];
  };

  return {
    sharedWith: async (caseId) => {
      const foundBy = await getRow(db, tables.cases, lookupIndexKey(caseId));
      const blinds = (foundBy?.['likenesses']?.L ?? []).flatMap((blind) => (blind.S === undefined ? [] : [blind.S]));
      const rows = (await Promise.all(blinds.map(casesUnder))).flat();
      const receivedAt = new Map(rows.map((row) => [caseIdOf(textOf(row, 'sk')), textOf(row, 'receivedAt')]));
      receivedAt.delete(caseId);
      return [...receivedAt]
        .sort(([idA, a], [idB, b]) => (`${a}${idA}` < `${b}${idB}` ? -1 : 1))
        .slice(0, casesAtMost)
        .map(([id]) => id);
    },
  };
}

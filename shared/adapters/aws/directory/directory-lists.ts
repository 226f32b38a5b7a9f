import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { InstitutionEntry, Listed, ListName } from '../../../domain/people/directory-lists.ts';
import { fromRow, toRow, type Row } from '../dynamo/attribute-values.ts';
import { getRow, queryAll } from '../dynamo/read-rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

const partitions: Readonly<Record<ListName, string>> = {
  institution: 'INSTITUTIONS',
  platform: 'PLATFORMS',
  campaign: 'CAMPAIGNS',
};

/** An entry of one of the directory's lists. */
export function entryRow<N extends ListName>(name: N, entry: Listed<N>): Row {
  return toRow({ pk: partitions[name], sk: entry.code, ...entry });
}

export async function listedIn<N extends ListName>(db: DynamoDBClient, table: string, name: N): Promise<Listed<N>[]> {
  const rows = await queryAll(db, {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :partition',
    ExpressionAttributeValues: toRow({ ':partition': partitions[name] }),
  });
  return rows.map((row) => {
    const { pk: _, sk: __, ...entry } = fromRow(row);
    return entry as unknown as Listed<N>;
  });
}

/** What this centre says about the pack's institutions, for functions that pass cases on. */
export function institutionEntries(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'directory'>,
): () => Promise<readonly InstitutionEntry[]> {
  return () => listedIn(db, tables.directory, 'institution');
}

/** Whether the centre has a campaign with this code. */
export function isRegisteredCampaign(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'directory'>,
): (code: string) => Promise<boolean> {
  return async (code) => (await getRow(db, tables.directory, { pk: partitions.campaign, sk: code })) !== undefined;
}

/** Codes of the platforms that the centre has an entry for. Its own platforms are among them. */
export function platformCodes(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'directory'>,
): () => Promise<readonly string[]> {
  return async () => (await listedIn(db, tables.directory, 'platform')).map(({ code }) => code);
}

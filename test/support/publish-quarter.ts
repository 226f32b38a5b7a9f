import { DynamoDBClient, paginateListTables, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { publishedRow } from '#shared/adapters/aws/figures/fact-row.ts';
import type { FrozenQuarter } from '#shared/domain/keeping/statistics.ts';
import type { RunningBesa } from '#infra/local/besa.ts';

/** Puts the figures of a quarter where retention would have put them, months later. */
export async function publishQuarter({ databaseEndpoint }: RunningBesa, quarter: FrozenQuarter): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: databaseEndpoint,
    region: 'eu-south-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const names: string[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) names.push(...TableNames);
  const TableName = names.find((name) => name.includes('Facts'));
  await client.send(new PutItemCommand({ TableName, Item: publishedRow(quarter) }));
  client.destroy();
}

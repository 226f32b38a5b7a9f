import { DeleteItemCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { RunningBesa } from '#infra/local/besa.ts';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import type { StaffMember } from '#shared/ports/directory.ts';

/** Makes the invented people of a fresh Besa these people. The contacts of institutions stay. */
export async function centreOf(besa: RunningBesa, people: readonly StaffMember[]): Promise<void> {
  const database = new DynamoDBClient({
    endpoint: besa.databaseEndpoint,
    region: 'eu-south-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const TableName = besa.environmentOf('notification')['DIRECTORY_TABLE'];
  const { Items = [] } = await database.send(new ScanCommand({ TableName }));
  for (const { pk, sk } of Items.filter((row) => JSON.stringify(row).includes('staff-'))) {
    if (pk !== undefined && sk !== undefined)
      await database.send(new DeleteItemCommand({ TableName, Key: { pk, sk } }));
  }
  for (const Item of people.flatMap(staffRows)) await database.send(new PutItemCommand({ TableName, Item }));
  database.destroy();
}

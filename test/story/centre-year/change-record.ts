import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { RunningBesa } from '#infra/local/besa.ts';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { memberKey } from '#shared/adapters/aws/directory/directory.ts';

/** Sets one field of a person's record in the directory. What stands beside it stays, a mark on the address too. */
export async function changeRecord(
  besa: RunningBesa,
  personId: string,
  field: { mail: string } | { active: boolean },
): Promise<void> {
  const database = new DynamoDBClient({
    endpoint: besa.databaseEndpoint,
    region: 'eu-south-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const [name = '', value] = Object.entries(field)[0] ?? [];
  await database.send(
    new UpdateItemCommand({
      TableName: besa.environmentOf('notification')['DIRECTORY_TABLE'],
      Key: toRow({ ...memberKey(personId) }),
      UpdateExpression: 'SET #field = :value',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#field': name },
      ExpressionAttributeValues: toRow({ ':value': value }),
    }),
  );
  database.destroy();
}

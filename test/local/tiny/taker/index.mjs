import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';

const db = new DynamoDBClient({});
const kms = new KMSClient({});

/** POST /v1/things `{ id, note?, dueAt? }`: one transaction, as intake's is. */
export async function handler(event) {
  const { id, note, dueAt } = JSON.parse(Buffer.from(event.body ?? '', 'base64').toString());
  await kms.send(
    new GenerateDataKeyCommand({ KeyId: process.env.KEY_ARN, KeySpec: 'AES_256', EncryptionContext: { caseId: id } }),
  );
  const row = (pk, sk, more = {}) => ({
    Put: { TableName: process.env.THINGS_TABLE, Item: { pk: { S: pk }, sk: { S: sk }, ...more } },
  });
  await db.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        row(`THING#${id}`, 'EVENT', { id: { S: id }, note: { S: note ?? '' } }),
        ...(dueAt === undefined ? [] : [row('DUE', dueAt, { id: { S: id } })]),
      ],
    }),
  );
  return {
    statusCode: 201,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, at: new Date().toISOString(), claims: event.requestContext.authorizer?.claims ?? null }),
  };
}

import { DeleteItemCommand, DynamoDBClient, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

const db = new DynamoDBClient({});

/** Every minute: what is due is struck, once; answers when the next one is. */
export async function handler() {
  const TableName = process.env.THINGS_TABLE;
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :due',
      ExpressionAttributeValues: { ':due': { S: 'DUE' } },
      ConsistentRead: true,
    }),
  );
  const now = new Date().toISOString();
  for (const { pk, sk, id } of Items.filter(({ sk }) => sk.S <= now)) {
    await db.send(
      new UpdateItemCommand({
        TableName,
        Key: { pk: { S: `THING#${id.S}` }, sk: { S: 'STRUCK' } },
        UpdateExpression: 'SET struckAt = :now',
        ExpressionAttributeValues: { ':now': { S: now } },
      }),
    );
    await db.send(new DeleteItemCommand({ TableName, Key: { pk, sk } }));
  }
  return { nextAt: Items.map(({ sk }) => sk.S).find((at) => at > now) ?? null };
}

import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

const db = new DynamoDBClient({});

/** From the queue into a DONE row that counts how often; what is poison fails alone. */
export async function handler({ Records }) {
  const batchItemFailures = [];
  await Promise.all(
    Records.map(async ({ messageId, body }) => {
      const { id, note } = JSON.parse(body);
      if (note === 'poison') {
        batchItemFailures.push({ itemIdentifier: messageId });
        return;
      }
      await db.send(
        new UpdateItemCommand({
          TableName: process.env.THINGS_TABLE,
          Key: { pk: { S: `THING#${id}` }, sk: { S: 'DONE' } },
          UpdateExpression: 'SET doneAt = :at ADD times :one',
          ExpressionAttributeValues: { ':at': { S: new Date().toISOString() }, ':one': { N: '1' } },
        }),
      );
    }),
  );
  return { batchItemFailures };
}

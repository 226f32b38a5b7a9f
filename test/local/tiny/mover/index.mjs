import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});

/** From the stream to the queue; says which records it could not hand on, and trips over those named so. */
export async function handler({ Records }) {
  const things = Records.filter(({ dynamodb }) => dynamodb.NewImage.sk.S === 'EVENT').map(({ dynamodb }) => ({
    id: dynamodb.NewImage.id.S,
    note: dynamodb.NewImage.note.S,
    number: dynamodb.SequenceNumber,
  }));
  if (things.some(({ note }) => note === 'trips the mover')) throw new Error('tripped');
  const batchItemFailures = [];
  for (let from = 0; from < things.length; from += 10) {
    const part = things.slice(from, from + 10);
    const { Failed = [] } = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: process.env.WORK_QUEUE_URL,
        Entries: part.map(({ number, id, note }) => ({ Id: number, MessageBody: JSON.stringify({ id, note }) })),
      }),
    );
    batchItemFailures.push(...Failed.map(({ Id }) => ({ itemIdentifier: Id })));
  }
  return { batchItemFailures };
}

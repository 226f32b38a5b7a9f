import type { Blueprint } from '../template/blueprint.ts';
import type { EngineClient } from '../engines/engine-call.ts';

/** What is done with dead letters: they are tried again in their own queue, or thrown away. */
export const deadLetterChoices = ['redrive', 'discard'] as const;
export type DeadLetterChoice = (typeof deadLetterChoices)[number];

interface Held {
  Body: string;
  ReceiptHandle: string;
}

/**
 * Empties the dead-letter queue behind a function's queue. Resolves with the number of messages; undefined for a
 * function without such a queue. The queue engine has no move task of its own. A message is sent, then deleted. So a
 * break between the two leaves it twice, and never loses it.
 */
export function deadLetters(
  blueprint: Blueprint,
  parts: { sqs: EngineClient; queueUrl: (name: string) => string; titleOf: (arn: string) => string },
): (title: string, choice: DeadLetterChoice) => Promise<number | undefined> {
  return async (title, choice) => {
    const source = blueprint.queueSources.find(({ functionArn }) => parts.titleOf(functionArn) === title);
    const queue = blueprint.queues.find(({ arn }) => arn === source?.queueArn);
    if (queue?.deadLetters === undefined) return undefined;
    const from = parts.queueUrl(queue.deadLetters);
    for (let moved = 0; ;) {
      const { Messages = [] } = await parts.sqs<{ Messages?: Held[] }>('AmazonSQS.ReceiveMessage', {
        QueueUrl: from,
        MaxNumberOfMessages: 10,
      });
      if (Messages.length === 0) return moved;
      if (choice === 'redrive') {
        const to = parts.queueUrl(queue.name);
        for (const { Body } of Messages) await parts.sqs('AmazonSQS.SendMessage', { QueueUrl: to, MessageBody: Body });
      }
      await parts.sqs('AmazonSQS.DeleteMessageBatch', {
        QueueUrl: from,
        Entries: Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
      });
      moved += Messages.length;
    }
  };
}

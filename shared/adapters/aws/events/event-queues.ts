import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import type { Reactor } from '#shared/contracts/events/consumers.ts';
import { toEnvelope } from '../../../contracts/events/envelope.ts';
import type { EventQueues, OutboxEvent } from '../../../ports/outbox.ts';

/** What SQS takes at a time. Ten events are far from its limit of bytes: they hold ids and codes of bounded length. */
const messagesPerBatch = 10;

interface Delivery {
  event: OutboxEvent;
  reactor: string;
}

/** Sends to all queues at once, each in batches. The answer names what SQS did not take, for whatever reason. */
export function eventQueues(sqs: SQSClient, urls: Readonly<Record<Reactor, string>>): EventQueues {
  const sendBatch = async (url: string, batch: readonly Message[]): Promise<Delivery[]> => {
    try {
      const answer = await sqs.send(
        new SendMessageBatchCommand({ QueueUrl: url, Entries: batch.map((message) => message.entry) }),
      );
      const taken = new Set((answer.Successful ?? []).map((entry) => entry.Id));
      return batch.filter((message) => !taken.has(message.entry.Id)).map((message) => message.delivery);
    } catch {
      // Nobody knows whether any of it arrived. Sending twice is harmless; never sending is not.
      return batch.map((message) => message.delivery);
    }
  };

  return {
    send: async (deliveries) => {
      const byReactor = Map.groupBy(deliveries, (delivery) => delivery.reactor);
      const failed = await Promise.all(
        [...byReactor].flatMap(([reactor, ofReactor]) => {
          const url = urls[reactor as Reactor] as string | undefined;
          if (url === undefined) return [Promise.resolve(ofReactor)];
          return batches(ofReactor.map(messageOf)).map((batch) => sendBatch(url, batch));
        }),
      );
      return { failed: failed.flat() };
    },
  };
}

interface Message {
  delivery: Delivery;
  entry: SendMessageBatchRequestEntry;
}

function messageOf(delivery: Delivery, position: number): Message {
  const body = JSON.stringify(toEnvelope(delivery.event));
  return { delivery, entry: { Id: String(position), MessageBody: body } };
}

function batches(messages: readonly Message[]): Message[][] {
  const starts = messages.map((_, at) => at).filter((at) => at % messagesPerBatch === 0);
  return starts.map((at) => messages.slice(at, at + messagesPerBatch));
}

import type { SQSEvent } from 'aws-lambda';
import type { QueuePlan, QueueSource } from '../template/blueprint.ts';
import type { Courtesy } from '../services/yield-to-requests.ts';
import type { EngineClient } from '../engines/engine-call.ts';
import type { Functions } from '../functions/function-processes.ts';

/** Feeds one function from one queue, as Lambda's event source does. */
export interface RunningQueueSource {
  queue: QueuePlan;
  /** Batches taken and not yet finished. */
  busy: () => number;
  stop: () => Promise<void>;
}

interface Received {
  MessageId: string;
  ReceiptHandle: string;
  Body: string;
  MD5OfBody: string;
  Attributes?: Record<string, string>;
}

/**
 * One receiver for each queue, by long polling, so that a message starts its function within milliseconds. Batches run
 * side by side up to the source's limit. What the function did not do stays invisible until its time is over. Then it
 * comes again or goes to the dead letters: the engine counts.
 */
export function runQueueSource(
  source: QueueSource,
  queue: QueuePlan,
  parts: {
    functions: Functions;
    courtesy: Courtesy;
    sqs: EngineClient;
    queueUrl: string;
    region: string;
    say: (line: string) => void;
  },
): RunningQueueSource {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();

  const receive = async (wait: number, most: number): Promise<Received[]> => {
    const answer = await parts.sqs<{ Messages?: Received[] }>(
      'AmazonSQS.ReceiveMessage',
      {
        QueueUrl: parts.queueUrl,
        MaxNumberOfMessages: Math.min(10, most),
        WaitTimeSeconds: wait,
        MessageSystemAttributeNames: ['All'],
      },
      stopping.signal,
    );
    return answer.Messages ?? [];
  };

  /** A batch is what the queue has. With a window, it is also what comes within that window. */
  const takeBatch = async (): Promise<Received[]> => {
    const batch = await receive(20, source.batchSize);
    const endsAt = performance.now() + source.windowMs;
    while (batch.length > 0 && batch.length < source.batchSize && performance.now() < endsAt) {
      const seconds = Math.min(20, Math.max(1, Math.ceil((endsAt - performance.now()) / 1000)));
      batch.push(...(await receive(seconds, source.batchSize - batch.length)));
    }
    return batch;
  };

  const run = async (batch: readonly Received[]): Promise<void> => {
    const outcome = await parts.functions.invoke(source.functionArn, queueEvent(batch, source.queueArn, parts.region));
    const failed = outcome.ok
      ? failures(outcome.value, batch, source.partialFailures)
      : new Set(batch.map(({ MessageId }) => MessageId));
    const done = batch.filter(({ MessageId }) => !failed.has(MessageId));
    for (let from = 0; from < done.length; from += 10) {
      await parts.sqs('AmazonSQS.DeleteMessageBatch', {
        QueueUrl: parts.queueUrl,
        Entries: done.slice(from, from + 10).map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle })),
      });
    }
  };

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      while (underWay.size >= source.maximumConcurrency) await Promise.race(underWay);
      // What would have to wait for its turn waits in the queue, where more joins it.
      await parts.courtesy.letAhead();
      try {
        const batch = await takeBatch();
        if (batch.length === 0) continue;
        const running: Promise<void> = run(batch)
          // What was not deleted comes again. The function must be able to bear that anyway.
          .catch((error: unknown) => parts.say(`Messages of ${queue.name} were done but not deleted: ${String(error)}`))
          .finally(() => underWay.delete(running));
        underWay.add(running);
      } catch {
        // The engine is being started again. It is asked until it answers.
        if (!stopping.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  const looping = loop();

  return {
    queue,
    busy: () => underWay.size,
    stop: async () => {
      stopping.abort();
      await looping;
      await Promise.all(underWay);
    },
  };
}

function queueEvent(batch: readonly Received[], queueArn: string, region: string): SQSEvent {
  return {
    Records: batch.map((message) => ({
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: {
        ApproximateReceiveCount: message.Attributes?.['ApproximateReceiveCount'] ?? '1',
        SentTimestamp: message.Attributes?.['SentTimestamp'] ?? '0',
        SenderId: message.Attributes?.['SenderId'] ?? '',
        ApproximateFirstReceiveTimestamp: message.Attributes?.['ApproximateFirstReceiveTimestamp'] ?? '0',
      },
      messageAttributes: {},
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: region,
    })),
  };
}

/**
 * The ids that the function says it did not do. As in Lambda, an answer in the wrong form fails the whole batch. So
 * does an answer that names a message outside the batch.
 */
export function failures(value: unknown, batch: readonly { MessageId: string }[], isReported: boolean): Set<string> {
  const all = new Set(batch.map(({ MessageId }) => MessageId));
  if (!isReported || value === null || value === undefined || value === '') return new Set();
  const items = (value as { batchItemFailures?: unknown }).batchItemFailures;
  if (items === null || items === undefined) return new Set();
  if (!Array.isArray(items)) return all;
  const ids = items.map((item: { itemIdentifier?: unknown }) => item.itemIdentifier);
  return ids.every((id): id is string => typeof id === 'string' && all.has(id)) ? new Set(ids) : all;
}

import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryQueues, type Entry } from '#test/sim/database/memory-queues.ts';

interface Received {
  id: string | undefined;
  body: string | undefined;
  receives: number;
}
/** The queues of the suites: a real engine, or those in memory that the simulator runs on. */
interface Queues {
  send: (queue: string, entries: readonly Entry[]) => Promise<unknown>;
  receive: (queue: string, most?: number) => Promise<Received[]>;
  stop: () => Promise<void>;
}

/** In `patient` what is received stays hidden, in `impatient` it is there again at once, and goes away the third time. */
const visibility = { patient: 30, impatient: 0, dead: 30 } as const;
const mostReceives = 2;

function memoryQueues(): Queues {
  const now = Date.UTC(2026, 10, 20);
  const queues = new MemoryQueues(
    Object.entries(visibility).map(([name, seconds]) => ({
      name,
      url: name,
      visibilityMs: seconds * 1000,
      retentionMs: Infinity,
      ...(name === 'impatient' ? { deadLetters: { name: 'dead', after: mostReceives } } : {}),
    })),
  );
  return {
    send: async (QueueUrl, Entries) => {
      const { queue, entries } = queues.entriesOf({ QueueUrl, Entries });
      for (const { MessageBody } of entries) queues.put(queue, MessageBody, now);
    },
    receive: async (queue, most = 10) =>
      queues
        .take(queue, queues.visible(queue, now).slice(0, most), now, () => false)
        .map(({ id, body, receives }) => ({ id, body, receives })),
    stop: async () => undefined,
  };
}

async function engineQueues(): Promise<Queues> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const sqs = new SQSClient({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const urls = new Map<string, string>();
  for (const [name, seconds] of Object.entries(visibility).toReversed()) {
    const redrive = { deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:dead', maxReceiveCount: mostReceives };
    const { queueUrl } = server.createQueue(name, {
      attributes: {
        VisibilityTimeout: String(seconds),
        ...(name === 'impatient' ? { RedrivePolicy: JSON.stringify(redrive) } : {}),
      },
    });
    urls.set(name, queueUrl);
  }
  const url = (name: string): string => urls.get(name) ?? `http://127.0.0.1:${server.port}/000000000000/${name}`;
  return {
    send: (queue, Entries) => sqs.send(new SendMessageBatchCommand({ QueueUrl: url(queue), Entries: [...Entries] })),
    receive: async (queue, most = 10) => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: url(queue),
          MaxNumberOfMessages: most,
          MessageSystemAttributeNames: ['ApproximateReceiveCount'],
        }),
      );
      return Messages.map(({ MessageId, Body, Attributes }) => ({
        id: MessageId,
        body: Body,
        receives: Number(Attributes?.['ApproximateReceiveCount']),
      }));
    },
    stop: async () => {
      sqs.destroy();
      await server.stop();
    },
  };
}

let queues: Queues;
beforeAll(async () => {
  queues = process.env['BESA_DATABASE'] === 'memory' ? memoryQueues() : await engineQueues();
});
afterAll(() => queues.stop());

const entries = (count: number, body = 'a'): Entry[] =>
  Array.from({ length: count }, (_, one) => ({ Id: `entry-${one}`, MessageBody: body }));

describe('A batch', () => {
  it.each<[string, string, string, Entry[]]>([
    ['of none', 'EmptyBatchRequest', 'patient', []],
    ['of eleven', 'TooManyEntriesInBatchRequest', 'patient', entries(11)],
    ['with two entries of one name', 'BatchEntryIdsNotDistinct', 'patient', [...entries(1), ...entries(1)]],
    ['with a name that is none', 'InvalidBatchEntryId', 'patient', [{ Id: 'a#1', MessageBody: 'a' }]],
    ['of more than a megabyte', 'BatchRequestTooLong', 'patient', entries(2, 'x'.repeat(600 * 1024))],
    ['to a queue that there is not', 'QueueDoesNotExist', 'nowhere', entries(1)],
  ])('%s is refused: %s', async (_, name, queue, batch) => {
    await expect(queues.send(queue, batch)).rejects.toMatchObject({ name });
    expect(await queues.receive('patient')).toEqual([]);
  });
});

describe('A message', () => {
  it('is there once for each entry, and out of sight for others once received', async () => {
    await queues.send('patient', entries(10, 'one of ten'));
    const received = [...(await queues.receive('patient', 6)), ...(await queues.receive('patient', 10))];
    expect(received.map(({ body, receives }) => [body, receives])).toEqual(entries(10).map(() => ['one of ten', 1]));
    expect(new Set(received.map(({ id }) => id)).size).toBe(10);
    expect(await queues.receive('patient')).toEqual([]);
  });

  it('that nobody is done with comes again, counts how often, and ends as the same among the dead letters', async () => {
    await queues.send('impatient', entries(1, 'nobody likes it'));
    const [first] = await queues.receive('impatient');
    const [second] = await queues.receive('impatient');
    expect([first?.receives, second?.receives]).toEqual([1, 2]);
    expect(second?.id).toBe(first?.id);
    expect(await queues.receive('impatient')).toEqual([]);
    const [dead] = await queues.receive('dead');
    expect(dead).toMatchObject({ id: first?.id, body: 'nobody likes it' });
  });
});

import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { startFauxqs, type FauxqsServer } from 'fauxqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reactors, type Reactor } from '#shared/contracts/events/consumers.ts';
import { eventQueues } from '#shared/adapters/aws/events/event-queues.ts';
import { parseEnvelope } from '#shared/contracts/events/parse-envelope.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { anEvent, randomId } from '#test/support/new-case.ts';

let server: FauxqsServer;
let sqs: SQSClient;
let urls: Record<Reactor, string>;

beforeAll(async () => {
  server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  sqs = new SQSClient({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  for (const reactor of reactors) server.deleteQueue(reactor);
  urls = Object.fromEntries(reactors.map((reactor) => [reactor, server.createQueue(reactor).queueUrl])) as Record<
    Reactor,
    string
  >;
});

const received = (): CaseEvent => anEvent({ caseId: randomId() });
const on = (reactor: Reactor): CaseEvent[] =>
  (server.inspectQueue(reactor)?.messages.ready ?? []).map((message) => parseEnvelope(message.body));

describe('The queues', () => {
  it('take each event for each reactor named with it', async () => {
    const [one, two] = [received(), received()];
    const answer = await eventQueues(sqs, urls).send([
      { event: one, reactor: 'triage' },
      { event: one, reactor: 'notification' },
      { event: two, reactor: 'triage' },
    ]);
    expect(answer).toEqual({ failed: [] });
    expect(on('triage')).toEqual([one, two]);
    expect(on('notification')).toEqual([one]);
    expect(on('sla-timer')).toEqual([]);
  });

  it('take more events than fit one batch', async () => {
    const events = Array.from({ length: 25 }, received);
    const answer = await eventQueues(sqs, urls).send(events.map((event) => ({ event, reactor: 'triage' })));
    expect(answer).toEqual({ failed: [] });
    expect(on('triage')).toHaveLength(25);
    expect(new Set(on('triage').map(({ caseId }) => caseId)).size).toBe(25);
  });

  it('send nothing when there is nothing to send', async () => {
    expect(await eventQueues(sqs, urls).send([])).toEqual({ failed: [] });
  });

  it('answer with what a missing queue did not take, and take the rest', async () => {
    const event = received();
    server.deleteQueue('notification');
    const answer = await eventQueues(sqs, urls).send([
      { event, reactor: 'triage' },
      { event, reactor: 'notification' },
    ]);
    expect(answer).toEqual({ failed: [{ event, reactor: 'notification' }] });
    expect(on('triage')).toEqual([event]);
  });

  it('answer with an event for a reactor that has no queue', async () => {
    const event = received();
    const answer = await eventQueues(sqs, urls).send([{ event, reactor: 'no-such-reactor' }]);
    expect(answer).toEqual({ failed: [{ event, reactor: 'no-such-reactor' }] });
  });
});

describe('A queue that fails', () => {
  const send = (failing: SQSClient, events: CaseEvent[]) =>
    eventQueues(failing, urls).send(events.map((event) => ({ event, reactor: 'triage' })));

  it('for some messages of a batch is answered with these alone', async () => {
    const failing = new SQSClient({ region: 'us-east-1' });
    mockClient(failing)
      .on(SendMessageBatchCommand)
      .callsFake(({ Entries }: { Entries: { Id: string }[] }) => ({
        Successful: Entries.filter((_, n) => n !== 1).map(({ Id }) => ({ Id })),
        Failed: [{ Id: Entries[1]?.Id, Code: 'InternalError', SenderFault: false }],
      }));
    const events = [received(), received(), received()];
    expect(await send(failing, events)).toEqual({ failed: [{ event: events[1], reactor: 'triage' }] });
  });

  it('altogether is answered with everything, and never throws', async () => {
    const failing = new SQSClient({ region: 'us-east-1' });
    mockClient(failing).on(SendMessageBatchCommand).rejects(new Error('connection reset'));
    const events = Array.from({ length: 12 }, received);
    const { failed } = await send(failing, events);
    expect(failed.map(({ event }) => event)).toEqual(events);
  });

  it('to name a message at all is answered with it: only what was said to be taken was taken', async () => {
    const failing = new SQSClient({ region: 'us-east-1' });
    mockClient(failing).on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
    const events = [received()];
    expect(await send(failing, events)).toEqual({ failed: [{ event: events[0], reactor: 'triage' }] });
  });

  it('gets batches of at most ten messages', async () => {
    const watched = new SQSClient({ region: 'us-east-1' });
    const mock = mockClient(watched);
    mock.on(SendMessageBatchCommand).callsFake(({ Entries }: { Entries: { Id: string }[] }) => ({
      Successful: Entries.map(({ Id }) => ({ Id })),
    }));
    expect(await send(watched, Array.from({ length: 25 }, received))).toEqual({ failed: [] });
    const sizes = mock.commandCalls(SendMessageBatchCommand).map((call) => call.args[0].input.Entries?.length);
    expect(sizes).toEqual([10, 10, 5]);
  });
});

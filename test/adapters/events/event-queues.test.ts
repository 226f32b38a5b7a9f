import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { startFauxqs, type FauxqsServer } from 'fauxqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reactors, type Reactor } from '#shared/contracts/events/consumers.ts';
import { eventQueues } from '#shared/adapters/aws/events/event-queues.ts';
import { parseEnvelope } from '#shared/contracts/events/parse-envelope.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import type { OutboxEvent } from '#shared/ports/outbox.ts';
import { anEvent, ofOutbox, randomId } from '#test/support/new-case.ts';

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

const received = (): OutboxEvent => ofOutbox(anEvent({ caseId: randomId() }));
const bodiesOn = (reactor: Reactor): string[] =>
  (server.inspectQueue(reactor)?.messages.ready ?? []).map((message) => message.body);
const on = (reactor: Reactor) => bodiesOn(reactor).map((body) => parseEnvelope(body));
/** The same event as its reactor reads it. */
function read(sent: OutboxEvent): CaseEvent {
  const { version: _, awaits: __, ...event } = sent;
  return event;
}

describe('The queues', () => {
  it('take each event for each reactor named with it', async () => {
    const [one, two] = [received(), received()];
    const answer = await eventQueues(sqs, urls).send([
      { event: one, reactor: 'triage' },
      { event: one, reactor: 'notification' },
      { event: two, reactor: 'triage' },
    ]);
    expect(answer).toEqual({ failed: [] });
    expect(on('triage')).toEqual([one, two].map(read));
    expect(on('notification')).toEqual([read(one)]);
    expect(on('sla-timer')).toEqual([]);
  });

  it('get each event in the version in which it was written, with all that was written', async () => {
    const event = { ...received(), version: 7, data: { ofNewer: 'x' } } as unknown as OutboxEvent;
    await eventQueues(sqs, urls).send([{ event, reactor: 'triage' }]);
    expect(bodiesOn('triage').map((body) => JSON.parse(body) as object)).toEqual([
      expect.objectContaining({
        type: 'besa.case.received.v7',
        data: { actor: 'reporter', number: 1, ofNewer: 'x' },
      }),
    ]);
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
    expect(on('triage')).toEqual([read(event)]);
  });

  it('answer with an event for a reactor that has no queue', async () => {
    const event = received();
    const answer = await eventQueues(sqs, urls).send([{ event, reactor: 'no-such-reactor' }]);
    expect(answer).toEqual({ failed: [{ event, reactor: 'no-such-reactor' }] });
  });
});

describe('A queue that fails', () => {
  const send = (failing: SQSClient, events: OutboxEvent[]) =>
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

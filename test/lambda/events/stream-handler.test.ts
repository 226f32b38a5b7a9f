import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { eventFrom, eventRow } from '#shared/adapters/aws/events/event-row.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { streamHandler } from '#shared/lambda/events/stream-handler.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { anEvent, randomId } from '#test/support/new-case.ts';

const lines = catchLog();

const record = (event: CaseEvent, SequenceNumber: string): DynamoDBRecord =>
  ({ eventName: 'INSERT', dynamodb: { NewImage: eventRow(event), SequenceNumber } }) as DynamoDBRecord;
const received = (): CaseEvent => anEvent({ caseId: randomId() });

describe('The stream of events', () => {
  it('hands over each event as it was written', async () => {
    const events = [received(), received()];
    const got: CaseEvent[] = [];
    const answer = await streamHandler(eventFrom, async (batch) => {
      got.push(...batch);
      return { failed: [] };
    })({ Records: events.map((event, n) => record(event, String(n))) });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(got).toEqual(events);
  });

  it('is read on from the first event that failed, in its own order', async () => {
    const events = [received(), received(), received(), received()] as const;
    const answer = await streamHandler(eventFrom, async () => ({ failed: [events[3], events[1]] }))({
      Records: events.map((event, n) => record(event, `10${n}`)),
    });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '101' }] });
  });

  it('is read on from the beginning when nothing could be relayed', async () => {
    const answer = await streamHandler(eventFrom, async () => {
      throw new Error('kanarina');
    })({ Records: [record(received(), '7'), record(received(), '8')] });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
    expect(JSON.stringify(lines())).not.toContain('kanarina');
  });

  it('does not stop at a record that is no event: the others are relayed, that one is reported', async () => {
    const event = received();
    const got: CaseEvent[] = [];
    const broken = { eventName: 'INSERT', dynamodb: { NewImage: { pk: { NULL: true } }, SequenceNumber: '8' } };
    const answer = await streamHandler(eventFrom, async (batch) => {
      got.push(...batch);
      return { failed: [] };
    })({ Records: [record(event, '7'), broken as unknown as DynamoDBRecord] });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '8' }] });
    expect(got).toEqual([event]);
  });

  it('logs what went wrong with how many events, and which record it could not read', async () => {
    const fail = streamHandler(eventFrom, async () => {
      throw new TypeError('x');
    });
    await fail({ Records: [record(received(), '1'), record(received(), '2')] });
    await fail({ Records: [{ eventName: 'INSERT', dynamodb: { SequenceNumber: '3' } }] });
    expect(lines()).toEqual([
      expect.objectContaining({ code: 'event_failed', errorName: 'TypeError', count: 2 }),
      expect.objectContaining({ code: 'record_unreadable', errorName: expect.stringMatching(/Error$/) as string }),
      expect.objectContaining({ code: 'event_failed', count: 0 }),
    ]);
  });

  it('is read again as a whole when a record at fault has no place in it', async () => {
    const broken = { eventName: 'INSERT', dynamodb: {} } as DynamoDBRecord;
    await expect(streamHandler(eventFrom, async () => ({ failed: [] }))({ Records: [broken] })).rejects.toThrow(
      'no sequence number',
    );
  });
});

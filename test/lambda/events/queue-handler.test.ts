import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { eventId, type CaseEvent } from '#shared/domain/case/events.ts';
import { queueHandler } from '#shared/lambda/events/queue-handler.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import { log } from '#shared/lambda/log/log.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { anEvent, envelopeOf, randomId } from '#test/support/new-case.ts';

const lines = catchLog();

const message = (body: string, messageId = randomId()): SQSRecord => ({ body, messageId }) as SQSRecord;
const carrying = (event: CaseEvent): SQSRecord => message(JSON.stringify(envelopeOf(event)));
const received = (): CaseEvent => anEvent({ caseId: randomId() });

function doneRows() {
  const written: { caseId: string; reactor: string; eventId: string }[] = [];
  return {
    written,
    writeDone: async (caseId: string, done: { reactor: string; eventId: string }) => {
      written.push({ caseId, ...done });
      return { written: true };
    },
  };
}

async function handle(records: SQSRecord[], react: (event: CaseEvent) => Promise<Reaction>) {
  const cases = doneRows();
  const { batchItemFailures } = await queueHandler('triage', () => react, cases)({ Records: records });
  const failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return { failed: records.filter(({ messageId }) => failed.includes(messageId)), done: cases.written };
}

describe('A reactor behind its queue', () => {
  it('gets each event as it was sent', async () => {
    const events = [received(), received()];
    const got: CaseEvent[] = [];
    const { failed } = await handle(events.map(carrying), async (event) => {
      got.push(event);
      return { outcome: 'done' };
    });
    expect(failed).toEqual([]);
    expect(got).toEqual(events);
  });

  it('has its DONE row written for what it ignores, and only for that', async () => {
    const [ignored, done] = [received(), received()];
    const answer = await handle([ignored, done].map(carrying), async (event) =>
      event.caseId === ignored.caseId ? { outcome: 'ignored', reason: 'case_over' } : { outcome: 'done' },
    );
    expect(answer.failed).toEqual([]);
    expect(answer.done).toEqual([{ caseId: ignored.caseId, reactor: 'triage', eventId: eventId(ignored) }]);
  });

  it('writes nothing of a case that is gone, and lets go of its message', async () => {
    const answer = await handle([carrying(received())], async () => ({ outcome: 'ignored', reason: 'case_gone' }));
    expect(answer).toEqual({ failed: [], done: [] });
  });

  it('does not acknowledge what it ignores when the DONE row cannot be written', async () => {
    const records = [carrying(received())];
    const { batchItemFailures } = await queueHandler(
      'triage',
      () => async () => ({ outcome: 'ignored', reason: 'case_over' }),
      {
        writeDone: async () => {
          throw new Error('The database is away.');
        },
      },
    )({ Records: records });
    expect(batchItemFailures).toEqual([{ itemIdentifier: records[0]?.messageId }]);
  });

  it('gets again what it asks for again, without a DONE row', async () => {
    const records = [carrying(received())];
    const answer = await handle(records, async () => ({ outcome: 'retry', reason: 'contended' }));
    expect(answer).toEqual({ failed: records, done: [] });
  });

  it('fails alone for a message that it throws on, and for each that cannot be read', async () => {
    const good = received();
    const [bad, known] = [received(), envelopeOf(received())];
    const records = [
      carrying(good),
      carrying(bad),
      message('{"kanarina":'),
      message('kanarina'),
      message('{}'),
      message(JSON.stringify({ ...known, type: 'kanarina' })),
      message(JSON.stringify({ ...known, data: { ...known.data, number: 'kanarina' } })),
    ];
    const reached: string[] = [];
    const { failed } = await handle(records, async (event) => {
      reached.push(event.caseId);
      if (event.caseId === bad.caseId) throw new TypeError('kanarina');
      return { outcome: 'done' };
    });
    expect(failed).toEqual(records.slice(1));
    expect(reached).toEqual([good.caseId, bad.caseId]);
    expect(JSON.stringify(lines())).not.toContain('kanarina');
    expect(lines().map(({ code }) => code)).toEqual(expect.arrayContaining(['event_unreadable', 'event_failed']));
  });

  it.each(['besa.case.received.v2', 'besa.case.of_the_future.v1'])(
    'lets go of what only a newer release knows, and takes it for done by nobody: %s',
    async (type) => {
      const event = received();
      const reached: CaseEvent[] = [];
      const { failed, done } = await handle([message(JSON.stringify({ ...envelopeOf(event), type }))], async (one) => {
        reached.push(one);
        return { outcome: 'done' };
      });
      expect({ failed, done, reached }).toEqual({ failed: [], done: [], reached: [] });
      expect(lines()).toEqual([
        expect.objectContaining({
          code: 'event_left',
          level: 'warning',
          reactor: 'triage',
          eventId: eventId(event),
          caseId: event.caseId,
        }),
      ]);
    },
  );

  it('gets an event without the members that only a newer release knows', async () => {
    const event = received();
    const sent = envelopeOf(event);
    const newer = { ...sent, ofNewer: 'x', data: { ...sent.data, ofNewer: 'x' } };
    const got: CaseEvent[] = [];
    const { failed } = await handle([message(JSON.stringify(newer))], async (one) => {
      got.push(one);
      return { outcome: 'done' };
    });
    expect({ failed, got }).toEqual({ failed: [], got: [event] });
  });

  it.each<[Reaction, object]>([
    [{ outcome: 'done' }, { code: 'event_done', level: 'info' }],
    [
      { outcome: 'ignored', reason: 'case_over' },
      { code: 'event_ignored', level: 'info', reason: 'case_over' },
    ],
    [
      { outcome: 'retry', reason: 'contended' },
      { code: 'event_to_retry', level: 'warning', reason: 'contended' },
    ],
  ])('logs what came of each event: %o', async (reaction, line) => {
    await handle([carrying(received())], async () => reaction);
    expect(lines()).toEqual([expect.objectContaining(line)]);
  });

  it('logs and measures what failed and what it could not read', async () => {
    const fail = async (): Promise<never> => {
      throw new TypeError('x');
    };
    const event = received();
    const ids = { reactor: 'triage', eventId: eventId(event), eventType: event.type, caseId: event.caseId };
    await handle([carrying(event)], fail);
    expect(lines()).toEqual([
      expect.objectContaining({ code: 'event_failed', errorName: 'TypeError', ...ids }),
      expect.objectContaining({ EventFailed: 1 }),
    ]);
    await handle([message('{')], fail);
    expect(lines().slice(2)).toEqual([
      expect.objectContaining({ code: 'event_unreadable', errorName: 'EventUnreadable', reactor: 'triage' }),
      expect.objectContaining({ EventUnreadable: 1 }),
    ]);
  });

  it('logs each message under its own ids, however they interleave', async () => {
    const events = [received(), received(), received()];
    await handle(events.map(carrying), async () => {
      await Promise.resolve();
      log('timer_ended');
      return { outcome: 'done' };
    });
    const logged = lines().filter(({ code }) => code === 'timer_ended');
    expect(logged.map((line) => [line['eventId'], line['reactor']])).toEqual(
      events.map((event) => [eventId(event), 'triage']),
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relayEvents } from '#functions/relay/relay-events.ts';
import { pendingEvents } from '#shared/adapters/aws/events/pending-events.ts';
import { relayMarks } from '#shared/adapters/aws/events/relay-marks.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { eventId, type CaseEvent } from '#shared/domain/case/events.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import type { EventQueues, OutboxEvent, RelayMarks } from '#shared/ports/outbox.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aNewCase, anEvent, ofOutbox, ownCase } from '#test/support/new-case.ts';

const lines = catchLog();
let database: Database;
beforeAll(async () => {
  database = await startDatabase('engine');
});
afterAll(() => database.stop());

const now = '2026-11-20T22:11:00.000Z';
const clock = { now: () => now };

async function written(type: CaseEvent['type'] = 'case.received'): Promise<OutboxEvent> {
  const of = ownCase();
  const event = anEvent(of, { type });
  await reportStore(database.db, database.tables).store(aNewCase({ case: of, events: [event], timers: [] }));
  return ofOutbox(event);
}
const sentAt = async (event: OutboxEvent): Promise<string | undefined> => {
  const { pending } = await pendingEvents(database.db, database.tables).writtenUpTo(now);
  return pending.find((one) => eventId(one.event) === eventId(event))?.sentAt;
};

/** Queues that refuse what they are told to, and remember what they took. */
function queues(refuses: (delivery: { event: OutboxEvent; reactor: string }) => boolean = () => false) {
  const taken: string[] = [];
  const port: EventQueues = {
    send: async (deliveries) => {
      taken.push(
        ...deliveries.filter((one) => !refuses(one)).map(({ event, reactor }) => `${reactor} ${eventId(event)}`),
      );
      return { failed: deliveries.filter(refuses) };
    },
  };
  return { ...port, taken };
}
const marks = (): RelayMarks => relayMarks(database.db, database.tables);

describe('The relay', () => {
  it('sends each event to all who consume it and marks it sent', async () => {
    const [received, triaged] = [await written(), await written('case.triaged')];
    const to = queues();
    expect(await relayEvents({ queues: to, marks: marks(), clock, log, measure })([received, triaged])).toEqual({
      failed: [],
    });
    expect(to.taken).toEqual([
      `triage ${eventId(received)}`,
      `sla-timer ${eventId(triaged)}`,
      `referral ${eventId(triaged)}`,
      `statistics ${eventId(triaged)}`,
      `notification ${eventId(triaged)}`,
    ]);
    expect([await sentAt(received), await sentAt(triaged)]).toEqual([now, now]);
  });

  it('marks no event that one of its consumers was not sent, and says so; the others are marked', async () => {
    const [received, triaged] = [await written(), await written('case.triaged')];
    const to = queues(({ reactor }) => reactor === 'notification');
    expect(await relayEvents({ queues: to, marks: marks(), clock, log, measure })([triaged, received])).toEqual({
      failed: [triaged],
    });
    expect([await sentAt(received), await sentAt(triaged)]).toEqual([now, undefined]);
    expect(lines()).toEqual([
      expect.objectContaining({ code: 'event_not_sent', eventId: eventId(triaged), reactor: 'notification' }),
      expect.objectContaining({ EventNotSent: 1 }),
    ]);
  });

  it('sends again when it is run again', async () => {
    const received = await written();
    const to = queues();
    const relay = relayEvents({ queues: to, marks: marks(), clock, log, measure });
    await relay([received]);
    const once = [...to.taken];
    expect(await relay([received])).toEqual({ failed: [] });
    expect(to.taken).toEqual([...once, ...once]);
  });

  it('passes over an event that nobody consumes', async () => {
    const read = await written('case.read');
    const to = queues();
    const noMarks: RelayMarks = {
      markSent: async () => {
        throw new Error('Nothing is to be marked.');
      },
    };
    expect(await relayEvents({ queues: to, marks: noMarks, clock, log, measure })([read])).toEqual({ failed: [] });
    expect(to.taken).toEqual([]);
  });

  it.each<[what: string, newer: Partial<Record<keyof OutboxEvent, unknown>>]>([
    ['type', { type: 'case.of_the_future' }],
    ['version', { version: 2 }],
  ])('leaves an event of a %s that only a newer release knows', async (_, newer) => {
    const [one, two] = [await written(), { ...(await written()), ...newer } as OutboxEvent];
    const to = queues();
    expect(await relayEvents({ queues: to, marks: marks(), clock, log, measure })([two, one])).toEqual({ failed: [] });
    expect(to.taken).toEqual([`triage ${eventId(one)}`]);
    expect([await sentAt(one), await sentAt(two)]).toEqual([now, undefined]);
  });

  it('sends to the reactors that are here what awaits one that is not', async () => {
    const event = { ...(await written()), awaits: ['triage', 'a-newer-one'] };
    const to = queues();
    expect(await relayEvents({ queues: to, marks: marks(), clock, log, measure })([event])).toEqual({ failed: [] });
    expect(to.taken).toEqual([`triage ${eventId(event)}`]);
    expect(await sentAt(event)).toBe(now);
  });

  it('reports an event whose mark could not be set, and marks the others', async () => {
    const [one, two] = [await written(), await written()];
    const failing: RelayMarks = {
      markSent: async (event, at) => {
        if (event.caseId === one.caseId) throw new Error('The database is away.');
        await marks().markSent(event, at);
      },
    };
    expect(await relayEvents({ queues: queues(), marks: failing, clock, log, measure })([one, two])).toEqual({
      failed: [one],
    });
    expect([await sentAt(one), await sentAt(two)]).toEqual([undefined, now]);
    expect(lines()).toEqual([
      expect.objectContaining({ code: 'event_not_sent', eventId: eventId(one), errorName: 'Error' }),
    ]);
  });
});

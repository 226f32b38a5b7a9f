import { DeleteItemCommand, GetItemCommand, UpdateItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { historyReader } from '#shared/adapters/aws/cases/history-reader.ts';
import { pendingEvents } from '#shared/adapters/aws/events/pending-events.ts';
import { relayMarks } from '#shared/adapters/aws/events/relay-marks.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { eventId, type CaseEvent } from '#shared/domain/case/events.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aNewCase, anEvent, ofOutbox, ownCase } from '#test/support/new-case.ts';
import type { PendingEvent } from '#shared/ports/outbox.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const outbox = () => pendingEvents(database.db, database.tables);
const at = (minute: number): string => new Date(Date.parse('2026-11-20T22:00:00Z') + minute * 60_000).toISOString();

async function written(...overrides: Parameters<typeof anEvent>[1][]): Promise<CaseEvent[]> {
  const of = ownCase();
  const events = overrides.map((more, position) => anEvent(of, { number: position + 1, ...more }));
  await reportStore(database.db, database.tables).store(aNewCase({ case: of, events, timers: [] }));
  return events;
}
const only = async (...overrides: Parameters<typeof anEvent>[1][]): Promise<CaseEvent> => {
  const [event] = await written(...overrides);
  if (event === undefined) throw new Error('No event was written.');
  return event;
};
const pendingOf = async (event: CaseEvent, upTo = at(9999)) =>
  (await outbox().writtenUpTo(upTo)).pending.filter((pending) => pending.event.caseId === event.caseId);
const rowOf = async ({ caseId, number }: CaseEvent) => {
  const { Item } = await database.db.send(
    new GetItemCommand({
      TableName: database.tables.caseEvents,
      Key: { pk: { S: `CASE#${caseId}` }, number: { N: String(number) } },
    }),
  );
  return Item;
};

const change = ({ caseId, number }: CaseEvent, UpdateExpression: string, values?: Record<string, AttributeValue>) =>
  database.db.send(
    new UpdateItemCommand({
      TableName: database.tables.caseEvents,
      Key: { pk: { S: `CASE#${caseId}` }, number: { N: String(number) } },
      UpdateExpression,
      ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
    }),
  );

describe('The history', () => {
  it('shows what a newer release wrote as unknown, and no member that it does not know', async () => {
    const ofNewer = { ofNewer: 'x' } as unknown as CaseEvent['data'];
    const [received, read, noted] = await written(
      { time: at(5), data: ofNewer },
      { type: 'case.read', actor: 'staff:staff-elira', time: at(6) },
      { type: 'case.noted', actor: 'staff:staff-elira', data: { note: 1 }, time: at(7) },
    );
    const type = { ':type': { S: 'case.of_the_future' } };
    await database.db.send(
      new UpdateItemCommand({
        TableName: database.tables.caseEvents,
        Key: { pk: { S: `CASE#${read?.caseId}` }, number: { N: '2' } },
        UpdateExpression: 'SET #type = :type',
        ExpressionAttributeNames: { '#type': 'type' },
        ExpressionAttributeValues: type,
      }),
    );
    await change(noted as CaseEvent, 'SET version = :version', { ':version': { N: '2' } });
    const history = await historyReader(database.db, database.tables).history(received?.caseId ?? '');
    expect(history).toEqual([
      { ...received, data: {} },
      { ...read, type: 'unknown', data: {} },
      { ...noted, type: 'unknown', data: {} },
    ]);
  });
});

describe('The outbox', () => {
  it('holds an event from its writing on', async () => {
    const event = await only({ time: at(5), traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` });
    expect(await pendingOf(event, at(4))).toEqual([]);
    expect(await pendingOf(event, at(5))).toEqual([{ event: ofOutbox(event), resent: 0 }]);
  });

  it('knows what was sent and how often again', async () => {
    const event = await only({ time: at(5) });
    await relayMarks(database.db, database.tables).markSent(event, at(6));
    expect(await pendingOf(event)).toEqual([{ event: ofOutbox(event), sentAt: at(6), resent: 0 }]);
    await outbox().markResent(event, at(21), 1);
    expect(await pendingOf(event)).toEqual([{ event: ofOutbox(event), sentAt: at(21), resent: 1 }]);
  });

  it('lets go of an event that is settled, and its history stays', async () => {
    const event = await only({ time: at(5) });
    await outbox().settle(event);
    expect(await pendingOf(event)).toEqual([]);
    // A relay that comes late marks it sent; that does not make it pending again.
    await relayMarks(database.db, database.tables).markSent(event, at(7));
    expect(await pendingOf(event)).toEqual([]);
    expect(await historyReader(database.db, database.tables).history(event.caseId)).toEqual([event]);
  });

  it('says of an event in which version it was written, and whom the release that wrote it awaits', async () => {
    const event = await only({ time: at(5) });
    expect(await rowOf(event)).toMatchObject({ version: { N: '1' }, awaits: { L: [{ S: 'triage' }] } });
    await change(event, 'SET version = :version, awaits = :awaits', {
      ':version': { N: '7' },
      ':awaits': { L: [{ S: 'triage' }, { S: 'a-newer-one' }] },
    });
    expect(await pendingOf(event)).toEqual([
      { event: { ...event, version: 7, awaits: ['triage', 'a-newer-one'] }, resent: 0 },
    ]);
  });

  it('reads rows of release 0.1.0, which say neither', async () => {
    const event = await only({ time: at(5) });
    await change(event, 'REMOVE version, awaits');
    expect(await pendingOf(event)).toEqual([{ event: ofOutbox(event), resent: 0 }]);
  });

  it('does not hold an event that nobody consumes', async () => {
    const [received, read] = await written({ time: at(5) }, { type: 'case.read', time: at(5) });
    expect((await pendingOf(received as CaseEvent)).map(({ event }) => event.type)).toEqual(['case.received']);
    expect(await rowOf(read as CaseEvent)).not.toHaveProperty('pendingPk');
  });

  it('makes no row of an event that was erased', async () => {
    const event = await only({ time: at(5) });
    await database.db.send(
      new DeleteItemCommand({
        TableName: database.tables.caseEvents,
        Key: { pk: { S: `CASE#${event.caseId}` }, number: { N: '1' } },
      }),
    );
    await outbox().markSent(event, at(6));
    await outbox().settle(event);
    expect(await rowOf(event)).toBeUndefined();
  });

  it('tells which consumers have done an event, by their DONE rows', async () => {
    const [received, triaged] = await written(
      { time: at(5) },
      {
        type: 'case.triaged',
        actor: 'besa:triage',
        time: at(6),
      },
    );
    const events = [received, triaged] as [CaseEvent, CaseEvent];
    const writer = caseWriter(database.db, database.tables);
    await writer.writeDone(events[0].caseId, { reactor: 'triage', eventId: eventId(events[0]) });
    await writer.writeDone(events[1].caseId, { reactor: 'notification', eventId: eventId(events[1]) });
    const done = await outbox().doneBy(events.map(ofOutbox));
    expect(done).toEqual(
      new Map([
        [eventId(events[0]), new Set(['triage'])],
        [eventId(events[1]), new Set(['notification'])],
      ]),
    );
  });

  it('is read oldest first over all cases, and says when the next event after an instant was written', async () => {
    const own = await startDatabase();
    try {
      const minutes = Array.from({ length: 30 }, (_, n) => (n * 11) % 30);
      for (const minute of minutes) {
        const of = ownCase();
        const events = [anEvent(of, { time: at(minute) })];
        await reportStore(own.db, own.tables).store(aNewCase({ case: of, events, timers: [] }));
      }
      const events = pendingEvents(own.db, own.tables);
      const all = await events.writtenUpTo(at(29));
      expect(all.pending.map(({ event }) => event.time)).toEqual(Array.from({ length: 30 }, (_, n) => at(n)));
      expect(all.nextWrittenAt).toBeUndefined();
      const some = await events.writtenUpTo(at(7));
      expect(some.pending.map(({ event }) => event.time)).toEqual(Array.from({ length: 8 }, (_, n) => at(n)));
      expect(some.nextWrittenAt).toBe(at(8));

      // With room for one event of a kind in each shard, urgent ones are found behind any number of others.
      const isUrgent = ({ event }: PendingEvent): boolean => event.time >= at(20);
      const bounded = await pendingEvents(own.db, own.tables, 1).writtenUpTo(at(29), isUrgent);
      const urgent = bounded.pending.findIndex((pending) => !isUrgent(pending));
      expect(urgent).toBeGreaterThan(0);
      expect(bounded.pending.slice(urgent).some(isUrgent)).toBe(false);
      expect(bounded.pending.length + bounded.passedOver).toBe(30);
    } finally {
      await own.stop();
    }
  });
});

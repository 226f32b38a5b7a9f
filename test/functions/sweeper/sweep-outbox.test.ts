import { PutItemCommand, UpdateItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { relayEvents } from '#functions/relay/relay-events.ts';
import { sweepOutbox } from '#functions/sweeper/sweep-outbox.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { pendingEvents } from '#shared/adapters/aws/events/pending-events.ts';
import { eventRow } from '#shared/adapters/aws/events/event-row.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { eventId, type CaseEvent } from '#shared/domain/case/events.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import { nearlyOverMs, type TimeLeft } from '#shared/lambda/time-left.ts';
import type { EventQueues, OutboxEvent } from '#shared/ports/outbox.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aNewCase, anEvent, ofOutbox, ownCase } from '#test/support/new-case.ts';

const lines = catchLog();
let database: Database;
let minute: number;
let taken: string[];
let refuses: boolean;
beforeEach(async () => {
  database = await startDatabase('engine');
  minute = 0;
  taken = [];
  refuses = false;
});
afterEach(() => database.stop());

const at = (minutes: number): string =>
  new Date(Date.parse('2026-11-20T22:00:00Z') + Math.round(minutes * 60_000)).toISOString();
const clock = { now: () => at(minute) };
const queues: EventQueues = {
  send: async (deliveries) => {
    if (refuses) return { failed: [...deliveries] };
    taken.push(...deliveries.map(({ event, reactor }) => `${reactor} ${eventId(event)}`));
    return { failed: [] };
  },
};
const outbox = () => pendingEvents(database.db, database.tables);
const sweep = (events = outbox(), timeLeft: TimeLeft = () => Infinity) =>
  sweepOutbox({ events, queues, clock, log, measure })(timeLeft);
const pending = async () => (await outbox().writtenUpTo(at(99_999))).pending;
const measured = (metric: string): unknown[] => lines().flatMap((line) => (metric in line ? [line[metric]] : []));

async function written(type: CaseEvent['type'], writtenAt: number): Promise<CaseEvent> {
  const of = ownCase();
  const event = anEvent(of, { type, time: at(writtenAt) });
  await reportStore(database.db, database.tables).store(aNewCase({ case: of, events: [event], timers: [] }));
  return event;
}
const doneBy = (reactor: string, event: CaseEvent) =>
  caseWriter(database.db, database.tables).writeDone(event.caseId, { reactor, eventId: eventId(event) });

/** Writes one attribute of an event's row, as another release has it. */
const set = (event: CaseEvent, name: string, value: AttributeValue) =>
  database.db.send(
    new UpdateItemCommand({
      TableName: database.tables.caseEvents,
      Key: { pk: { S: `CASE#${event.caseId}` }, number: { N: '1' } },
      UpdateExpression: 'SET #name = :value',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':value': value },
    }),
  );

describe('The sweeper', () => {
  it('with nothing pending has nothing to do, now or later', async () => {
    expect(await sweep()).toEqual({});
    expect(measured('OldestUndoneEventAge')).toEqual([0]);
  });

  it('leaves an event to the relay for a minute, then sends what was never sent', async () => {
    const event = await written('referral.dropped', 0);
    minute = 0.99;
    expect(await sweep()).toEqual({ nextAt: at(1) });
    expect(taken).toEqual([]);
    minute = 1;
    expect(await sweep()).toEqual({ nextAt: at(16) });
    expect(taken).toEqual([`referral ${eventId(event)}`]);
    expect(await pending()).toEqual([{ event: ofOutbox(event), sentAt: at(1), resent: 0 }]);
  });

  it.each(['type', 'time', 'actor', 'caseId'])(
    'sends what is beside a row without %s, and counts the row',
    async (missing) => {
      const event = await written('referral.dropped', 0);
      const { [missing]: _, ...row } = eventRow({ ...event, number: 99 });
      await database.db.send(new PutItemCommand({ TableName: database.tables.caseEvents, Item: row }));
      minute = 1;
      await sweep();
      expect(taken).toEqual([`referral ${eventId(event)}`]);
      expect(measured('EventsLeftUndone')).toEqual([1]);
    },
  );

  it('settles an event when all its consumers have done it, and not before', async () => {
    const event = await written('case.triaged', 0);
    await outbox().markSent(event, at(0));
    await doneBy('sla-timer', event);
    await doneBy('referral', event);
    await doneBy('statistics', event);
    minute = 2;
    expect(await sweep()).toEqual({ nextAt: at(15) });
    expect(await pending()).toHaveLength(1);
    await doneBy('notification', event);
    expect(await sweep()).toEqual({});
    expect(await pending()).toEqual([]);
    expect(taken).toEqual([]);
  });

  it('settles an event as soon as all have done it, and counts none younger than a minute as undone', async () => {
    const event = await written('referral.dropped', 0);
    minute = 0.5;
    expect(await sweep()).toEqual({ nextAt: at(1) });
    expect(measured('OldestUndoneEventAge')).toEqual([0]);
    await doneBy('referral', event);
    expect(await sweep()).toEqual({});
    expect(await pending()).toEqual([]);
    expect(taken).toEqual([]);
  });

  it('settles an event that was done though nobody marked it sent, and sends it to no one', async () => {
    const event = await written('referral.dropped', 0);
    await doneBy('referral', event);
    minute = 1;
    await sweep();
    expect(await pending()).toEqual([]);
    expect(taken).toEqual([]);
  });

  it('sends again after 15 minutes, only to those who have not done it, and ever more rarely', async () => {
    const event = await written('case.triaged', 0);
    await outbox().markSent(event, at(0));
    await doneBy('sla-timer', event);
    await doneBy('referral', event);
    await doneBy('statistics', event);
    const again = `notification ${eventId(event)}`;
    const resendings: number[] = [];
    for (minute = 1; minute <= 15 + 30 + 60 + 120; minute += 1) {
      await sweep();
      if (taken.length > resendings.length) resendings.push(minute);
    }
    expect(resendings).toEqual([15, 45, 105, 225]);
    expect(taken).toEqual([again, again, again, again]);
  });

  it('never lets more than six hours pass', async () => {
    const event = await written('referral.dropped', 0);
    await outbox().markResent(event, at(10), 40);
    minute = 20;
    expect(await sweep()).toEqual({ nextAt: at(10 + 6 * 60) });
  });

  it('rings at the third resending and at each one after it', async () => {
    const event = await written('referral.dropped', 0);
    await outbox().markSent(event, at(0));
    const rings: number[] = [];
    for (const next of [15, 45, 105, 225]) {
      minute = next;
      await sweep();
      rings.push(measured('EventStuck').length);
    }
    expect(rings).toEqual([0, 0, 1, 2]);
    expect(lines().filter(({ code }) => code === 'event_stuck')[0]).toMatchObject({
      eventId: eventId(event),
      count: 3,
    });
    expect(measured('EventResent')).toHaveLength(4);
  });

  it('tells how old the oldest undone event is', async () => {
    await written('referral.dropped', 0);
    await written('referral.dropped', 3);
    minute = 10;
    await sweep();
    expect(measured('OldestUndoneEventAge')).toEqual([600]);
  });

  it('tries again in the next sweep what no queue took', async () => {
    const event = await written('referral.dropped', 0);
    minute = 1;
    refuses = true;
    expect(await sweep()).toEqual({ nextAt: at(6) });
    expect(await pending()).toEqual([{ event: ofOutbox(event), resent: 0 }]);
    refuses = false;
    minute = 2;
    await sweep();
    expect(taken).toHaveLength(1);
  });

  it('repairs a relay that crashed between sending and marking', async () => {
    const event = await written('referral.dropped', 0);
    const crashing = {
      markSent: async () => {
        throw new Error('The relay was ended here.');
      },
    };
    await relayEvents({ queues, marks: crashing, clock, log, measure })([ofOutbox(event)]);
    expect(taken).toHaveLength(1);
    minute = 1;
    await sweep();
    expect(taken).toHaveLength(2);
    expect(await pending()).toEqual([{ event: ofOutbox(event), sentAt: at(1), resent: 0 }]);
  });

  it.each<[what: string, name: string, value: AttributeValue]>([
    ['type', 'type', { S: 'case.of_the_future' }],
    ['version', 'version', { N: '2' }],
  ])('leaves an event of a %s it does not know to a sweeper that does', async (_, name, value) => {
    const event = await written('referral.dropped', 0);
    await set(event, name, value);
    minute = 20;
    expect(await sweep()).toEqual({});
    expect(await pending()).toHaveLength(1);
    expect(taken).toEqual([]);
    expect(measured('EventsOfNewerRelease')).toEqual([1]);
    expect(measured('OldestUndoneEventAge')).toEqual([0]);
  });

  it('leaves its mark to an event that awaits a reactor it does not know, and settles it when that one has done it', async () => {
    const event = await written('referral.dropped', 0);
    await set(event, 'awaits', { L: [{ S: 'referral' }, { S: 'a-newer-one' }] });
    minute = 1;
    await sweep();
    expect(taken).toEqual([`referral ${eventId(event)}`]);
    expect(measured('EventsOfNewerRelease')).toEqual([0]);
    await doneBy('referral', event);
    minute = 20;
    expect(await sweep()).toEqual({});
    expect(await pending()).toHaveLength(1);
    expect(taken).toHaveLength(1);
    expect(measured('EventsOfNewerRelease')).toEqual([0, 1]);
    await doneBy('a-newer-one', event);
    await sweep();
    expect(await pending()).toEqual([]);
    expect(measured('EventsOfNewerRelease')).toEqual([0, 1, 0]);
  });

  it('goes on in the next sweep with what it had no time for', async () => {
    for (let n = 0; n < 201; n += 1) await written('referral.dropped', 0);
    minute = 1;
    let left = 40_000;
    // Each look at a slice takes half a minute, as with a slow database.
    const slow = {
      ...outbox(),
      doneBy: async (events: readonly OutboxEvent[]) => {
        left -= 40_000 - nearlyOverMs;
        return outbox().doneBy(events);
      },
    };
    expect(await sweep(slow, () => left)).toEqual({ nextAt: at(1) });
    expect(taken).toHaveLength(200);
    expect(measured('EventsLeftUndone')).toEqual([1]);
    minute = 2;
    await sweep();
    expect(taken).toHaveLength(201);
    expect(measured('EventsLeftUndone')).toEqual([1, 0]);
  });

  it('sends what is due before it looks at what only waits, however much that is', async () => {
    for (let n = 0; n < 201; n += 1) await written('referral.dropped', 0);
    minute = 1;
    await sweep();
    taken = [];
    // Younger than the 201 that were sent and wait for their consumers.
    const due = await written('referral.dropped', 0.5);
    minute = 2;
    let looks = 0;
    const counted = {
      ...outbox(),
      doneBy: async (events: readonly OutboxEvent[]) => {
        looks += 1;
        return outbox().doneBy(events);
      },
    };
    await sweep(counted, () => (looks === 0 ? Infinity : 0));
    expect(taken.every((sent) => sent.endsWith(eventId(due)))).toBe(true);
    expect(taken.length).toBeGreaterThan(0);
  });
});

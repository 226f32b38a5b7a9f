import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { countCase } from '#functions/statistics/count-case.ts';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { caseFacts } from '#shared/adapters/aws/figures/case-facts.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { consumersOf } from '#shared/contracts/events/consumers.ts';
import { changeCase, type ChangeParts } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { TimerId } from '#shared/domain/case/timer-id.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { fridayNight } from '#test/support/builders.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aNewCase, historyOf, ownCase, randomId } from '#test/support/new-case.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase('engine');
});
afterAll(() => database.stop());

const reactor = (between: () => Promise<void> | void = () => undefined, now = fridayNight) => {
  const { db, tables } = database;
  const facts = caseFacts(db, tables);
  return countCase({
    facts: {
      ...facts,
      record: async (...given) => {
        await between();
        return facts.record(...given);
      },
    },
    clock: { now: () => now },
    country: albania,
    newId: randomId,
  });
};

async function received(likenesses: string[] = []): Promise<Case> {
  const of = ownCase();
  await reportStore(database.db, database.tables).store(aNewCase({ case: of, likenesses }));
  return of;
}

async function change(of: Case, parts: ChangeParts): Promise<void> {
  const found = await caseReader(database.db, database.tables).load(of.caseId);
  if (found === undefined) throw new Error('The case is gone.');
  await caseWriter(database.db, database.tables).write(changeCase(found.case, parts, fridayNight));
}

const resolved = {
  set: { status: 'resolved', resolvedAt: fridayNight, handledAt: fridayNight, outcomes: ['advice_given'] },
  events: [{ type: 'case.resolved', actor: 'staff:staff-officer', data: {} }],
} as const satisfies ChangeParts;

const eventsOf = (of: Case) => historyOf(database.db, database.tables, of.caseId);

/** The facts there are, by id. */
async function factRows(): Promise<Map<string, string>> {
  const { Items = [] } = await database.db.send(
    new ScanCommand({ TableName: database.tables.facts, ConsistentRead: true }),
  );
  return new Map(Items.map((item) => [item['sk']?.S ?? '', JSON.stringify(item)]));
}

/** Facts that were not there before. */
async function factsSince(before: ReadonlyMap<string, string>): Promise<string[]> {
  return [...(await factRows())].flatMap(([id, fact]) => (before.has(id) ? [] : [fact]));
}

describe('Counting a case', () => {
  it('makes one row of it, that becomes what the case becomes', async () => {
    const before = await factRows();
    const of = await received(['URL#a', 'URL#b', 'LIKE#c'].map((blind) => blind + randomId()));
    const [first] = await eventsOf(of);
    if (first === undefined) throw new Error('It has no event.');
    expect(await reactor()(first)).toEqual({ outcome: 'done' });
    const [open] = await factsSince(before);
    expect(open).toContain('MONTH#2026-11');
    expect(open).toContain('"addresses":{"N":"2"}');
    expect(open).not.toContain('outcome');

    await change(of, resolved);
    for (const event of await eventsOf(of)) await reactor()(event);
    const after = await factsSince(before);
    expect(after).toHaveLength(1);
    expect(after[0]).toContain('advice_given');
    expect(after[0]).not.toContain(of.caseId);
    expect(after[0]).not.toContain(of.caseNumber);
  });

  it('twice, late, or by two workers at once counts it once', async () => {
    const before = await factRows();
    const of = await received();
    await change(of, resolved);
    const events = await eventsOf(of);
    const reactions = await Promise.all(
      [...events, ...events, ...events.toReversed()].map((event) => reactor()(event)),
    );
    expect(new Set(reactions.map(({ outcome }) => outcome))).toEqual(new Set(['done']));
    expect(await factsSince(before)).toHaveLength(1);
  });

  it('judges the promise by the time at which it counts: what nobody touched until then was missed', async () => {
    const before = await factRows();
    const of = await received();
    const [first] = await eventsOf(of);
    if (first === undefined) throw new Error('It has no event.');
    await reactor(undefined, plusMinutes(of.promise.handleBy, 1))(first);
    expect((await factsSince(before))[0]).toContain('"promise":{"S":"missed"}');
  });

  it('makes one row of each takedown notice, that becomes what the notice becomes and leads back to nothing', async () => {
    const before = await factRows();
    const of = await received();
    const notice = { platform: 'tiktok', way: 'reporting_form', sentBy: 'staff-officer', sentAt: fridayNight } as const;
    const sent = { type: 'notice.sent', actor: 'staff:staff-officer', data: { notice: 'tiktok-1' } } as const;
    const one = { ...notice, id: 'tiktok-1' };
    await change(of, { set: { notices: [one] }, events: [sent] });
    for (const event of await eventsOf(of)) await reactor()(event);
    const answered = { ...one, answer: 'kept_up' as const, answeredAt: plusMinutes(fridayNight, 200) };
    const two = { ...notice, id: 'tiktok-2' };
    await change(of, { set: { notices: [answered, two] }, events: [{ ...sent, data: { notice: 'tiktok-2' } }] });
    const events = await eventsOf(of);
    await Promise.all([...events, ...events].map((event) => reactor()(event)));

    const notices = (await factsSince(before)).filter((row) => row.includes('NOTICE#2026-Q4'));
    expect(notices).toHaveLength(2);
    expect(notices.filter((row) => row.includes('kept_up') && row.includes('"answerHours":{"N":"3"}'))).toHaveLength(1);
    for (const lead of [of.caseId, of.caseNumber, 'staff-officer', 'tiktok-1', fridayNight]) {
      expect(notices.join()).not.toContain(lead);
    }
  });

  it('counts a notice once, though two workers find it at the same time', async () => {
    const before = await factRows();
    const of = await received();
    const [first] = await eventsOf(of);
    if (first === undefined) throw new Error('It has no event.');
    await reactor()(first);
    const notice = {
      id: 'tiktok-1',
      platform: 'tiktok',
      way: 'email',
      sentBy: 'staff-officer',
      sentAt: fridayNight,
    } as const;
    const sent = { type: 'notice.sent', actor: 'staff:staff-officer', data: { notice: notice.id } } as const;
    await change(of, { set: { notices: [notice] }, events: [sent, { ...sent, type: 'notice.answered' }] });
    const [, second, third] = await eventsOf(of);
    if (second === undefined || third === undefined) throw new Error('It has no such event.');
    let isOvertaken = false;
    await reactor(async () => {
      if (isOvertaken) return;
      isOvertaken = true;
      await reactor()(third);
    })(second);
    expect(isOvertaken).toBe(true);
    expect((await factsSince(before)).filter((row) => row.includes('NOTICE#'))).toHaveLength(1);
  });

  it('hears a missed promise, and of other clocks nothing', async () => {
    const missed = async (timer: TimerId): Promise<[string, string | undefined]> => {
      const before = await factRows();
      const of = await received();
      await change(of, { set: {}, events: [{ type: 'sla.missed', actor: 'besa:escalation', data: { timer } }] });
      const [, event] = await eventsOf(of);
      if (event === undefined) throw new Error('It has no event.');
      const { outcome } = await reactor(undefined, plusMinutes(of.promise.resolveBy, 1))(event);
      return [outcome, (await factsSince(before))[0]];
    };
    const [outcome, fact] = await missed('1.promise_resolve.report');
    expect([outcome, fact]).toEqual(['done', expect.stringContaining('"promise":{"S":"missed"}')]);
    expect(consumersOf('sla.missed')).toContain('statistics');
    expect(await missed('1.handle.report')).toEqual(['ignored', undefined]);
    expect(await missed('1.referral_answer.referral-police-1')).toEqual(['ignored', undefined]);
  });

  it('goes on from the pointer that release 0.1.0 wrote', async () => {
    const { db, tables } = database;
    const of = await received();
    const [first] = await eventsOf(of);
    if (first === undefined) throw new Error('It has no event.');
    const pointer = { pk: `CASE#${of.caseId}`, sk: 'FACT', id: randomId(), month: '2026-11', revision: 1 };
    await db.send(new PutItemCommand({ TableName: tables.cases, Item: toRow(pointer) }));
    const before = await factRows();
    expect(await reactor()(first)).toEqual({ outcome: 'done' });
    expect(await factsSince(before)).toEqual([expect.stringContaining(pointer.id)]);
  });

  it('as it was read earlier never replaces what it was later', async () => {
    const before = await factRows();
    const of = await received();
    const [first] = await eventsOf(of);
    if (first === undefined) throw new Error('It has no event.');
    let overtaken = false;
    await reactor(async () => {
      if (overtaken) return;
      overtaken = true;
      await change(of, resolved);
      const [, second] = await eventsOf(of);
      if (second !== undefined) await reactor()(second);
    })(first);
    const [fact, ...others] = await factsSince(before);
    expect(others).toEqual([]);
    expect(fact).toContain('advice_given');
  });

  it('that is gone is left alone', async () => {
    const of = await received();
    const [first] = await eventsOf(of);
    if (first === undefined) throw new Error('It has no event.');
    expect(await reactor()({ ...first, caseId: randomId() })).toEqual({ outcome: 'ignored', reason: 'case_gone' });
  });

  it('that is gone is left alone whatever was missed: for any other reason, the row that says so would come back', async () => {
    const of = await received();
    const data = { timer: '1.handle.report' as const };
    await change(of, { set: {}, events: [{ type: 'sla.missed', actor: 'besa:escalation', data }] });
    const [, missed] = await eventsOf(of);
    if (missed === undefined) throw new Error('It has no event.');
    expect(await reactor()(missed)).toEqual({ outcome: 'ignored', reason: 'nothing_to_change' });
    expect(await reactor()({ ...missed, caseId: randomId() })).toEqual({ outcome: 'ignored', reason: 'case_gone' });
  });
});

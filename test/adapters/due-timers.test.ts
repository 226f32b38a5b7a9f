import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseReader } from '#shared/adapters/aws/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/case-writer.ts';
import { dueTimers } from '#shared/adapters/aws/due-timers.ts';
import { reportStore } from '#shared/adapters/aws/report-store.ts';
import { changeCase } from '#shared/domain/case-change.ts';
import { timerId, type Timer } from '#shared/domain/timer.ts';
import { aTimer } from '#test/support/builders.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aMail } from '#test/support/mails.ts';
import { aNewCase, ownCase } from '#test/support/new-case.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const at = (minute: number): string => new Date(Date.parse('2026-11-20T22:00:00Z') + minute * 60_000).toISOString();
const timers = () => dueTimers(database.db, database.tables);

async function caseWith(given: Timer[]): Promise<string> {
  const of = ownCase();
  await reportStore(database.db, database.tables).store(aNewCase({ case: of, timers: given }));
  return of.caseId;
}

describe('Due timers', () => {
  beforeEach(async () => {
    await database.stop();
    database = await startDatabase();
  });

  it('are found from the instant at which they are due, each with its case and severity', async () => {
    const caseId = await caseWith([
      aTimer({ kind: 'must_be_read', dueAt: at(10), severity: 'critical' }),
      aTimer({ kind: 'handle', dueAt: at(20) }),
    ]);
    expect(await timers().due(at(9))).toEqual([]);
    expect(await timers().due(at(10))).toEqual([
      { caseId, timer: '1.must_be_read.report', dueAt: at(10), severity: 'critical' },
    ]);
    expect(await timers().due(at(20))).toHaveLength(2);
  });

  it('about a message are told from those about the report', async () => {
    await caseWith([aTimer({ kind: 'must_be_read', subject: 'message-12', dueAt: at(1) })]);
    expect((await timers().due(at(1))).map(({ timer }) => timer)).toEqual(['1.must_be_read.message-12']);
  });

  it('are found over all shards, oldest first', async () => {
    const minutes = Array.from({ length: 40 }, (_, n) => (n * 17) % 40);
    for (const minute of minutes) await caseWith([aTimer({ dueAt: at(minute) })]);
    const due = await timers().due(at(39));
    expect(due.map(({ dueAt }) => dueAt)).toEqual(Array.from({ length: 40 }, (_, n) => at(n)));
  });

  it('are gone with the change that disarms them', async () => {
    const caseId = await caseWith([aTimer({ dueAt: at(1) })]);
    const loaded = await caseReader(database.db, database.tables).load(caseId);
    if (loaded === undefined) throw new Error('The case is not there.');
    const change = changeCase(loaded.case, { set: {}, events: [], timersDisarmed: loaded.timers.map(timerId) }, at(2));
    await caseWriter(database.db, database.tables).write(change);
    expect(await timers().due(at(60))).toEqual([]);
    expect(await timers().nextDueAt(at(0))).toBeUndefined();
  });

  it('that are armed anew are due at the new instant only', async () => {
    const caseId = await caseWith([aTimer({ dueAt: at(1) })]);
    const loaded = await caseReader(database.db, database.tables).load(caseId);
    if (loaded === undefined) throw new Error('The case is not there.');
    const change = changeCase(loaded.case, { set: {}, events: [], timersArmed: [aTimer({ dueAt: at(30) })] }, at(2));
    await caseWriter(database.db, database.tables).write(change);
    expect(await timers().due(at(29))).toEqual([]);
    expect(await timers().due(at(30))).toHaveLength(1);
  });

  it('are told from unsent mails, which share their index', async () => {
    const caseId = await caseWith([aTimer({ dueAt: at(5) })]);
    const mail = aMail({ caseId, eventId: `${caseId}#1`, retryAt: at(3) });
    await caseWriter(database.db, database.tables).writeDone(
      caseId,
      { reactor: 'notification', eventId: mail.eventId },
      [mail],
    );
    expect((await timers().due(at(5))).map(({ dueAt }) => dueAt)).toEqual([at(5)]);
    expect(await timers().nextDueAt(at(0))).toBe(at(3));
  });

  it('say when the next one is due, after the instant asked about', async () => {
    await caseWith([aTimer({ dueAt: at(5) })]);
    await caseWith([aTimer({ dueAt: at(7) })]);
    expect(await timers().nextDueAt(at(0))).toBe(at(5));
    expect(await timers().nextDueAt(at(5))).toBe(at(7));
    expect(await timers().nextDueAt(at(7))).toBeUndefined();
  });
});

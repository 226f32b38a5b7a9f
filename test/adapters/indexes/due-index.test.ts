import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { timerRow } from '#shared/adapters/aws/cases/rows.ts';
import { shardOf } from '#shared/adapters/aws/dynamo/shard.ts';
import { dueIndex } from '#shared/adapters/aws/indexes/due-index.ts';
import { mailRow } from '#shared/adapters/aws/mail/mail-row.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { timerId, type Timer } from '#shared/domain/case/timer-id.ts';
import type { Due } from '#shared/ports/due-index.ts';
import type { Mail } from '#shared/ports/mailbox.ts';
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
const find = (now: string, mailsUntil = now) => dueIndex(database.db, database.tables).upTo(now, mailsUntil);
const due = async (now: string, mailsUntil = now): Promise<Due> => {
  const { after: _, ...found } = await find(now, mailsUntil);
  return found;
};
const timers = async (now: string) => (await due(now)).timers;

/** A case with these timers, whose id is one that will do. */
async function caseWith(given: Timer[], isFit: (caseId: string) => boolean = () => true): Promise<string> {
  let of = ownCase();
  while (!isFit(of.caseId)) of = ownCase();
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
    expect(await timers(at(9))).toEqual([]);
    expect(await timers(at(10))).toEqual([
      { caseId, timer: '1.must_be_read.report', dueAt: at(10), severity: 'critical' },
    ]);
    expect(await timers(at(20))).toHaveLength(2);
  });

  it('about a message are told from those about the report', async () => {
    await caseWith([aTimer({ kind: 'must_be_read', subject: 'message-12', dueAt: at(1) })]);
    expect((await timers(at(1))).map(({ timer }) => timer)).toEqual(['1.must_be_read.message-12']);
  });

  it('are read anew where something was changed, and nowhere else', async () => {
    const changed = await caseWith([aTimer({ dueAt: at(1) })]);
    const other = await caseWith([aTimer({ dueAt: at(2) })], (caseId) => shardOf(caseId) !== shardOf(changed));
    const found = await find(at(5), at(30));
    const later = { ...aTimer({ dueAt: at(20) }) };
    for (const caseId of [changed, other]) {
      await database.db.send(new PutItemCommand({ TableName: database.tables.cases, Item: timerRow(caseId, later) }));
    }
    expect((await found.after([])).timers).toHaveLength(2);
    expect(await found.after([changed])).toMatchObject({ timers: [{ caseId: other }], nextAt: at(20) });
    expect((await found.after([changed, other])).timers).toEqual([]);
  });

  it('are found over all shards, oldest first', async () => {
    const minutes = Array.from({ length: 40 }, (_, n) => (n * 17) % 40);
    for (const minute of minutes) await caseWith([aTimer({ dueAt: at(minute) })]);
    const found = await timers(at(39));
    expect(found.map(({ dueAt }) => dueAt)).toEqual(Array.from({ length: 40 }, (_, n) => at(n)));
  });

  it('are gone with the change that disarms them', async () => {
    const caseId = await caseWith([aTimer({ dueAt: at(1) })]);
    const loaded = await caseReader(database.db, database.tables).load(caseId);
    if (loaded === undefined) throw new Error('The case is not there.');
    const change = changeCase(loaded.case, { set: {}, events: [], timersDisarmed: loaded.timers.map(timerId) }, at(2));
    await caseWriter(database.db, database.tables).write(change);
    expect(await timers(at(60))).toEqual([]);
    expect((await due(at(0))).nextAt).toBeUndefined();
  });

  it('that are armed anew are due at the new instant only', async () => {
    const caseId = await caseWith([aTimer({ dueAt: at(1) })]);
    const loaded = await caseReader(database.db, database.tables).load(caseId);
    if (loaded === undefined) throw new Error('The case is not there.');
    const change = changeCase(loaded.case, { set: {}, events: [], timersArmed: [aTimer({ dueAt: at(30) })] }, at(2));
    await caseWriter(database.db, database.tables).write(change);
    expect(await timers(at(29))).toEqual([]);
    expect(await timers(at(30))).toHaveLength(1);
  });

  it('are told from unsent mails, which share their index', async () => {
    const caseId = await caseWith([aTimer({ dueAt: at(5) })]);
    const mail = aMail({ caseId, eventId: `${caseId}#1`, retryAt: at(3) });
    await caseWriter(database.db, database.tables).writeDone(
      caseId,
      { reactor: 'notification', eventId: mail.eventId },
      [mail],
    );
    expect((await timers(at(5))).map(({ dueAt }) => dueAt)).toEqual([at(5)]);
    expect((await due(at(0))).nextAt).toBe(at(3));
  });

  it('say when the next one is due, after the instant asked about', async () => {
    await caseWith([aTimer({ dueAt: at(5) })]);
    await caseWith([aTimer({ dueAt: at(7) })]);
    expect((await due(at(0))).nextAt).toBe(at(5));
    expect((await due(at(5))).nextAt).toBe(at(7));
    expect((await due(at(7))).nextAt).toBeUndefined();
  });

  it('are read on past the first page of a shard, as far as any are due', async () => {
    // All of one case, and so in one shard.
    await caseWith(Array.from({ length: 70 }, (_, n) => aTimer({ subject: `message-${n}`, dueAt: at(n) })));
    expect((await timers(at(64))).map(({ dueAt }) => dueAt)).toEqual(Array.from({ length: 65 }, (_, n) => at(n)));
    expect((await due(at(64))).nextAt).toBe(at(65));
    expect((await due(at(69))).nextAt).toBeUndefined();
  });

  it('may be fewer than the mails that are looked at, which pause between two tries', async () => {
    const caseId = await caseWith([aTimer({ dueAt: at(5) })]);
    const mail = aMail({ caseId, eventId: `${caseId}#12`, retryAt: at(9) });
    await caseWriter(database.db, database.tables).writeDone(
      caseId,
      { reactor: 'notification', eventId: mail.eventId },
      [mail],
    );
    const found = { caseId, eventId: mail.eventId, to: mail.to, dueAt: at(9) };
    expect(await due(at(4), at(8))).toEqual({ timers: [], owed: [], mails: [], letters: [], nextAt: at(5) });
    expect(await due(at(4), at(9))).toEqual({ timers: [], owed: [], mails: [found], letters: [], nextAt: at(5) });
  });
});

describe('Cases with a mail that is due', () => {
  const withMail = (until: string) => dueIndex(database.db, database.tables).casesWithMail(until);
  const putMail = (mail: Mail) =>
    database.db.send(new PutItemCommand({ TableName: database.tables.cases, Item: mailRow(mail) }));
  beforeEach(async () => {
    await database.stop();
    database = await startDatabase();
  });

  it('are named from the very instant on, once each, and not for their timers', async () => {
    const caseId = await caseWith([aTimer({ dueAt: at(1) })]);
    expect(await withMail(at(5))).toEqual({ caseIds: new Set(), owedSince: new Map(), isAll: true });
    for (const to of ['one', 'other']) await putMail(aMail({ caseId, eventId: `${caseId}#2`, to, retryAt: at(10) }));
    expect(await withMail(at(9))).toEqual({ caseIds: new Set(), owedSince: new Map(), isAll: true });
    expect(await withMail(at(10))).toEqual({ caseIds: new Set([caseId]), owedSince: new Map(), isAll: true });
  });

  it('may be more than are named when very much is due, and then that is said', async () => {
    const caseId = ownCase().caseId;
    for (let n = 0; n < 101; n += 1)
      await putMail(aMail({ caseId, eventId: `${caseId}#2`, to: `person-${n}`, retryAt: at(n) }));
    expect(await withMail(at(200))).toMatchObject({ isAll: false });
    expect(await withMail(at(50))).toMatchObject({ isAll: true });
  });
});

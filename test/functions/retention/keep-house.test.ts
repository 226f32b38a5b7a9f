import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { letterRow } from '#shared/adapters/aws/mail/letter-row.ts';
import { mailRow } from '#shared/adapters/aws/mail/mail-row.ts';
import { historyReader } from '#shared/adapters/aws/cases/history-reader.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { albania } from '#shared/country/al/pack.ts';
import { changeCase, type ChangeParts } from '#shared/domain/case/case-change.ts';
import { plusDays, plusMinutes } from '#shared/domain/time/instant.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aReferral } from '#test/support/builders.ts';
import { aLivedCase, contentOf, house, receivedOn, resolvedOn, yearsLater } from '#test/support/kept-house.ts';
import { aMail } from '#test/support/mails.ts';
import { aNewCase, ownCase } from '#test/support/new-case.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase('memory');
});
beforeEach(async () => {
  await database.stop();
  database = await startDatabase('memory');
});
afterAll(() => database.stop());

const { warningDays, referredDays } = albania.retention;
const eraseOn = plusDays(resolvedOn, referredDays);
const tellOn = plusDays(eraseOn, -warningDays);

/** Runs every day at its instant; answers what each said. */
async function runOn(...days: string[]): Promise<(string | undefined)[]> {
  const said: (string | undefined)[] = [];
  for (const now of days) said.push((await house(database, { now }).run()).nextAt);
  return said;
}

const typesOf = async (of: { caseId: string }) =>
  (await historyReader(database.db, database.tables).history(of.caseId)).map(({ type }) => type);

async function change(of: { caseId: string }, parts: ChangeParts, at: string): Promise<void> {
  const found = await caseReader(database.db, database.tables).load(of.caseId);
  if (found === undefined) throw new Error('The case is gone.');
  const written = await caseWriter(database.db, database.tables).write(changeCase(found.case, parts, at));
  expect(written).toEqual({ written: true });
}

const isThere = async (of: { caseId: string }) =>
  (await caseReader(database.db, database.tables).load(of.caseId)) !== undefined;

describe('A case that has ended', () => {
  it('gets its date, its owner is told once before, and it is erased on the day', async () => {
    const { of } = await aLivedCase(database);
    expect(await runOn(plusDays(resolvedOn, 1))).toEqual([tellOn]);
    expect(await typesOf(of)).not.toContain('case.erasure_due');
    expect(await runOn(plusDays(tellOn, -1), tellOn, tellOn)).toEqual([tellOn, eraseOn, eraseOn]);
    expect((await typesOf(of)).filter((type) => type === 'case.erasure_due')).toHaveLength(1);
    await runOn(plusDays(eraseOn, -1));
    expect(await isThere(of)).toBe(true);
    await runOn(eraseOn);
    expect(await isThere(of)).toBe(false);
  });

  it('is looked at again by the next run whenever it changes: a hold keeps it, lifting it begins the notice anew', async () => {
    const { of } = await aLivedCase(database);
    await runOn(tellOn);
    const hold = { because: 'police_request', by: 'staff-officer', since: tellOn } as const;
    await change(of, { set: { hold }, events: [] }, tellOn);
    expect(await runOn(yearsLater)).toEqual([undefined]);
    expect(await isThere(of)).toBe(true);
    await change(of, { set: { hold: undefined, keeping: undefined }, events: [] }, yearsLater);
    expect(await runOn(yearsLater)).toEqual([plusDays(yearsLater, warningDays)]);
    expect(await isThere(of)).toBe(true);
    await runOn(plusDays(yearsLater, warningDays));
    expect(await isThere(of)).toBe(false);
  });

  it('is left alone once it is open again', async () => {
    const { of } = await aLivedCase(database);
    await runOn(tellOn);
    const reopened = { status: 'in_progress', resolvedAt: undefined, outcomes: [] } as const;
    await change(of, { set: { ...reopened, outcomes: [] }, events: [] }, tellOn);
    expect(await runOn(yearsLater)).toEqual([undefined]);
    expect(await isThere(of)).toBe(true);
  });
});

describe('Very many cases that are due', () => {
  const many = 1000;
  const left = async (): Promise<number> => {
    const rows = await contentOf(database, 'cases');
    return rows.filter((row) => row.includes('"META"')).length;
  };

  it('are all erased in one run that has time, and in the next ones when each has little; nothing is lost between', async () => {
    for (let n = 0; n < many; n += 1) await anEndedCase();
    await runOn(tellOn);
    const hurried = house(database, { now: eraseOn });
    let looks = 0;
    const { nextAt } = await hurried.run(() => ((looks += 1) <= 300 ? Infinity : 0));
    expect(nextAt).toBe(eraseOn);
    expect(hurried.measured).toContainEqual({ metric: 'KeepingLeftUndone', value: many - 300 });
    expect(await left()).toBe(many - 300);
    // Each is counted for the alarm that rings when a day has very many.
    const counted = hurried.measured.filter(({ metric }) => metric === 'CaseErased');
    expect(counted.reduce((sum, { value }) => sum + value, 0)).toBe(300);

    const next = house(database, { now: plusMinutes(eraseOn, 60) });
    expect(await next.run()).toEqual({ nextAt: plusMinutes(eraseOn, 20 * 60) });
    expect(next.measured).toContainEqual({ metric: 'KeepingLeftUndone', value: 0 });
    expect(await left()).toBe(0);
    expect(await contentOf(database, 'keys')).toEqual([]);
    expect(await contentOf(database, 'erasures')).toHaveLength(many);
  }, 120_000);
});

/** A case that ended; only what erasing looks at. */
async function anEndedCase(): Promise<void> {
  const of = ownCase({
    receivedAt: receivedOn,
    status: 'resolved',
    readAt: resolvedOn,
    resolvedAt: resolvedOn,
    outcomes: ['advice_given'],
    referrals: [aReferral({ institution: 'child_protection_unit', status: 'sent' })],
  });
  await reportStore(database.db, database.tables).store(aNewCase({ case: of, timers: [] }));
}

describe('Erasing', () => {
  it('leaves of a case a tombstone, the journal, and one row of figures without month, region or the old id', async () => {
    const { of, newCase, secrets } = await aLivedCase(database, {});
    const before = (await contentOf(database, 'facts'))[0] ?? '';
    expect(before).toContain('MONTH#2026-11');
    await runOn(tellOn, eraseOn, plusDays(eraseOn, 1));

    const everything: Record<string, string[]> = {};
    for (const table of ['cases', 'caseEvents', 'keys', 'facts', 'erasures'] as const) {
      everything[table] = await contentOf(database, table);
    }
    for (const secret of secrets) expect(JSON.stringify(everything)).not.toContain(secret);
    const { requestId } = newCase.request;
    expect(everything['cases']).toEqual([expect.stringContaining(requestId)]);
    expect(everything['cases']?.[0]).toContain('erased');
    expect(everything['caseEvents']).toEqual([]);
    expect(everything['keys']).toEqual([]);
    const [fact = '', ...tallies] = everything['facts'] ?? [];
    expect(fact).toContain('QUARTER#2026-Q4');
    expect(tallies).toEqual([expect.stringContaining('TALLY#2026-Q4')]);
    expect(fact).not.toContain('MONTH');
    expect(fact).toContain('"addresses":{"N":"2"}');
    const id = /"id":\{"S":"([^"]+)"/.exec(before)?.[1] ?? /"sk":\{"S":"([^"]+)"/.exec(before)?.[1] ?? '';
    expect(id).not.toBe('');
    expect(everything['facts']?.join()).not.toContain(id);
    expect(everything['erasures']).toEqual([expect.stringContaining(of.caseId)]);
    expect(everything['erasures']?.[0]).toContain('finishedAt');
    expect(everything['erasures']?.[0]).not.toContain('unfinishedPk');
  });

  it('keeps region, special risk and notices in rows that lead to no case', async () => {
    const notice = { platform: 'tiktok', way: 'email', sentBy: 'staff-officer', sentAt: resolvedOn } as const;
    const notices = [
      { ...notice, id: 'tiktok-1' },
      { ...notice, id: 'tiktok-2' },
    ];
    const assessed = { category: 'cyberbullying', region: 'AL-11', disability: true, community: 'roma' };
    const { of, secrets } = await aLivedCase(database, { assessed, notices: notices.slice(0, 1) });
    // The second one is not counted yet: erasing does not wait for that.
    await change(of, { set: { notices }, events: [] }, resolvedOn);
    await aLivedCase(database, { assessed: { category: 'cyberbullying', region: 'AL-11' }, outcomes: ['test'] });
    await runOn(tellOn, eraseOn, plusDays(eraseOn, 1));
    const rows = await contentOf(database, 'facts');
    const stays = rows.join();
    expect(rows.filter((row) => row.includes('NOTICE#2026-Q4'))).toHaveLength(2);
    const [regions = '', special = ''] = ['TALLY#2026-Q4', 'TALLY#2026"'].map((of) =>
      rows.find((row) => row.includes(of)),
    );
    expect(regions).toContain('"reports#AL-11":{"N":"1"}');
    expect(regions).toContain('"administrative#AL-11":{"N":"1"}');
    expect(special).toContain('"disability":{"N":"1"}');
    expect(special).toContain('"community#roma":{"N":"1"}');
    expect(rows.filter((row) => row.includes('QUARTER#')).join()).not.toMatch(/AL-11|disability|roma/u);
    for (const secret of [...secrets, of.caseId, 'staff-officer', 'tiktok-1']) expect(stays).not.toContain(secret);
  });

  it('takes the keys in the same run, though the journal may not be found by its index yet', async () => {
    await aLivedCase(database);
    await runOn(tellOn);
    // The run reads the journal's index before it erases. So what it begins cannot stand there yet.
    await house(database, { now: eraseOn }).run();
    expect(await contentOf(database, 'keys')).toEqual([]);
    await runOn(plusDays(eraseOn, 1));
    expect((await contentOf(database, 'erasures'))[0]).toContain('finishedAt');
  });

  it('answers a retry of the report that it is erased, from the moment the case is gone', async () => {
    const { of, newCase } = await aLivedCase(database);
    await runOn(tellOn);
    const gone = before(database.db, async () => {
      if (!(await isThere(of))) throw new Error('The process was killed.');
    });
    await house({ db: gone, tables: database.tables }, { now: eraseOn })
      .run()
      .catch(() => undefined);
    expect((await contentOf(database, 'keys')).length).toBeGreaterThan(0);
    const again = await reportStore(database.db, database.tables).store(newCase);
    expect(again).toMatchObject({ stored: false, because: 'request_known', request: { erased: true } });
  });

  it('touches no other case, not even one that shares an address', async () => {
    const kept = await aLivedCase(database, { outcomes: ['police_involved'], closedAt: yearsLater, status: 'closed' });
    const { of } = await aLivedCase(database);
    const before = (await contentOf(database, 'cases')).filter((row) => row.includes(kept.of.caseId)).length;
    await runOn(tellOn, eraseOn, plusDays(eraseOn, 1));
    expect(await isThere(of)).toBe(false);
    const after = (await contentOf(database, 'cases')).filter((row) => row.includes(kept.of.caseId)).length;
    expect(after).toBe(before);
    expect(await isThere(kept.of)).toBe(true);
  });

  it('does not begin when somebody changed the case meanwhile, and decides anew', async () => {
    const { of } = await aLivedCase(database);
    await runOn(tellOn);
    const { db, tables } = database;
    let isFirst = true;
    const racing = before(db, async (command) => {
      if (!isFirst || command !== 'TransactWriteItemsCommand') return;
      isFirst = false;
      const hold = { because: 'complaint', by: 'staff-officer', since: eraseOn } as const;
      await change(of, { set: { hold }, events: [] }, eraseOn);
    });
    await house({ db: racing, tables }, { now: eraseOn }).run();
    expect(isFirst).toBe(false);
    expect(await isThere(of)).toBe(true);
    expect(await contentOf(database, 'erasures')).toEqual([]);
  });

  it('broken off before or after any call, is taken up by the next run until nothing is left', async () => {
    for (let calls = 0, isWhole = false; !isWhole; calls += 1) {
      const { of, secrets } = await aLivedCase(database);
      await runOn(tellOn);
      const breaking = breakOff(database, calls);
      await house({ db: breaking.db, tables: database.tables }, { now: eraseOn })
        .run()
        .catch(() => undefined);
      isWhole = !breaking.isBroken();
      await runOn(plusDays(eraseOn, 1), plusDays(eraseOn, 3), plusDays(eraseOn, 5));
      expect(await isThere(of)).toBe(false);
      const left = await Promise.all(
        (['cases', 'caseEvents', 'keys', 'facts', 'erasures'] as const).map((table) => contentOf(database, table)),
      );
      for (const secret of secrets) expect(JSON.stringify(left)).not.toContain(secret);
      const journal = left[4]?.filter((row) => row.includes(of.caseId));
      expect(journal).toEqual([expect.stringContaining('finishedAt')]);
      expect(left[3]?.filter((row) => row.includes('QUARTER#'))).toHaveLength(calls + 1);
      // However often a run broke off, the tally has each erased case once.
      expect(left[3]?.filter((row) => row.includes('TALLY#')).join()).toContain(`"cases":{"N":"${calls + 1}"}`);
    }
  }, 120_000);

  it('of a case with hundreds of messages and mails is taken up wherever it broke off', async () => {
    const { of } = await aLivedCase(database);
    await runOn(tellOn);
    const { db, tables } = database;
    for (let n = 2; n <= 302; n += 1) {
      const mail = { ...aMail({ caseId: of.caseId, eventId: `${of.caseId}#${n}` }), tag: `tag-${n}` };
      for (const row of [
        messageRow(of, n),
        mailRow({ ...mail, sentAt: tellOn }),
        letterRow({ id: mail.letters?.[0] ?? '', to: mail.to, sentAt: tellOn, events: [mail.eventId] }),
      ]) {
        await db.send(new PutItemCommand({ TableName: tables.cases, Item: row }));
      }
      await caseWriter(db, tables).writeDone(of.caseId, { reactor: 'statistics', eventId: `${of.caseId}#${n}` });
    }
    for (let runs = 0; (await contentOf(database, 'cases')).length > 1; runs += 1) {
      expect(runs).toBeLessThan(20);
      await house({ db: breakOff(database, 150).db, tables }, { now: plusMinutes(eraseOn, 60 * runs) })
        .run()
        .catch(() => undefined);
    }
    expect(await contentOf(database, 'keys')).toEqual([]);
    await runOn(plusDays(eraseOn, 3), plusDays(eraseOn, 5));
    expect((await contentOf(database, 'erasures'))[0]).toContain('finishedAt');
  }, 60_000);

  it('is not finished on the day it began: what a message on its way still writes is taken on a later one', async () => {
    const { of } = await aLivedCase(database);
    await runOn(tellOn, eraseOn, plusMinutes(eraseOn, 60));
    expect((await contentOf(database, 'erasures'))[0]).not.toContain('finishedAt');
    const late = { reactor: 'notification', eventId: `${of.caseId}#2` };
    await caseWriter(database.db, database.tables).writeDone(of.caseId, late);
    await runOn(plusDays(eraseOn, 1));
    expect(JSON.stringify(await contentOf(database, 'cases'))).not.toContain(of.caseId);
    await runOn(plusDays(eraseOn, 2));
    expect((await contentOf(database, 'erasures'))[0]).toContain('finishedAt');
  });

  it('is not finished on that day either when the run broke off after it had removed everything', async () => {
    await aLivedCase(database);
    await runOn(tellOn);
    const { tables } = database;
    const breaksOff = before(database.db, (_, { Item }) => {
      if (Item?.['lookAgainAt'] !== undefined) throw new Error('The run broke off.');
    });
    await house({ db: breaksOff, tables }, { now: eraseOn })
      .run()
      .catch(() => undefined);
    expect(await contentOf(database, 'keys')).toEqual([]);
    await runOn(plusMinutes(eraseOn, 60));
    expect((await contentOf(database, 'erasures'))[0]).not.toContain('finishedAt');
    await runOn(plusDays(eraseOn, 2));
    expect((await contentOf(database, 'erasures'))[0]).toContain('finishedAt');
  });

  it('says by how much it is late while something fails, and 0 when nothing is', async () => {
    await aLivedCase(database);
    await runOn(tellOn);
    const failing = house(
      { db: refusing(database, 'TransactWriteItemsCommand'), tables: database.tables },
      { now: plusDays(eraseOn, 3) },
    );
    await failing.run();
    expect(failing.measured).toContainEqual({ metric: 'ErasureFailed', value: 1 });
    const delay = failing.measured.find(({ metric }) => metric === 'ErasureDelay')?.value ?? 0;
    expect(delay).toBeGreaterThanOrEqual(3 * 86_400);
    expect(failing.logged.map(({ code }) => code)).toContain('erasure_failed');
    const well = house(database, { now: plusDays(eraseOn, 3) });
    await well.run();
    expect(well.measured).toContainEqual({ metric: 'ErasureDelay', value: 0 });
  });
});

interface Input {
  IndexName?: string;
  Item?: Record<string, unknown>;
}

/** A database that does something before each call, which may be to refuse it. */
function before(db: Database['db'], look: (command: string, input: Input) => Promise<void> | void): Database['db'] {
  return new Proxy(db, {
    get: (target, name) => {
      if (name !== 'send') return Reflect.get(target, name) as unknown;
      return async (command: never) => {
        const { constructor, input } = command as { constructor: { name: string }; input: Input };
        await look(constructor.name, input);
        return target.send(command);
      };
    },
  });
}

/** A database that fails every call from the given one on, as a process that is killed there would find it. */
function breakOff({ db }: Database, afterCalls: number) {
  let calls = 0;
  const breaking = before(db, () => {
    calls += 1;
    if (calls > afterCalls) throw new Error('The process was killed.');
  });
  return { db: breaking, isBroken: () => calls > afterCalls };
}

function refusing({ db }: Database, refused: string): Database['db'] {
  return before(db, (command) => {
    if (command === refused) throw new Error('The database is not to be had.');
  });
}

const messageRow = (of: { caseId: string }, number: number) =>
  toRow({ pk: `CASE#${of.caseId}`, sk: `MESSAGE#${number}`, sealed: `sealed-${number}` });

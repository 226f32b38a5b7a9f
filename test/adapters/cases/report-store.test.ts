import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseFinder } from '#shared/adapters/aws/cases/case-finder.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { historyReader } from '#shared/adapters/aws/cases/history-reader.ts';
import { receiptDesk } from '#shared/adapters/aws/cases/receipt-desk.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { sealedReader } from '#shared/adapters/aws/cases/sealed-reader.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aTimer } from '#test/support/builders.ts';
import { aNewCase, anEvent, ownCase, randomId } from '#test/support/new-case.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const store = () => reportStore(database.db, database.tables);
const countRows = async (): Promise<number> => {
  const counts = await Promise.all(
    Object.values(database.tables).map(async (TableName: string) => {
      const { Count } = await database.db.send(new ScanCommand({ TableName, Select: 'COUNT' }));
      return Count ?? 0;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};

describe('A new report', () => {
  it('is there as it was given: case, timers, history, sealed text, keys', async () => {
    const given = aNewCase();
    expect(await store().store(given)).toEqual({ stored: true });

    const { db, tables } = database;
    const { caseId, caseNumber } = given.case;
    const loaded = await caseReader(db, tables).load(caseId);
    expect(loaded?.case).toEqual(given.case);
    expect(loaded?.timers).toHaveLength(2);
    expect(loaded?.timers).toEqual(expect.arrayContaining(given.timers));
    expect(await historyReader(db, tables).history(caseId)).toEqual(given.events);
    expect(await caseFinder(db, tables).byNumber(caseNumber)).toBe(caseId);
    expect(await sealedReader(db, tables).report(caseId)).toEqual(given.report);
    const { threadForReporter, ...forStaff } = given.wrappedKeys;
    expect(await sealedReader(db, tables).wrappedKeys(caseId)).toEqual(forStaff);
    expect(await receiptDesk(db, tables).find(given.receiptLookup)).toEqual({ caseId, threadForReporter });
    expect((await receiptDesk(db, tables).load(caseId))?.case).toEqual(given.case);
    expect(await receiptDesk(db, tables).messages(caseId, { from: 1, to: 1 })).toEqual([]);
  });

  it('fits one transaction with twenty addresses, twenty accounts, a phone and all its clocks', async () => {
    const of = ownCase();
    const kinds = ['must_be_triaged', 'must_be_read', 'promise_handle', 'promise_resolve'] as const;
    const given = aNewCase({
      case: of,
      events: [anEvent(of), anEvent(of, { number: 2 })],
      timers: kinds.map((kind) => aTimer({ kind })),
      likenesses: Array.from({ length: 61 }, (_, n) => (n < 20 ? `URL#${randomId()}` : `LIKE#${randomId()}`)),
      report: { narrative: 'n'.repeat(57_000), details: 'd'.repeat(57_000), addresses: 'a'.repeat(57_000) },
    });
    expect(await store().store(given)).toEqual({ stored: true });
  });

  it('with the same address twice is stored', async () => {
    const blind = `URL#${randomId()}`;
    expect(await store().store(aNewCase({ likenesses: [blind, blind] }))).toEqual({ stored: true });
  });

  it('sent again is answered from the first one, and writes nothing', async () => {
    const given = aNewCase();
    await store().store(given);
    const rows = await countRows();
    expect(await store().store(given)).toEqual({
      stored: false,
      because: 'request_known',
      request: given.request,
    });
    expect(await countRows()).toBe(rows);
  });

  it('with a number that is taken is refused for it, and writes nothing', async () => {
    const first = aNewCase();
    await store().store(first);
    const rows = await countRows();
    const second = aNewCase({ case: ownCase({ caseNumber: first.case.caseNumber }) });
    expect(await store().store(second)).toEqual({ stored: false, because: 'number_taken' });
    expect(await countRows()).toBe(rows);
  });

  it('filed with a command that is known is answered from the command', async () => {
    const command = {
      actor: 'staff:a',
      keyHash: randomId(),
      fingerprint: 'f',
      caseId: randomId(),
      at: '2026-11-20T22:10:00.000Z',
    };
    await store().store(aNewCase({ command }));
    expect(await store().store(aNewCase({ command }))).toEqual({ stored: false, because: 'command_known', command });
  });

  it('sent fifty times at once is one case', async () => {
    const given = aNewCase();
    const before = await countRows();
    const answers = await Promise.all(Array.from({ length: 50 }, () => store().store(given)));
    expect(answers.filter((answer) => answer.stored)).toHaveLength(1);
    expect(
      answers.filter((answer) => !answer.stored && answer.because !== 'request_known' && answer.because !== 'conflict'),
    ).toEqual([]);
    // META, REPORT, FOUND_BY, REQUEST, NUMBER, RECEIPT, two timers, one event, two rows of keys.
    expect(await countRows()).toBe(before + 11);
  });
});

describe('A receipt', () => {
  it('that leads nowhere finds nothing', async () => {
    const { db, tables } = database;
    expect(await receiptDesk(db, tables).find(randomId())).toBeUndefined();
    expect(await receiptDesk(db, tables).load(randomId())).toBeUndefined();
  });
});

describe('The database', () => {
  it('holds the receipt lookup nowhere with a text or a key of the case', async () => {
    const given = aNewCase();
    await store().store(given);
    const { Items } = await database.db.send(new ScanCommand({ TableName: database.tables.keys }));
    const ofCase = Items?.find((row) => row['pk']?.S === `CASE#${given.case.caseId}`);
    expect(JSON.stringify(ofCase)).not.toContain(given.receiptLookup);
    expect(ofCase).not.toHaveProperty('threadForReporter');
  });
});

import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiptDesk } from '#shared/adapters/aws/cases/receipt-desk.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { lookupIndexKey, receiptKeysRow, receiptRow } from '#shared/adapters/aws/cases/rows.ts';
import { getRow } from '#shared/adapters/aws/dynamo/read-rows.ts';
import { keysElsewhere, rowsElsewhere } from '#shared/adapters/aws/erasing/rows-that-lead-to.ts';
import { receiptLookups } from '#shared/adapters/aws/indexes/lookup-index.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { decideLock } from '#shared/domain/commands/reporter/reporter-actions.ts';
import { startDatabase } from '#test/support/engine.ts';
import type { Database } from '#test/support/engine.ts';
import { aNewCase, ownCase } from '#test/support/new-case.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase('memory');
});
afterAll(() => database.stop());

const now = '2026-11-20T22:15:00.000Z';

/** A case whose code its reporter has locked, and which two people of staff were shown. */
async function locked(): Promise<{ of: Case; lookup: string }> {
  const { db, tables } = database;
  const stored = aNewCase({ case: ownCase({ receiptKnownTo: [{ by: 'staff-arta', at: now, how: 'filed' }] }) });
  await reportStore(db, tables).store(stored);
  const { caseId } = stored.case;
  const before = await receiptLookups(db, tables).receiptsOf(caseId);
  const decided = decideLock(stored.case, now);
  if (before === undefined || decided.outcome !== 'change') throw new Error('It was not locked.');
  expect(before.knownTo).toEqual(['staff-arta']);
  const change = changeCase(stored.case, decided.parts, now);
  const { written } = await caseWriter(db, tables).write(change, { receipt: { before, dead: 'locked' } });
  expect(written).toBe(true);
  return { of: change.after, lookup: stored.receiptLookup };
}

it('a dead code opens nothing, also when a backup brings its key back', async () => {
  const { of, lookup } = await locked();
  const { db, tables } = database;
  expect(await receiptDesk(db, tables).find(lookup)).toEqual({ caseId: of.caseId, dead: 'locked' });
  await db.send(new PutItemCommand({ TableName: tables.keys, Item: receiptKeysRow(lookup, 'sealed') }));
  expect(await receiptDesk(db, tables).find(lookup)).toEqual({ caseId: of.caseId, dead: 'locked' });
});

it('a code that one earlier release locked has no row, and another can be given out', async () => {
  const { db, tables } = database;
  const stored = aNewCase({ case: ownCase({ receiptLockedAt: now }) });
  await reportStore(db, tables).store(stored);
  const before = await receiptLookups(db, tables).receiptsOf(stored.case.caseId);
  expect(before).toEqual({ lookup: stored.receiptLookup, dead: [], knownTo: [] });
});

it('all that leads to a case by its codes is found for erasing: each row and key, and who knew one', async () => {
  const { of, lookup } = await locked();
  const { db, tables } = database;
  const issue = { lookup: `next-of-${lookup}`, threadForReporter: 'sealed', knownTo: ['staff-mira'] };
  const before = await receiptLookups(db, tables).receiptsOf(of.caseId);
  if (before === undefined) throw new Error('The case is gone.');
  expect(before).toEqual({ lookup, dead: [lookup], knownTo: [] });
  const change = changeCase(of, { set: {}, events: [] }, now);
  await caseWriter(db, tables).write(change, { receipt: { before, issue } });
  const row = await getRow(db, tables.cases, lookupIndexKey(of.caseId));
  if (row === undefined) throw new Error('The case is gone.');
  const elsewhere = rowsElsewhere(row).map(({ pk, sk }) => `${pk}/${sk}`);
  expect(elsewhere).toEqual(
    expect.arrayContaining([
      `RECEIPT#${lookup}/RECEIPT`,
      `RECEIPT#${issue.lookup}/RECEIPT`,
      `KNOWS#staff-mira/${of.caseId}`,
    ]),
  );
  expect(
    keysElsewhere(row)
      .map(({ pk }) => pk)
      .toSorted(),
  ).toEqual([`RECEIPT#${lookup}`, `RECEIPT#${issue.lookup}`].toSorted());
});

it('counts ten requests in a minute, and none of a code that is dead or was never one', async () => {
  const { db, tables } = database;
  const desk = receiptDesk(db, tables);
  await db.send(new PutItemCommand({ TableName: tables.cases, Item: receiptRow('alive', 'some-case') }));
  const tries = async (lookup: string, minute: string): Promise<number> => {
    const taken = await Promise.all(Array.from({ length: 25 }, () => desk.takeTurn(lookup, 'message', minute, 10)));
    return taken.filter(Boolean).length;
  };
  expect(await tries('alive', '2026-11-20T22:15')).toBe(10);
  expect(await tries('alive', '2026-11-20T22:16')).toBe(10);
  // A machine whose clock is late counts in the minute that runs.
  expect(await tries('alive', '2026-11-20T22:15')).toBe(0);
  expect(await desk.takeTurn('alive', 'lock', '2026-11-20T22:16', 3)).toBe(true);
  const { lookup } = await locked();
  expect(await tries(lookup, '2026-11-20T22:17')).toBe(0);
  expect(await tries('never', '2026-11-20T22:17')).toBe(0);
  expect(await desk.find('never')).toBeUndefined();
});

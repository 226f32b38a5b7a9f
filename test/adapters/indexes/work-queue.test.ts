import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { workQueue } from '#shared/adapters/aws/indexes/work-queue.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aNewCase, ownCase } from '#test/support/new-case.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const now = '2026-11-20T22:30:00.000Z';
const writer = () => caseWriter(database.db, database.tables);

async function storedCase(): Promise<Case> {
  const given = aNewCase({ case: ownCase({ status: 'received' }), timers: [] });
  expect(await reportStore(database.db, database.tables).store(given)).toEqual({ stored: true });
  return given.case;
}

describe('The work queue', () => {
  const mark = async (caseId: string): Promise<string | undefined> => {
    const { Item } = await database.db.send(
      new GetItemCommand({ TableName: database.tables.cases, Key: { pk: { S: `CASE#${caseId}` }, sk: { S: 'META' } } }),
    );
    return Item?.['queuePk']?.S;
  };

  it('holds a case while it is open, apart once resolved, not at all when closed, and again when reopened', async () => {
    const before = await storedCase();
    expect(await mark(before.caseId)).toMatch(/^QUEUE#[0-7]$/);
    const resolve = changeCase(before, { set: { status: 'resolved', resolvedAt: now }, events: [] }, now);
    await writer().write(resolve);
    expect(await mark(before.caseId)).toMatch(/^RESOLVED#[0-7]$/);
    const end = { status: 'closed', closedAt: now, readAt: now, lastReadAt: now } as const;
    const close = changeCase(resolve.after, { set: end, events: [] }, now);
    await writer().write(close);
    expect(await mark(before.caseId)).toBeUndefined();
    await writer().write(changeCase(close.after, { set: { status: 'in_progress' }, events: [] }, now));
    expect(await mark(before.caseId)).toMatch(/^QUEUE#[0-7]$/);
  });

  it('holds a closed case, too, while something of it waits to be seen, apart from the open ones', async () => {
    const before = await storedCase();
    const end = { status: 'closed', closedAt: now, readAt: now, lastReadAt: now, lastWrittenAt: now } as const;
    const close = changeCase(before, { set: end, events: [] }, now);
    await writer().write(close);
    expect(await mark(before.caseId)).toMatch(/^RESOLVED#[0-7]$/);
    await writer().write(changeCase(close.after, { set: { lastReadAt: plusMinutes(now, 1) }, events: [] }, now));
    expect(await mark(before.caseId)).toBeUndefined();
  });

  it('pages through two hundred and fifty cases, each once, oldest promise first', async () => {
    const own = await startDatabase();
    try {
      const cases = Array.from({ length: 250 }, (_, n) => {
        const of = ownCase();
        const resolveBy = new Date(Date.parse('2026-11-20T00:00:00Z') + ((n * 7919) % 250) * 60_000).toISOString();
        return ownCase({ ...of, promise: { ...of.promise, resolveBy } });
      });
      for (const of of cases) await reportStore(own.db, own.tables).store(aNewCase({ case: of, timers: [] }));
      const seen: Case[] = [];
      let cursor: string | undefined;
      do {
        const page = await workQueue(own.db, own.tables).page(cursor);
        expect(page.cases.length).toBeLessThanOrEqual(200);
        seen.push(...page.cases);
        cursor = page.cursor;
      } while (cursor !== undefined);
      const inOrder = cases.toSorted((a, b) => (a.promise.resolveBy < b.promise.resolveBy ? -1 : 1));
      expect(seen).toEqual(inOrder);
    } finally {
      await own.stop();
    }
  });

  it('holds what somebody has under their name, until it is resolved or another has it', async () => {
    const queue = workQueue(database.db, database.tables);
    const under = async (assignee: string): Promise<string[]> =>
      (await queue.page(undefined, { assignee })).cases.map(({ caseId }) => caseId);
    const before = await storedCase();
    const mine = changeCase(before, { set: { assignee: 'staff-mine' }, events: [] }, now);
    await writer().write(mine);
    expect(await under('staff-mine')).toEqual([before.caseId]);
    const theirs = changeCase(mine.after, { set: { assignee: 'staff-theirs' }, events: [] }, now);
    await writer().write(theirs);
    expect([await under('staff-mine'), await under('staff-theirs')]).toEqual([[], [before.caseId]]);
    await writer().write(changeCase(theirs.after, { set: { status: 'resolved', resolvedAt: now }, events: [] }, now));
    expect(await under('staff-theirs')).toEqual([]);
  });

  it('refuses a cursor that no page gave', async () => {
    await expect(workQueue(database.db, database.tables).page('kanarina')).rejects.toThrow('not one of ours');
  });
});

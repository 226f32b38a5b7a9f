import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as fc from '#test/support/fast-check.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { metaRow } from '#shared/adapters/aws/cases/rows.ts';
import { workQueue } from '#shared/adapters/aws/indexes/work-queue.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { isOver } from '#shared/domain/case/status.ts';
import { isToBeSeen, unreadSince } from '#shared/domain/case/unseen/unread.ts';
import { placeOf } from '#shared/domain/queue/place.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { anyStanding } from '#test/support/any-standing.ts';
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

/** Where a case stands among all others. */
const position = (of: Case): string => `${placeOf(of)}#${of.caseId}`;

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

  it('pages through three hundred cases of every kind, each once, in the order of their places', async () => {
    const own = await startDatabase();
    try {
      const cases = fc.sample(anyStanding, { numRuns: 300, seed: 7 }).map((of) => ownCase(of));
      for (const of of cases) await own.db.send(new PutItemCommand({ TableName: own.tables.cases, Item: metaRow(of) }));
      const isWork = (of: Case): boolean => !isOver(of) || unreadSince(of) !== undefined;
      const parts = {
        work: isWork,
        resolved: (of: Case) => isOver(of) && (isToBeSeen(of) || of.status === 'resolved'),
        read_and_ended: (of: Case) => of.status === 'resolved' && !isWork(of),
      } as const;
      for (const [part, isIn] of Object.entries(parts)) {
        const seen: Case[] = [];
        let cursor: string | undefined;
        do {
          const page = await workQueue(own.db, own.tables).page(cursor, part as keyof typeof parts);
          expect(page.cases.length).toBeLessThanOrEqual(200);
          seen.push(...page.cases);
          cursor = page.cursor;
        } while (cursor !== undefined);
        expect(seen.length).toBeGreaterThan(10);
        expect(seen).toEqual(cases.filter(isIn).toSorted((a, b) => (position(a) < position(b) ? -1 : 1)));
      }
    } finally {
      await own.stop();
    }
  });

  it('still reads rows of release 0.1.0, which have no rank, and goes on after them', async () => {
    const own = await startDatabase();
    try {
      const cases = Array.from({ length: 60 }, () => ownCase());
      for (const [n, of] of cases.entries()) {
        const row = metaRow(of);
        const old = { queueSk: { S: `${of.promise.resolveBy}#${of.caseId}` } };
        const one = { ...row, queuePk: { S: 'QUEUE#3' }, ...(n % 2 === 0 ? old : {}) };
        await own.db.send(new PutItemCommand({ TableName: own.tables.cases, Item: one }));
      }
      const queue = workQueue(own.db, own.tables);
      const seen: string[] = [];
      for (let page = await queue.page(); ; page = await queue.page(page.cursor)) {
        seen.push(...page.cases.map(({ caseId }) => caseId));
        if (page.cursor === undefined) break;
      }
      expect(seen.toSorted()).toEqual(cases.map(({ caseId }) => caseId).toSorted());
    } finally {
      await own.stop();
    }
  });

  it('holds what somebody has under their name, while it is open or words in it are unread', async () => {
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
    const end = { status: 'resolved', resolvedAt: now, readAt: now, lastReadAt: now } as const;
    const ended = changeCase(theirs.after, { set: end, events: [] }, now);
    await writer().write(ended);
    expect(await under('staff-theirs')).toEqual([]);
    const written = changeCase(ended.after, { set: { lastWrittenAt: plusMinutes(now, 1) }, events: [] }, now);
    await writer().write(written);
    expect(await under('staff-theirs')).toEqual([before.caseId]);
  });

  it.each(['kanarina', Buffer.from('2026-11-23T22:10:00.000Z#case-1').toString('base64url')])(
    'refuses a cursor that no page gave, or one of release 0.1.0: %s',
    async (cursor) => {
      await expect(workQueue(database.db, database.tables).page(cursor)).rejects.toThrow('not one of ours');
    },
  );
});

import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { metaRow } from '#shared/adapters/aws/cases/rows.ts';
import { keptCases } from '#shared/adapters/aws/erasing/cases-due-for-erasing.ts';
import { keepingIndex } from '#shared/adapters/aws/indexes/keeping-index.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { isOver } from '#shared/domain/case/status.ts';
import { isUnseen } from '#shared/domain/case/unseen/unread.ts';
import { lastAskedAt } from '#shared/domain/keeping/kept-lists.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { keepingParts } from '#shared/ports/case-store.ts';
import type { KeepingPart } from '#shared/ports/case-store.ts';
import { anyStanding } from '#test/support/any-standing.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import * as fc from '#test/support/fast-check.ts';
import { ownCase } from '#test/support/new-case.ts';

const now = '2026-11-20T22:30:00.000Z';

async function inDatabase(run: (database: Database) => Promise<void>): Promise<void> {
  const database = await startDatabase();
  try {
    await run(database);
  } finally {
    await database.stop();
  }
}

const put = ({ db, tables }: Database, of: Case) =>
  db.send(new PutItemCommand({ TableName: tables.cases, Item: metaRow(of) }));

async function allOf({ db, tables }: Database, part: KeepingPart): Promise<string[]> {
  const index = keepingIndex(db, tables);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await index.page(part, cursor);
    expect(page.caseIds.length).toBeLessThanOrEqual(64);
    seen.push(...page.caseIds);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return seen;
}

describe('The lists of keeping', () => {
  it('have every case of three hundred in the parts where it belongs, once, in order', async () => {
    await inDatabase(async (database) => {
      const cases = fc.sample(anyStanding, { numRuns: 300, seed: 11 }).map((of, n) => {
        const askedAt = plusMinutes(now, n % 90);
        const asked = { id: 'export-1', kind: 'export', reason: 'audit', askedBy: 'staff-a', askedAt } as const;
        const hold = { because: 'audit', by: 'staff-a', since: plusMinutes(now, n % 50) } as const;
        return ownCase({ ...of, ...(n % 3 === 0 ? { hold } : {}), ...(n % 4 === 0 ? { approvals: [asked] } : {}) });
      });
      for (const of of cases) await put(database, of);
      const placeIn = {
        held: ({ hold }: Case) => hold?.since,
        unseen: (of: Case) => (of.hold === undefined && isOver(of) && isUnseen(of) ? endOf(of) : undefined),
        kept: (of: Case) => (of.hold === undefined && isOver(of) && !isUnseen(of) ? endOf(of) : undefined),
        asked: lastAskedAt,
      } as const;
      for (const part of keepingParts) {
        const expected = cases
          .flatMap((of) => (placeIn[part](of) === undefined ? [] : [`${placeIn[part](of)}#${of.caseId}`]))
          .toSorted();
        expect(expected.length).toBeGreaterThan(10);
        const ids = expected.map((place) => place.slice(place.indexOf('#') + 1));
        expect([part, await allOf(database, part)]).toEqual([part, part === 'asked' ? ids.toReversed() : ids]);
      }
    });
  });

  it('let go of a case when its hold is lifted, and give it back to retention', async () => {
    await inDatabase(async (database) => {
      const writer = caseWriter(database.db, database.tables);
      const end = { status: 'closed', closedAt: now, resolvedAt: now, readAt: now, readUpTo: 1 } as const;
      const before = ownCase({ ...end, hold: { because: 'audit', by: 'staff-a', since: now } });
      await put(database, before);
      const kept = keptCases(database.db, database.tables);
      expect([await allOf(database, 'held'), await kept.due(now)]).toEqual([[before.caseId], []]);
      await writer.write(changeCase(before, { set: { hold: undefined }, events: [] }, now));
      expect(await allOf(database, 'held')).toEqual([]);
      expect(await kept.due(now)).toEqual([{ caseId: before.caseId, since: now }]);
    });
  });

  it.each(['kanarina', Buffer.from(`2 ${now}#case-1`).toString('base64url')])(
    'refuse a cursor that no page gave: %s',
    async (cursor) => {
      await inDatabase(async ({ db, tables }) => {
        await expect(keepingIndex(db, tables).page('held', cursor)).rejects.toThrow('not one of ours');
      });
    },
  );
});

const endOf = (of: Case): string => of.closedAt ?? of.resolvedAt ?? of.receivedAt;

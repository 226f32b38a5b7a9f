import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { likenesses } from '#shared/adapters/aws/indexes/possible-duplicates.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aNewCase, ownCase, randomId } from '#test/support/new-case.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

async function caseWith(blinds: string[], receivedAt = '2026-11-20T22:10:00.000Z'): Promise<string> {
  const of = ownCase({ receivedAt });
  await reportStore(database.db, database.tables).store(aNewCase({ case: of, likenesses: blinds }));
  return of.caseId;
}
const sharedWith = (caseId: string) => likenesses(database.db, database.tables).sharedWith(caseId);

describe('PossibleDuplicates of a case', () => {
  it('are the other cases with the same address, account or phone, each once, oldest first', async () => {
    const [url, account, other] = [`URL#${randomId()}`, `LIKE#${randomId()}`, `URL#${randomId()}`];
    const late = await caseWith([url, account], '2026-11-20T22:30:00.000Z');
    const early = await caseWith([account], '2026-11-20T22:00:00.000Z');
    await caseWith([other]);
    const own = await caseWith([url, account]);
    expect(await sharedWith(own)).toEqual([early, late]);
  });

  it('are none for a case that shares nothing, has nothing to share, or is not there', async () => {
    expect(await sharedWith(await caseWith([`URL#${randomId()}`]))).toEqual([]);
    expect(await sharedWith(await caseWith([]))).toEqual([]);
    expect(await sharedWith(randomId())).toEqual([]);
  });

  it('are at most twenty, the oldest ones', async () => {
    const blind = `URL#${randomId()}`;
    const ids: string[] = [];
    for (let minute = 10; minute < 35; minute += 1) {
      ids.push(await caseWith([blind], `2026-11-20T22:${minute}:00.000Z`));
    }
    expect(await sharedWith(ids.at(-1) ?? '')).toEqual(ids.slice(0, 20));
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withOneRota } from '#functions/notification/one-rota.ts';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase('engine');
});
afterAll(() => database.stop());

describe('The directory of a batch', () => {
  it('looks the same duties up once, and others for themselves', async () => {
    const people = directory(database.db, database.tables);
    const asked: (readonly string[])[] = [];
    const batch = withOneRota({
      ...people,
      rota: (duties) => {
        asked.push(duties);
        return people.rota(duties);
      },
    });
    const at = '2026-11-20T11:00:00.000Z';
    const [one, same] = await Promise.all([
      batch.holders(['intake', 'backup'], at),
      batch.holders(['intake', 'backup'], at),
    ]);
    await batch.holders(['supervisor'], at);
    expect(asked).toEqual([['intake', 'backup'], ['supervisor']]);
    expect(one).toEqual(same);
    expect(one).toEqual(await people.holders(['intake', 'backup'], at));
  });
});

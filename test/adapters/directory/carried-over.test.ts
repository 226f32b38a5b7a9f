import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { directoryBook } from '#shared/adapters/aws/directory/directory-book.ts';
import type { DirectoryRows } from '#shared/ports/directory-book.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

let revision = 0;
const write = async (rows: DirectoryRows): Promise<void> => {
  const audit = { at: '2026-11-20T22:10:00.000Z', by: 'staff-kujtim', action: 'roster_set', changes: [] } as const;
  const written = await directoryBook(database.db, database.tables).write({ revision, rows, audit, notices: [] });
  expect(written).toEqual({ written: true });
  revision += 1;
};
const rowAt = async (pk: string, sk: string) => {
  const Key = { pk: { S: pk }, sk: { S: sk } };
  return (await database.db.send(new GetItemCommand({ TableName: database.tables.directory, Key }))).Item ?? {};
};

const platform = { code: 'tiktok', name: 'TikTok', way: 'email', to: 'desk@forum.example' } as const;
const withoutName = { code: 'tiktok', way: 'email', to: 'desk@forum.example' } as const;

it.each<[what: string, pk: string, sk: string, first: DirectoryRows, next: DirectoryRows]>([
  [
    'the rota',
    'ROSTER',
    'WEEK',
    { roster: { timeZone: 'Europe/Tirane', shifts: [], holidays: ['2026-11-28'] } },
    { roster: { timeZone: 'Europe/Tirane', shifts: [], holidays: [] } },
  ],
  ['the take-overs', 'TAKEOVERS', 'RECENT', { takeOvers: [] }, { takeOvers: [] }],
  ['an entry', 'PLATFORMS', 'tiktok', { list: 'platform', entry: platform }, { list: 'platform', entry: withoutName }],
  ['the revision', 'DIRECTORY', 'REVISION', { takeOvers: [] }, { takeOvers: [] }],
])('keeps what a newer release wrote on %s, and nothing else of before', async (_, pk, sk, first, next) => {
  await write(first);
  const before = await rowAt(pk, sk);
  const ofNewer = { ofNewer: { S: 'kept' } };
  const Item = { ...before, ...ofNewer };
  await database.db.send(new PutItemCommand({ TableName: database.tables.directory, Item }));
  await write(next);
  const after = await rowAt(pk, sk);
  expect(after).toMatchObject(ofNewer);
  expect(after).not.toHaveProperty('name');
  expect(Object.keys(after).length).toBeLessThanOrEqual(Object.keys(Item).length);
});

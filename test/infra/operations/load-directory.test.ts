import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDirectory } from '#infra/operations/load-directory.ts';
import { directoryBook } from '#shared/adapters/aws/directory/directory-book.ts';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Roster } from '#shared/domain/people/roster/roster.ts';
import type { DirectoryBook } from '#shared/ports/directory-book.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';

const ana: Person = {
  id: 'ana',
  name: 'Ana',
  mail: 'ana@centre.example',
  language: 'sq',
  role: 'administrator',
  duties: ['director'],
  active: true,
  cleared: true,
};
const roster: Roster = { timeZone: 'Europe/Tirane', shifts: [], holidays: ['2026-11-28'] };
const now = '2026-11-20T11:00:00.000Z';

let database: Database;
let book: DirectoryBook;
beforeAll(async () => {
  database = await startDatabase();
  book = directoryBook(database.db, database.tables);
});
afterAll(() => database.stop());

const load = (people: readonly Person[], to = book) => loadDirectory(to, { people, roster }, () => now);
const holders = (duty: string) => directory(database.db, database.tables).holders([duty], now);

it('puts people and a roster into an empty directory, with an audit row each', async () => {
  await load([ana]);
  expect(await holders('director')).toEqual([ana]);
  expect(await book.roster()).toEqual({ ...roster, revision: 2 });
  const { entries } = await book.audit('2026-11');
  expect(entries.map(({ by, action, about }) => [by, action, about])).toEqual([
    ['command-line', 'loaded', undefined],
    ['command-line', 'loaded', 'ana'],
  ]);
});

it('writes nothing for what is so already, and over what is not', async () => {
  await load([ana]);
  expect(await book.revision()).toBe(2);
  await load([{ ...ana, duties: ['backup'] }]);
  expect(await holders('director')).toEqual([]);
  expect((await holders('backup')).map(({ id }) => id)).toEqual(['ana']);
});

it('reads again when somebody else writes meanwhile', async () => {
  let isFirst = true;
  const busy: DirectoryBook = {
    ...book,
    write: async (change) => {
      if (isFirst) {
        isFirst = false;
        await load([{ ...ana, id: 'ben', mail: 'ben@centre.example' }]);
      }
      return book.write(change);
    },
  };
  await load([{ ...ana, name: 'Ana K' }], busy);
  expect((await book.people()).map(({ name }) => name).sort()).toEqual(['Ana', 'Ana K']);
});

it('clears what waited and what was remembered: whoever is loaded is as the file says', async () => {
  const before = (await book.people()).find(({ id }) => id === 'ana');
  if (before === undefined) throw new Error('Ana is gone.');
  const approval = {
    id: 'directory_change-1',
    kind: 'directory_change' as const,
    askedBy: 'ben',
    askedAt: now,
    partner: { id: 'partner', code: '7K3M9QXR' },
  };
  const kept = {
    barred: true as const,
    distrusted: now,
    chosen: { by: 'ben', at: now },
    held: [{ role: 'supervisor' as const, until: now }],
    waiting: { set: { active: false }, because: ['last_of_role' as const], approval },
  };
  const audit = { at: now, by: 'ben', action: 'person_suspended' as const, changes: [] };
  const revision = await book.revision();
  await book.write({ revision, rows: { person: { before, after: { ...before, ...kept } } }, audit, notices: [] });
  await load([ana]);
  const { revision: _, ...after } = (await book.people()).find(({ id }) => id === 'ana') ?? before;
  expect(after).toEqual(ana);
  // The audit shows what was cleared, and not the code of the call.
  expect(JSON.stringify((await book.audit('2026-11')).entries)).not.toContain('7K3M9QXR');
});

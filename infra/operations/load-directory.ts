import { setTimeout as pause } from 'node:timers/promises';
import { changesBetween } from '#shared/domain/people/directory-audit.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Roster } from '#shared/domain/people/roster/roster.ts';
import type { DirectoryBook, DirectoryRows } from '#shared/ports/directory-book.ts';

const attempts = 8;

/**
 * Writes people over what the directory holds, and a roster if there is one. Each is a change of its own with its audit
 * row. Nothing waits and nobody is asked: it is for the first day, and for when nobody can sign in. Throws when
 * somebody else keeps writing.
 */
export async function loadDirectory(
  book: DirectoryBook,
  { people, roster }: { people: readonly Person[]; roster?: Roster | undefined },
  now: () => string,
): Promise<void> {
  for (const after of people) {
    await write(book, now, after.id, async () => {
      const before = (await book.people()).find(({ id }) => id === after.id);
      return { before, after, rows: { person: { ...(before === undefined ? {} : { before }), after } } };
    });
  }
  if (roster === undefined) return;
  await write(book, now, undefined, async () => ({ before: await book.roster(), after: roster, rows: { roster } }));
}

async function write(
  book: DirectoryBook,
  now: () => string,
  about: string | undefined,
  read: () => Promise<{ before: object | undefined; after: object; rows: DirectoryRows }>,
): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const revision = await book.revision();
    const { before, after, rows } = await read();
    const changes = changesBetween(before, after);
    if (changes.length === 0) return;
    const audit = {
      at: now(),
      by: 'command-line',
      action: 'loaded' as const,
      ...(about === undefined ? {} : { about }),
      changes,
    };
    if ((await book.write({ revision, rows, audit, notices: [] })).written) return;
    await pause(100 * attempt);
  }
  throw new Error(`Somebody else keeps writing to the directory; ${about ?? 'the roster'} was not written.`);
}

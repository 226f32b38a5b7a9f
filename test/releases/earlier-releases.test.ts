import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseEnvelope } from '#shared/contracts/events/parse-envelope.ts';
import { folderOf, keptVersions, readRelease, releasesFolder, sumsOf, writtenSums } from './kept-release.ts';
import { kindOf, rowFrom } from './kept-rows.ts';
import { readBy, readings, type Reading } from './row-kinds.ts';

const versions = keptVersions();

/** What today's code finds wrong with a kept release, by reading. */
async function problemsOf(version: string): Promise<Partial<Record<Reading, string[]>>> {
  const command = [join(releasesFolder, 'read-release.ts'), version];
  const written = await new Promise<string>((resolve, reject) => {
    // Where a clock begins anew for ever, a reading never ends: what was written until then is told.
    execFile(process.execPath, command, { timeout: 220_000, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error !== null && error.killed !== true) reject(new Error(stderr));
      else resolve(stdout);
    });
  });
  const lines = written
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => JSON.parse(line) as [Reading, string[]]));
}

it('keeps at least one release', () => {
  expect(versions).not.toEqual([]);
});

describe.each(versions)('what Besa %s wrote', { timeout: 120_000 }, (version) => {
  const release = readRelease(version);
  const { manifest } = release;
  let problems: Partial<Record<Reading, string[]>>;
  beforeAll(async () => {
    problems = await problemsOf(version);
  }, 240_000);

  it('is unchanged', () => {
    const folder = folderOf(version);
    expect(sumsOf(folder), 'A kept release is never edited; change the reader instead.').toBe(writtenSums(folder));
  });

  it('is listed in its manifest, kind by kind and type by type', () => {
    const count: Record<string, number> = {};
    for (const [table, rows] of Object.entries(release.tables)) {
      for (const row of rows) {
        const kind = kindOf(table, rowFrom(row));
        count[kind] = (count[kind] ?? 0) + 1;
      }
    }
    const listed = Object.entries(manifest.rows).map(([kind, { count: rows }]) => [kind, rows]);
    expect(count).toEqual(Object.fromEntries(listed));
    expect(release.events.map((event) => event['type'])).toEqual(manifest.events);
  });

  it('has no kind of row that nothing here reads', () => {
    expect(Object.keys(manifest.rows).filter((kind) => readBy[kind] === undefined)).toEqual([]);
  });

  it.each(release.events.map((event) => [String(event['type']), event] as const))(
    'is read from a queue: %s',
    (_, event) => {
      const { subject: caseId, time, data } = event as { subject: string; time: string; data: object };
      const { actor, number, ...said } = data as { actor: string; number: number };
      expect(parseEnvelope(JSON.stringify(event))).toMatchObject({ caseId, time, actor, number, data: said });
    },
  );

  const meanings: Readonly<Record<Reading, string>> = {
    'looked at': 'is shown as it was: cases with their histories, lists, the directory, the access log, figures',
    opened: 'is opened: reports, threads, notes and what was given away, by staff and by receipt',
    'asked again': 'answers what is sent again as before, and does nothing twice',
    'goes on': 'goes on: what was pending is done, clocks run, mails go out, and what comes again changes nothing',
    'comes to its end': 'comes to its end, and goes when its time is over',
  };
  it.each(readings.map((reading) => [meanings[reading], reading] as const))('%s', (_, reading) => {
    expect(
      problems[reading] ?? ['It did not come to an end.'],
      'Change the reader, never the sample (test/releases/README.md).',
    ).toEqual([]);
  });
});

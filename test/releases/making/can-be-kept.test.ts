import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keptVersions, releasesFolder, sumsOf, writtenSums } from '../kept-release.ts';

const elsewhere = mkdtempSync(join(tmpdir(), 'besa-kept-'));
afterAll(() => {
  rmSync(elsewhere, { recursive: true, force: true });
});

// It refuses when an event type or a kind of row has nobody who makes it happen. That is found with the change that
// brings it, not on the day of the release.
it('today’s code can be kept as a release, with all that the last one has', { timeout: 300_000 }, () => {
  const before = readdirSync(releasesFolder);
  const said = execFileSync(process.execPath, [join(releasesFolder, 'keep-release.ts'), '99.0.0', elsewhere], {
    encoding: 'utf8',
  });
  expect(said).toBe('99.0.0 is kept.\n');
  const folder = join(elsewhere, '99.0.0');
  const filesIn = (sums: string): string[] => sums.split('\n').map((line) => line.slice(66));
  expect(sumsOf(folder)).toBe(writtenSums(folder));
  const last = join(releasesFolder, keptVersions().at(-1) ?? '');
  expect(filesIn(writtenSums(folder))).toEqual(expect.arrayContaining(filesIn(writtenSums(last))));
  expect(readdirSync(releasesFolder)).toEqual(before);
});

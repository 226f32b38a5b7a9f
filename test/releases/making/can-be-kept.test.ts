import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptVersions, releasesFolder, sumsOf, writtenSums } from '../kept-release.ts';
import { readings } from '../row-kinds.ts';

const version = '99.0.0';
const elsewhere = mkdtempSync(join(tmpdir(), 'besa-kept-'));
const run = (script: string): string =>
  execFileSync(process.execPath, [join(releasesFolder, script), version, elsewhere], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
const filesIn = (sums: string): string[] => sums.split('\n').map((line) => line.slice(66));

/*
 * What has nobody who makes it happen, and what a later reading would stumble over, is found with the change that brings
 * it, and not on the day of the release.
 */
describe('a release of today’s code', { timeout: 240_000 }, () => {
  const before = readdirSync(releasesFolder);
  let said = '';
  beforeAll(() => {
    said = run('keep-release.ts');
  }, 240_000);
  afterAll(() => {
    rmSync(elsewhere, { recursive: true, force: true });
  });

  it('can be kept, with all files that the last one has, and elsewhere', () => {
    expect(said).toBe(`${version} is kept.\n`);
    const folder = join(elsewhere, version);
    const last = join(releasesFolder, keptVersions().at(-1) ?? '');
    expect(sumsOf(folder)).toBe(writtenSums(folder));
    expect(filesIn(writtenSums(folder))).toEqual(expect.arrayContaining(filesIn(writtenSums(last))));
    expect(readdirSync(releasesFolder)).toEqual(before);
  });

  it('can be read as it was written', () => {
    const lines = run('read-release.ts').trimEnd().split('\n');
    const problems = lines.map((line) => JSON.parse(line) as [string, string[]]);
    expect(problems).toEqual(readings.map((reading) => [reading, []]));
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readYearArguments } from './year-arguments.ts';

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'besa-keep-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('plays a whole year and keeps nothing, unless asked', () => {
  expect(readYearArguments([])).toEqual({ days: 365 });
  expect(readYearArguments(['--days', '30'])).toEqual({ days: 30 });
});

it('keeps the year in a folder that is empty or not there', () => {
  const folder = ownFolder();
  expect(readYearArguments(['--keep', folder])).toEqual({ keep: folder, days: 365 });
  expect(readYearArguments(['--keep', join(folder, 'new')])).toEqual({ keep: join(folder, 'new'), days: 365 });
});

it('refuses what holds something, in one line', () => {
  const folder = ownFolder();
  mkdirSync(join(folder, 'data'));
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const isRefused = /^The folder .* is not empty\. The year is kept in an empty one only\.$/u;
  expect(() => readYearArguments(['--keep', folder])).toThrow(isRefused);
  expect(() => readYearArguments(['--keep', file])).toThrow(/^.* is no folder\.$/u);
});

it('says what an option should look like', () => {
  const usage = /Usage: npm run demo -- \[--keep FOLDER\] \[--days 365\]$/u;
  for (const args of [['--days', 'x'], ['--days', '6'], ['--days', '366'], ['--keep'], ['--colour', 'red']]) {
    expect(() => readYearArguments(args)).toThrow(usage);
  }
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { releasesFolder } from './kept-release.ts';

/** Kinds of rows that are written whole, and why nothing of a newer release is lost by it (docs/decisions/194). */
const writtenWhole: Readonly<Record<string, string>> = {};

describe('what a newer release wrote on a row', { timeout: 240_000 }, () => {
  let kinds: { rewritten: string[]; lost: string[] };
  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(releasesFolder, 'rewrite-rows.ts')]);
    kinds = JSON.parse(stdout) as typeof kinds;
  }, 240_000);

  it('stays when a function of this one writes the row again, whatever kind it is', () => {
    expect(kinds.lost.filter((kind) => writtenWhole[kind] === undefined).toSorted()).toEqual([]);
  });

  it('is asked of rows of many kinds, among them all that have a state', () => {
    expect(kinds.rewritten).toEqual(expect.arrayContaining(['Cases CASE#/META']));
  });

  it('is excused for no kind that keeps it', () => {
    expect(Object.keys(writtenWhole).filter((kind) => !kinds.lost.includes(kind))).toEqual([]);
  });
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { releasesFolder } from './kept-release.ts';

/** Whoever begins an erasure goes on with it. Another run reads the row first; the simulator plays that. */
const inOneRun = ['Erasures CASE#/ERASURE'];

describe('what a newer release wrote on a row', { timeout: 240_000 }, () => {
  let kinds: { rewritten: string[]; lost: string[] };
  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(releasesFolder, 'rewrite-rows.ts')]);
    kinds = JSON.parse(stdout) as typeof kinds;
  }, 240_000);

  it('stays when a function of this one writes the row again, whatever kind it is', () => {
    expect(kinds.lost.filter((kind) => !inOneRun.includes(kind))).toEqual([]);
  });

  it('is asked of each kind of row that is written again', () => {
    expect(kinds.rewritten).toEqual(
      expect.arrayContaining([
        'Cases CASE#/META',
        'Cases DESK#/DESK',
        'Cases CASE#/TIMER#must_be_read',
        'Directory CAMPAIGNS/…',
        'Directory DIRECTORY/REVISION',
        'Directory INSTITUTIONS/…',
        'Directory PLATFORMS/…',
        'Directory ROSTER/WEEK',
        'Directory STAFF#/MEMBER',
        'Directory TAKEOVERS/RECENT',
        'Erasures CASE#/ERASURE',
      ]),
    );
  });
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { InsiderKind } from './actors/insiders/plot.ts';

/** What it says, also where it found a broken promise. */
const run = async (...args: string[]): Promise<string[]> => {
  const file = join(import.meta.dirname, 'run.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], {
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: unknown) => error as { stdout: string });
  return stdout.trimEnd().split('\n');
};

describe('the simulator', { timeout: 120_000 }, () => {
  it('plays the same history from the same seed, to the last line', async () => {
    const [first, second] = await Promise.all([run('--seed', '3'), run('--seed', '3')]);
    const told = first.slice(0, -1);
    expect(told.length).toBeGreaterThan(20);
    expect(second.slice(0, -1)).toEqual(told);
  });

  it('has insiders who are answered, and no promise is broken by them', async () => {
    const kinds = ['officer', 'administrator', 'thief'] as const satisfies readonly InsiderKind[];
    const played = await Promise.all(kinds.map(async (kind) => (await run('--seed', '1', '--insiders', kind)).at(-1)));
    for (const [at, last = ''] of played.entries()) {
      const { done, broken } = JSON.parse(last) as { done: Record<string, number>; broken: Record<string, number> };
      const answered = Object.keys(done).filter((what) => /^(insider|with a code): .* 20\d$/u.test(what));
      expect([kinds[at], answered.length > 0]).toEqual([kinds[at], true]);
      expect([kinds[at], broken]).toEqual([kinds[at], {}]);
    }
  });

  it('lets a newer release be taken back with full queues and come again: nothing is lost, nothing done twice', async () => {
    const lines = await run('--from', '1', '--to', '3', '--releases');
    const sum = JSON.parse(lines.at(-1) ?? '') as { histories: number; findings: number; left: number };
    expect(sum).toMatchObject({ histories: 3, findings: 0 });
    expect(sum.left).toBeGreaterThan(0);
  });

  it('finds no promise broken in a few histories, with faults of many kinds', async () => {
    const lines = await run('--from', '1', '--to', '4');
    const sum = JSON.parse(lines.at(-1) ?? '') as { histories: number; findings: number; byKind: object };
    expect(sum).toMatchObject({ histories: 4, findings: 0 });
    expect(Object.keys(sum.byKind).length).toBeGreaterThan(8);
  });
});

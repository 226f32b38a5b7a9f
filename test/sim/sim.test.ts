import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = async (...args: string[]): Promise<string[]> => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'run.ts'), ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.trimEnd().split('\n');
};

describe('the simulator', { timeout: 120_000 }, () => {
  it('plays the same history from the same seed, to the last line', async () => {
    const [first, second] = await Promise.all([run('--seed', '3'), run('--seed', '3')]);
    const told = first.slice(0, -1);
    expect(told.length).toBeGreaterThan(20);
    expect(second.slice(0, -1)).toEqual(told);
  });

  it('finds no promise broken in a few histories, with faults of many kinds', async () => {
    const lines = await run('--from', '1', '--to', '8');
    const sum = JSON.parse(lines.at(-1) ?? '') as { histories: number; findings: number; byKind: object };
    expect(sum).toMatchObject({ histories: 8, findings: 0 });
    expect(Object.keys(sum.byKind).length).toBeGreaterThan(8);
  });
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { allFaults } from './faults/faults.ts';

/** A few short histories with every kind of fault in each. */
const args = ['--from', '1', '--to', '8', '--days', '0.5', '--all-faults'];

describe('The faults of the simulator', { timeout: 120_000 }, () => {
  it('strike, each kind of them, and break no promise', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'run.ts'), ...args], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const { findings, byKind } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as {
      findings: number;
      byKind: Record<string, number>;
    };
    expect(findings).toBe(0);
    expect(allFaults.filter((kind) => byKind[kind] === undefined)).toEqual([]);
  });
});

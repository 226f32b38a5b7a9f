import { describe, expect, it } from 'vitest';
import { isLargeEnough, leftBehind } from './files-in-memory.ts';

const GiB = 1024 ** 3;

describe('temporary files in memory', () => {
  it('are kept there where there is room, and memory to spare', () => {
    expect(isLargeEnough(8 * GiB, 16 * GiB)).toBe(true);
  });

  it('are not kept in the 64 MiB of a container, nor where memory is short', () => {
    expect(isLargeEnough(GiB / 16, 16 * GiB)).toBe(false);
    expect(isLargeEnough(8 * GiB, 2 * GiB)).toBe(false);
  });

  it('of a run that was killed are taken away by the next one, and those of a run under way are not', () => {
    const names = ['besa-tests-17-aB3', 'besa-tests-18-xY9', 'sem.other'];
    expect(leftBehind(names, (pid) => pid === 18)).toEqual(['besa-tests-17-aB3']);
  });
});

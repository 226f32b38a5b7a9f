import { describe, expect, it } from 'vitest';
import { readOnce } from '#shared/lambda/read-once.ts';

describe('Reading once', () => {
  it('asks once for each thing, however many want it, now or later', async () => {
    const asked: string[] = [];
    const read = readOnce(async (what: string) => `${what} ${asked.push(what)}`);
    expect(await Promise.all([read('a'), read('b'), read('a')])).toEqual(['a 1', 'b 2', 'a 1']);
    expect(await read('a')).toBe('a 1');
    expect(asked).toEqual(['a', 'b']);
  });

  it('asks anew when a reading failed', async () => {
    let tries = 0;
    const read = readOnce(async () => {
      tries += 1;
      if (tries === 1) throw new Error('The database is away.');
      return tries;
    });
    await expect(Promise.all([read(), read()])).rejects.toThrow('away');
    expect(await read()).toBe(2);
  });
});

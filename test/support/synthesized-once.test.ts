import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/local/temporary-folder.ts';
import { madeOnce } from './synthesized-once.ts';

/** Makes a number, another each time, when it is told to. */
function maker() {
  let times = 0;
  const { promise: told, resolve: go } = Promise.withResolvers<void>();
  return {
    make: async () => {
      times += 1;
      const made = { number: times };
      await told;
      return made;
    },
    go,
    times: () => times,
  };
}

describe('what takes seconds to make', () => {
  it('is made once, also for those who ask while it is made, and each has a copy of its own', async () => {
    const folder = temporaryFolder();
    const { make, go, times } = maker();
    const early = [madeOnce(folder, 'it', make), madeOnce(folder, 'it', make)];
    go();
    const all = [...(await Promise.all(early)), await madeOnce(folder, 'it', make)];
    expect(all).toEqual([{ number: 1 }, { number: 1 }, { number: 1 }]);
    expect(new Set(all).size).toBe(3);
    expect(times()).toBe(1);
    expect(readdirSync(folder)).toEqual(['it.json']);
  });

  it('is made anew under another name, and by each where nothing is shared, as for a mutant in memory', async () => {
    const { make, go } = maker();
    go();
    const folder = temporaryFolder();
    expect([await madeOnce(folder, 'one', make), await madeOnce(folder, 'other', make)]).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
    expect([await madeOnce('', 'one', make), await madeOnce(undefined, 'one', make)]).toEqual([
      { number: 3 },
      { number: 4 },
    ]);
  });

  it('is made by who waited for it, where who began could not', async () => {
    const folder = temporaryFolder();
    const { promise: cannot, reject } = Promise.withResolvers<object>();
    const began = madeOnce(folder, 'it', () => cannot);
    const waited = madeOnce(folder, 'it', () => Promise.resolve({ number: 7 }));
    reject(new Error('no room'));
    await expect(began).rejects.toThrow('no room');
    expect(await waited).toEqual({ number: 7 });
  });
});

import { describe, expect, it } from 'vitest';
import { inParallel } from '#shared/lambda/in-parallel.ts';

describe('Work on many things', () => {
  it.each([0, 1, 3, 4, 7])('is done once for each of %d, and answered in their order', async (count) => {
    const items = Array.from({ length: count }, (_, n) => n);
    const begun: number[] = [];
    const answers = await inParallel(3, items, async (item) => {
      begun.push(item);
      return item * 10;
    });
    expect(begun).toEqual(items);
    expect(answers).toEqual(items.map((item) => item * 10));
  });

  it('is under way for as many at once as it may be, and for no more', async () => {
    let underWay = 0;
    const seen: number[] = [];
    await inParallel(3, Array.from({ length: 7 }), async () => {
      underWay += 1;
      seen.push(underWay);
      await Promise.resolve();
      underWay -= 1;
    });
    expect(Math.max(...seen)).toBe(3);
  });

  it('fails with what failed', async () => {
    await expect(inParallel(2, [1, 2, 3], (item) => Promise.reject(new RangeError(`${item}`)))).rejects.toThrow('1');
  });
});

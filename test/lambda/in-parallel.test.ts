import { describe, expect, it } from 'vitest';
import { inParallel } from '#shared/lambda/in-parallel.ts';

/** Work that ends when the test says so. `begun` names the items in the order they were taken. */
function heldWork() {
  const begun: number[] = [];
  const held = new Map<number, PromiseWithResolvers<string>>();
  return {
    begun,
    work: (item: number): Promise<string> => {
      begun.push(item);
      const one = Promise.withResolvers<string>();
      held.set(item, one);
      return one.promise;
    },
    end: async (item: number): Promise<void> => {
      held.get(item)?.resolve(`done ${item}`);
      await settled();
    },
    fail: async (item: number): Promise<void> => {
      held.get(item)?.reject(new RangeError(`${item}`));
      await settled();
    },
  };
}

/** Lets everything run that waits for nothing but its turn. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

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

  it('goes on beside a slow one: as soon as any is done the next begins', async () => {
    const { begun, work, end } = heldWork();
    const answers = inParallel(2, [0, 1, 2, 3], work);
    expect(begun).toEqual([0, 1]);
    await end(1);
    expect(begun).toEqual([0, 1, 2]);
    await end(2);
    expect(begun).toEqual([0, 1, 2, 3]);
    await end(3);
    await end(0);
    expect(await answers).toEqual(['done 0', 'done 1', 'done 2', 'done 3']);
  });

  it('fails with what failed', async () => {
    await expect(inParallel(2, [1, 2, 3], (item) => Promise.reject(new RangeError(`${item}`)))).rejects.toThrow('1');
  });

  it('fails at once, and begins nothing more', async () => {
    const { begun, work, end, fail } = heldWork();
    const failed = inParallel(2, [0, 1, 2, 3], work).catch((error: unknown) => error);
    await fail(1);
    expect(await failed).toEqual(new RangeError('1'));
    await end(0);
    expect(begun).toEqual([0, 1]);
  });
});

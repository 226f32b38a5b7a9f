import { describe, expect, it } from 'vitest';
import { hasTime, nearlyOverMs, whileTimeLasts } from '#shared/lambda/time-left.ts';

const items = Array.from({ length: 10 }, (_, n) => n);

describe('Work while time lasts', () => {
  it('is done for all, in their order, when there is time', async () => {
    const done = await whileTimeLasts(3, items, { timeLeft: () => nearlyOverMs + 1 }, async (item) => item * 10);
    expect(done).toEqual({ done: items.map((item) => item * 10), left: [] });
  });

  it('ends with what was begun once time is nearly over, and names what nobody has begun', async () => {
    let begun = 0;
    const timeLeft = (): number => (begun < 4 ? nearlyOverMs + 1 : nearlyOverMs);
    const { done, left } = await whileTimeLasts(2, items, { timeLeft }, async (item) => {
      begun += 1;
      await Promise.resolve();
      return item;
    });
    expect([...done, ...left]).toEqual(items);
    expect(done).toEqual([0, 1, 2, 3]);
  });

  it('keeps what is reserved for other work', async () => {
    const time = { timeLeft: () => nearlyOverMs + 1000, reserveMs: 1000 };
    expect((await whileTimeLasts(2, items, time, async () => undefined)).left).toEqual(items);
    expect(hasTime(time.timeLeft, 999)).toBe(true);
  });

  it('leaves an item whose work answers nothing among what is done', async () => {
    const { done, left } = await whileTimeLasts(2, [1], { timeLeft: () => Infinity }, async () => undefined);
    expect(done).toEqual([undefined]);
    expect(left).toEqual([]);
  });
});

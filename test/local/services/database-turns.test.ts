import { describe, expect, it } from 'vitest';
import { turns } from '#infra/local/services/database-turns.ts';

describe('turns at the database', () => {
  it('go to whoever is waited for first, and one in four to the others', async () => {
    const { take } = turns(1);
    const order: string[] = [];
    const ask = (isAwaited: boolean, name: string): Promise<void> =>
      take(isAwaited, async () => {
        order.push(name);
        await Promise.resolve();
      });
    await Promise.all([
      ask(false, 'first'),
      ...['o1', 'o2', 'o3'].map((name) => ask(false, name)),
      ...['a1', 'a2', 'a3', 'a4', 'a5'].map((name) => ask(true, name)),
    ]);
    expect(order).toEqual(['first', 'a1', 'a2', 'a3', 'o1', 'a4', 'a5', 'o2', 'o3']);
  });

  it('never run more at once than allowed, and go on after a failure', async () => {
    const { take } = turns(2);
    let running = 0;
    let most = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        take(index % 2 === 0, async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
          if (index % 3 === 0) throw new Error('broken');
        }),
      ),
    );
    expect(most).toBe(2);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(13);
  });
});

import { expect, inject, it } from 'vitest';
import { preparedSystem } from '#test/support/prepared-system.ts';
import { leftAloneLocally } from '#test/story/too-much/left-alone-locally.ts';

const hours = 8;

/**
 * What a stepped clock costs is counted in calls and sweeps, because seconds depend on the machine. The first hours cost
 * the most: the ladder is climbed then. Before decision 131 they took 637 calls and 20 sweeps an hour, 51 calls a letter.
 * `npm run stories -- --local 73` shows all of it, with the seconds.
 */
it(
  'two critical cases and a normal one, eight hours: the clock stops seldom, and a letter is a few calls',
  { timeout: 300_000 },
  async () => {
    const { letters, sweeps, calls } = await leftAloneLocally(hours, preparedSystem(inject('preparedSystem')));
    const sent = [...letters.values()].reduce((sum, count) => sum + count, 0);
    expect(letters.size).toBe(7);
    expect(sent).toBeGreaterThan(60);
    expect(sweeps / hours).toBeLessThan(19);
    expect(calls / hours).toBeLessThan(500);
    expect(calls / sent).toBeLessThan(40);
  },
);

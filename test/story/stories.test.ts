import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lettersInAnHour, stories } from './too-much/too-much.ts';

/** All stories in one process: making the simulator costs more than most of them. */
describe('the stories of too much', () => {
  let [told, code]: [string[], number | null] = [[], null];

  beforeAll(async () => {
    const args = [join(import.meta.dirname, 'stories.ts'), '--mails-per-day', '1000000'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    [told, code] = [(await text(child.stdout)).split('\n'), await closed];
  }, 180_000);

  it.each(stories)('keep to the budget of letters: $name', ({ name, lettersAtMost }) => {
    const row = told.find((line) => line.includes(name)) ?? '';
    const [people, most, allowed, inAnHour] = row.slice(row.indexOf(name) + name.length).match(/\d+/gu) ?? [];
    expect(Number(people)).toBeGreaterThan(0);
    expect(Number(allowed)).toBe(lettersAtMost);
    expect(Number(most)).toBeGreaterThan(0);
    expect(Number(most)).toBeLessThanOrEqual(lettersAtMost);
    expect(Number(inAnHour)).toBeLessThanOrEqual(lettersInAnHour);
  });

  it('ends well, so a budget that is broken would be heard of', () => {
    expect(code).toBe(0);
  });

  it.each([
    ['40 messages', 20],
    ['26 critical', 13],
    ['300 critical', 13],
    ['73 h', 110],
    ['nine weeks', 20],
    ['131 pieces', 5],
  ])('the budget that practice gives: %s, %i', (part, budget) => {
    expect(stories.filter(({ name }) => name.includes(part)).map(({ lettersAtMost }) => lettersAtMost)).toEqual([
      budget,
    ]);
  });
});

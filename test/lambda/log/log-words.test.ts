import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { logCodes, reasons } from '#shared/lambda/log/log-fields.ts';
import { metrics } from '#shared/lambda/log/metrics.ts';

const lists = ['shared/lambda/log/log-fields.ts', 'shared/lambda/log/metrics.ts'];
const source = globSync('{functions,shared}/**/*.ts')
  .filter((file) => !lists.includes(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const isSaid = (word: string): boolean => source.includes(`'${word}'`);

/** A word nobody says makes an alarm that never rings, and a runbook that sends people looking for it. */
describe('a word of the log that no code says', () => {
  it.each([
    ['code', Object.keys(logCodes)],
    ['reason', [...reasons]],
    ['measurement', Object.keys(metrics)],
  ])('is in no list: %s', (_, words) => {
    expect(words.filter((word) => !isSaid(word))).toEqual([]);
  });

  it('is in no runbook either', () => {
    const runbook = readFileSync('docs/runbook.md', 'utf8');
    const named = [...runbook.matchAll(/`([a-z]+_[a-z_]+)`/g)].map(([, word = '']) => word);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((word) => !Object.hasOwn(logCodes, word))).toEqual([]);
  });
});

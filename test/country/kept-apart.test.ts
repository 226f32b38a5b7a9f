import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { measureWords, sentencesOf } from '#infra/documents/measure-words.ts';

const words = await albania.loadWords();
const file = (name: string): string => new URL(`kept-apart/${name}.tsv`, import.meta.url).pathname;

/**
 * Sentences that nobody who changes the lists or the matcher has read. What they say of the lists is only told in
 * figures. Whoever reads them to mend the lists takes their worth away. Source: docs/practice.md, Word lists.
 */
describe('on sentences that were kept apart', () => {
  const measured = measureWords(
    ['must-hit', 'ordinary'].flatMap((name) => sentencesOf(readFileSync(file(name), 'utf8'), name === 'ordinary')),
    words,
  );
  const told = [...measured.byKindAndVariety].map(([of, { right, all }]) => `${of}: ${right} of ${all}`).join('\n');

  test('at least 95 of 100 that must be heard are heard', () => {
    expect({ isEnough: measured.hitRate >= 0.95, told }).toMatchObject({ isEnough: true });
  });
  test('at most 5 of 100 ordinary ones wake anybody', () => {
    expect({ isFew: measured.falseAlarmRate <= 0.05, told }).toMatchObject({ isFew: true });
  });
});

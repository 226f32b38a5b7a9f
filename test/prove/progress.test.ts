import { describe, expect, test } from 'vitest';
import { bar, inWords, progress } from './progress.ts';

const minute = 60_000;

describe('how far something is', () => {
  test('is a bar as long as its share, with the time left if it goes on as it did', () => {
    expect(bar('Mutants', 10, 40, 2 * minute)).toBe('Mutants [#######.......................] 10 of 40, 6 min left');
    expect(bar('Mutants', 40, 40, 2 * minute)).toBe(`Mutants [${'#'.repeat(30)}] 40 of 40`);
  });

  test('promises no time before anything is done, and no share where nobody knows of how much', () => {
    expect(bar('Mutants', 0, 40, minute)).toBe(`Mutants [${'.'.repeat(30)}] 0 of 40`);
    expect(bar('Crash points', 7, undefined, minute)).toBe('Crash points: 7');
  });

  test('is a length in words', () => {
    expect([40_000, 12 * minute, 120 * minute, 125 * minute].map(inWords)).toEqual([
      '40 s',
      '12 min',
      '2 h',
      '2 h 5 min',
    ]);
  });

  test('is written for who watches a terminal, and for nobody else', () => {
    const written: string[] = [];
    const to = { write: (text: string) => written.push(text) };
    for (const isWatched of [false, true]) {
      const seen = progress(to, isWatched);
      seen.of('Mutants', 2)(1);
      seen.show('Models');
      seen.clear();
    }
    expect(written.map((text) => text.replace('\r\u001b[K', ''))).toEqual([
      expect.stringContaining('Mutants [###############...............] 1 of 2'),
      'Models',
      '',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { checkLetters } from './check-letters.ts';
import type { Find } from './finding.ts';

const minute = 60_000;
/** Nine in the morning in Tirana: no news of the day leave. */
const nine = Date.UTC(2026, 10, 17, 8);

function findings(check: (find: Find) => void): string[] {
  const found: string[] = [];
  check((promise, what) => void found.push(`${promise} ${what}`));
  return found;
}

describe('of letters it is found', () => {
  const arta = (...minutes: number[]) =>
    minutes.map((after) => ({ at: nine + after * minute, to: 'arta@besa.example', tags: { mail: 'tag1' } }));
  const calm = { sendersAt: [], areClocksApart: false };
  const found = (letters: Parameters<typeof checkLetters>[0], disturbed = calm as Parameters<typeof checkLetters>[1]) =>
    findings((find) => checkLetters(letters, disturbed, find));
  const every = (step: number, count: number): number[] => Array.from({ length: count }, (_, at) => at * step);

  it('that somebody got more than thirteen in an hour', () => {
    expect(found(arta(...every(4.5, 13)))).toEqual([]);
    expect(found(arta(...every(4.5, 14)))).toEqual([expect.stringContaining('too many letters')]);
  });

  it('that somebody got two at once, but for the first news of a critical case', () => {
    const [first, ...others] = arta(0, 1, 8).map((one) => ({ ...one, subject: 'B-7K3M-9QX1: not read, critical' }));
    const before = { ...arta(0)[0]!, subject: 'An address in Besa has changed' };
    expect(found([before, ...others])).toEqual([]);
    expect(found([first!, ...others])).toEqual([expect.stringContaining('two letters at once')]);
    expect(found(arta(0, 4))).toEqual([]);
    expect(found(arta(0, 3))).toEqual([expect.stringContaining('two letters at once')]);
  });

  it('nothing where a function ended after it had sent one, or clocks were apart', () => {
    expect(found(arta(0, 3), { ...calm, sendersAt: [nine + minute] })).toEqual([]);
    expect(found(arta(0, 3), { ...calm, areClocksApart: true })).toEqual([]);
    expect(found(arta(...every(3, 16)), { ...calm, areClocksApart: true })).toHaveLength(1);
  });

  it('nothing where news of the day came beside them, or an institution or nobody was written to', () => {
    expect(found(arta(-59, -58))).toEqual([]);
    expect(found(arta(0, 1).map((letter) => ({ ...letter, to: 'police@institution.example' })))).toEqual([]);
    expect(found(arta(0, 1).map((letter) => ({ ...letter, tags: {} })))).toEqual([]);
  });
});

import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { crashKinds, crashKindsAt } from '#test/sim/world.ts';
import { mutants } from './mutants.ts';
import { dayOfCommit } from '#test/support/day-of-commit.ts';
import { sliceOf, turn } from './slice.ts';

const someDay = Math.floor(Date.UTC(2026, 11, 29) / 86_400_000);
const daysFrom = (first: number, count = turn): number[] => Array.from({ length: count }, (_, day) => first + day);

describe('the slice of mutants that the quick proof tries', () => {
  it.each(daysFrom(someDay))('has every mutant once within a turn of days from day %i on', (first) => {
    const tried = daysFrom(first).flatMap((day) => sliceOf(mutants, day));
    expect(tried).toHaveLength(mutants.length);
    expect(new Set(tried)).toEqual(new Set(mutants));
  });

  it('is about as large on each day, and keeps its mutants when others are added', () => {
    const few = mutants.filter((_, at) => at % 3 === 0);
    for (const day of daysFrom(someDay)) {
      const slice = sliceOf(mutants, day);
      expect(slice.length).toBeGreaterThan(mutants.length / turn / 2);
      expect(slice.length).toBeLessThan((mutants.length / turn) * 1.5);
      expect(sliceOf(few, day)).toEqual(slice.filter((mutant) => few.includes(mutant)));
    }
  });

  it('goes by the day of the commit, and by the first day where there is no repository', () => {
    expect(dayOfCommit(join(tmpdir(), 'no repository'))).toBe(0);
    expect(sliceOf(mutants, 0).length).toBeGreaterThan(0);
  });
});

describe('the faults that the quick proof tries at a crash point', () => {
  it.each([0, 1, 2, 3, 4])('are all of them within four days in a row, at place %i', (place) => {
    const tried = daysFrom(someDay, crashKinds.length).flatMap((day) => crashKindsAt(place, 1, day));
    expect(tried.toSorted()).toEqual([...crashKinds].toSorted());
  });

  it('are others at the next place, and all of them in the whole proof', () => {
    expect(crashKindsAt(1, 1, someDay)).not.toEqual(crashKindsAt(2, 1, someDay));
    expect(crashKindsAt(7, crashKinds.length, 0)).toEqual(crashKinds);
  });
});

import { describe, expect, it } from 'vitest';
import { countLetters } from './letters-counted.ts';

const minute = 60_000;
const mail = (to: string, at: number) => ({ to: `${to}@besa.example`, at: at * minute });

describe('letters, counted', () => {
  it('are counted for each person, and those of institutions apart', () => {
    const police = { to: 'police@institution.example', at: 0 };
    expect(countLetters([mail('arta', 0), mail('drita', 1), mail('arta', 2), police])).toMatchObject({
      people: 2,
      mostToOne: 2,
      total: 3,
      toInstitutions: 1,
    });
  });

  it('are counted within any hour, whenever it begins', () => {
    const at = (...minutes: number[]) => countLetters(minutes.map((one) => mail('arta', one))).mostInAnHour;
    expect(at(0, 59)).toBe(2);
    expect(at(0, 60)).toBe(1);
    expect(at(0, 50, 70, 100, 109, 200)).toBe(4);
  });

  it('are as near to each other as two to the same person were', () => {
    expect(countLetters([mail('arta', 0), mail('drita', 1), mail('arta', 7)]).shortestGapMs).toBe(7 * minute);
    expect(countLetters([mail('arta', 0), mail('drita', 1)]).shortestGapMs).toBeUndefined();
    expect(countLetters([])).toEqual({
      people: 0,
      mostToOne: 0,
      mostInAnHour: 0,
      shortestGapMs: undefined,
      total: 0,
      toInstitutions: 0,
    });
  });
});

import { describe, expect, test } from 'vitest';
import { nextMark, triedAgainAt } from '#shared/domain/people/mark.ts';
import type { Mark } from '#shared/domain/people/mark.ts';
import { isReached } from '#shared/domain/people/person.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';

const now = '2026-11-20T22:10:00.000Z';
const hours = (count: number) => plusMinutes(now, count * 60);

describe('a mark on an address', () => {
  test('is tried again after 1, 6 and 24 hours, and then each day', () => {
    const pauses: number[] = [];
    let [mark, at]: [Mark | undefined, string] = [undefined, now];
    for (let bounce = 0; bounce < 5; bounce += 1) {
      mark = nextMark(mark, 'bounced', at);
      const again = triedAgainAt(mark!);
      pauses.push((Date.parse(again) - Date.parse(at)) / 3_600_000);
      expect(mark).toMatchObject({ since: now, tries: bounce + 1 });
      at = again;
    }
    expect(pauses).toEqual([1, 6, 24, 24, 24]);
  });

  test('passes its holder over until then, and no longer', () => {
    const person = { active: true, unreachable: nextMark(undefined, 'bounced', now)! };
    expect(isReached(person, plusMinutes(now, 59))).toBe(false);
    expect(isReached(person, hours(1))).toBe(true);
    expect(isReached({ ...person, active: false }, hours(1))).toBe(false);
  });

  test('that release 0.1.0 wrote is tried again an hour after it was set, and counts as the first', () => {
    const old: Mark = { since: now, because: 'bounced' };
    expect(isReached({ active: true, unreachable: old }, plusMinutes(now, 59))).toBe(false);
    expect(isReached({ active: true, unreachable: old }, hours(1))).toBe(true);
    expect(nextMark(old, 'complained', hours(2))).toEqual({
      since: now,
      because: 'complained',
      tries: 2,
      againAt: hours(8),
    });
  });

  test('grows by no mail that left before it was set', () => {
    expect(nextMark(nextMark(undefined, 'bounced', now), 'bounced', plusMinutes(now, 5))).toBeUndefined();
  });

  test('begins anew after a week in which no mail came back', () => {
    const mark = nextMark(undefined, 'bounced', now);
    expect(nextMark(mark, 'bounced', hours(7 * 24))).toMatchObject({ since: now, tries: 2 });
    expect(nextMark(mark, 'bounced', hours(7 * 24 + 1))).toMatchObject({ since: hours(7 * 24 + 1), tries: 1 });
  });
});

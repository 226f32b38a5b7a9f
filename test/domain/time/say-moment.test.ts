import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { sayMoment, type MomentUse } from '#shared/domain/time/say-moment.ts';
import { zembla } from '#test/support/invented-country.ts';

const say = (use: MomentUse, at: string, now: string, language = 'en'): string =>
  sayMoment({ use, at, now }, language, albania.timeZone, albania.reporterTexts.moments);

test.each([
  ['today', '2026-11-20T21:40:00.000Z', '2026-11-20T17:00:00.000Z', '22:40 today', 'sot në orën 22:40'],
  [
    'today, although UTC is still on the day before',
    '2026-11-20T23:30:00.000Z',
    '2026-11-21T10:00:00.000Z',
    '00:30 today',
    'sot në orën 00:30',
  ],
  [
    'tomorrow, although it is the same day in UTC',
    '2026-11-20T23:10:00.000Z',
    '2026-11-20T18:50:00.000Z',
    '00:10 tomorrow',
    'nesër në orën 00:10',
  ],
  ['yesterday', '2026-11-20T22:50:00.000Z', '2026-11-20T23:10:00.000Z', '23:50 yesterday', 'dje në orën 23:50'],
  ['a weekday', '2026-11-24T13:00:00.000Z', '2026-11-21T10:00:00.000Z', '14:00 on Tuesday', 'të martën në orën 14:00'],
  [
    'a weekday that has passed',
    '2026-11-17T13:00:00.000Z',
    '2026-11-20T10:00:00.000Z',
    '14:00 on Tuesday',
    'të martën në orën 14:00',
  ],
  [
    'a weekday six days ahead',
    '2026-11-26T13:00:00.000Z',
    '2026-11-20T10:00:00.000Z',
    '14:00 on Thursday',
    'të enjten në orën 14:00',
  ],
  [
    'a date seven days ahead',
    '2026-11-27T13:00:00.000Z',
    '2026-11-20T10:00:00.000Z',
    '14:00 on 27 November 2026',
    'më 27 nëntor 2026, në orën 14:00',
  ],
  [
    'a date, a week or more away',
    '2026-05-05T12:00:00.000Z',
    '2026-12-01T10:00:00.000Z',
    '14:00 on 5 May 2026',
    'më 5 maj 2026, në orën 14:00',
  ],
])('%s is said as such, with the preposition that its sentence needs', (_, at, now, english, albanian) => {
  const en = { by: 'by ', notBefore: 'before ', at: 'at ' } as const;
  const sq = { by: 'deri ', notBefore: 'deri ', at: '' } as const;
  for (const use of ['by', 'notBefore', 'at'] as const) {
    expect(say(use, at, now)).toBe(`${en[use]}${english}`);
    expect(say(use, at, now, 'sq')).toBe(`${sq[use]}${albanian}`);
  }
});

describe('what is near now is said as a length', () => {
  const now = '2026-11-20T22:10:00.000Z';

  test.each([
    [1, 'within one minute', 'brenda një minute', 'for one minute more', 'edhe për një minutë'],
    [40, 'within 40 minutes', 'brenda 40 minutash', 'for 40 minutes more', 'edhe për 40 minuta'],
    [60, 'within one hour', 'brenda një ore', 'for one hour more', 'edhe për një orë'],
    [
      61,
      'within one hour and one minute',
      'brenda një ore e një minute',
      'for one hour and one minute more',
      'edhe për një orë e një minutë',
    ],
    [
      205,
      'within 3 hours and 25 minutes',
      'brenda 3 orësh e 25 minutash',
      'for 3 hours and 25 minutes more',
      'edhe për 3 orë e 25 minuta',
    ],
    [240, 'within 4 hours', 'brenda 4 orësh', 'for 4 hours more', 'edhe për 4 orë'],
  ])('%i minutes ahead', (minutes, by, bySq, wait, waitSq) => {
    const at = plusMinutes(now, minutes);
    expect([say('by', at, now), say('by', at, now, 'sq')]).toEqual([by, bySq]);
    expect([say('notBefore', at, now), say('notBefore', at, now, 'sq')]).toEqual([wait, waitSq]);
  });

  test('and what is further away, or over, or told of as past, is said as a time', () => {
    expect(say('by', '2026-11-21T02:10:00.001Z', now)).toBe('by 03:10 tomorrow');
    expect(say('by', now, now)).toBe('by 23:10 today');
    expect(say('by', '2026-11-20T22:09:00.000Z', now)).toBe('by 23:09 today');
    expect(say('at', '2026-11-20T22:40:00.000Z', now)).toBe('at 23:40 today');
    expect(say('notBefore', '2026-11-20T22:10:30.000Z', now)).toBe('before 23:10 today');
  });

  const lengthIn = (words: string): number => {
    const minutes = (unit: string): number => {
      const [, n] = new RegExp(`(\\d+|one) ${unit}`, 'u').exec(words) ?? [];
      return n === undefined ? 0 : n === 'one' ? 1 : Number(n);
    };
    return (60 * minutes('hour') + minutes('minute')) * 60_000;
  };
  const lefts = fc.integer({ min: 60_000, max: 239 * 60_000 });
  const later = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();

  test('a deadline ends no sooner than staff keep to, and less than a minute later', () => {
    fc.assert(
      fc.property(lefts, (left) => {
        const told = lengthIn(say('by', later(left), now));
        expect(told).toBeGreaterThanOrEqual(left);
        expect(told).toBeLessThan(left + 60_000);
      }),
    );
  });

  test('a promise of some minutes is never told as longer, whenever it is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 240 }), fc.nat(100_000), (minutes, passed) => {
        const words = say('by', plusMinutes(now, minutes), later(passed));
        expect(lengthIn(words)).toBeLessThanOrEqual(minutes * 60_000);
      }),
    );
  });

  test('a wait is over when its length is', () => {
    fc.assert(
      fc.property(lefts, (left) => {
        const told = lengthIn(say('notBefore', later(left), now));
        expect(told).toBeLessThanOrEqual(left);
        expect(told).toBeGreaterThan(left - 60_000);
      }),
    );
  });
});

test('a promise of 48 hours is told in local time on both sides of a change of the clocks', () => {
  // Received Saturday 13:00 local; 48 elapsed hours later the wall shows an hour more in spring, an hour less in autumn.
  expect(say('by', '2026-03-30T12:00:00.000Z', '2026-03-28T12:00:00.000Z')).toBe('by 14:00 on Monday');
  expect(say('by', '2026-10-26T12:00:00.000Z', '2026-10-24T12:00:00.000Z')).toBe('by 13:00 on Monday');
});

test('a length counts hours that pass, also through a change of the clocks', () => {
  expect(say('by', '2026-03-29T02:30:00.000Z', '2026-03-28T23:30:00.000Z')).toBe('within 3 hours');
  expect(say('by', '2026-10-25T02:30:00.000Z', '2026-10-24T23:30:00.000Z')).toBe('within 3 hours');
});

test('the day after a change of the clocks is tomorrow', () => {
  expect(say('by', '2026-03-29T21:30:00.000Z', '2026-03-28T22:30:00.000Z')).toBe('by 23:30 tomorrow');
  expect(say('by', '2026-10-25T22:30:00.000Z', '2026-10-24T21:30:00.000Z')).toBe('by 23:30 tomorrow');
});

test('another country says it in its own zone and words', () => {
  const { moments } = zembla.reporterTexts;
  const inZembla = (at: string): string =>
    sayMoment({ use: 'by', at, now: '2026-11-20T10:00:00.000Z' }, 'el', zembla.timeZone, moments);
  expect(inZembla('2026-11-20T18:00:00.000Z')).toBe('«by» 23:30 «today»');
  expect(inZembla('2026-11-20T19:00:00.000Z')).toBe('«by» 00:30 «tomorrow»');
  expect(inZembla('2026-11-20T12:30:00.000Z')).toBe('«within» 2 «hours» 30 «minutes»');
});

import { expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { sayMoment } from '#shared/domain/time/say-moment.ts';
import { zembla } from '#test/support/invented-country.ts';

const say = (at: string, now: string, language = 'en'): string =>
  sayMoment(at, now, language, albania.timeZone, albania.reporterTexts.moments);

test.each([
  ['today', '2026-11-20T21:40:00.000Z', '2026-11-20T17:00:00.000Z', '22:40 today', '22:40 sot'],
  [
    'today, although UTC is still on the day before',
    '2026-11-20T23:30:00.000Z',
    '2026-11-21T10:00:00.000Z',
    '00:30 today',
    '00:30 sot',
  ],
  [
    'tomorrow, although it is the same day in UTC',
    '2026-11-20T23:10:00.000Z',
    '2026-11-20T22:50:00.000Z',
    '00:10 tomorrow',
    '00:10 nesër',
  ],
  ['a weekday', '2026-11-24T13:00:00.000Z', '2026-11-21T10:00:00.000Z', 'Tuesday 14:00', '14:00 të martën'],
  [
    'a weekday that has passed',
    '2026-11-17T13:00:00.000Z',
    '2026-11-20T10:00:00.000Z',
    'Tuesday 14:00',
    '14:00 të martën',
  ],
  [
    'a weekday six days ahead',
    '2026-11-26T13:00:00.000Z',
    '2026-11-20T10:00:00.000Z',
    'Thursday 14:00',
    '14:00 të enjten',
  ],
  [
    'a date seven days ahead',
    '2026-11-27T13:00:00.000Z',
    '2026-11-20T10:00:00.000Z',
    '14:00 on 27/11/2026',
    '14:00 më 27.11.2026',
  ],
  [
    'a date, a week or more away',
    '2026-11-24T13:00:00.000Z',
    '2026-12-01T10:00:00.000Z',
    '14:00 on 24/11/2026',
    '14:00 më 24.11.2026',
  ],
])('%s is said as such', (_, at, now, english, albanian) => {
  expect(say(at, now)).toBe(english);
  expect(say(at, now, 'sq')).toBe(albanian);
});

test('a promise of 48 hours is told in local time on both sides of a change of the clocks', () => {
  // Received Saturday 13:00 local; 48 elapsed hours later the wall shows an hour more in spring, an hour less in autumn.
  expect(say('2026-03-30T12:00:00.000Z', '2026-03-28T12:00:00.000Z')).toBe('Monday 14:00');
  expect(say('2026-10-26T12:00:00.000Z', '2026-10-24T12:00:00.000Z')).toBe('Monday 13:00');
});

test('the day after a change of the clocks is tomorrow', () => {
  expect(say('2026-03-29T21:30:00.000Z', '2026-03-28T22:30:00.000Z')).toBe('23:30 tomorrow');
  expect(say('2026-10-25T22:30:00.000Z', '2026-10-24T21:30:00.000Z')).toBe('23:30 tomorrow');
});

test('another country says it in its own zone and words', () => {
  const { moments } = zembla.reporterTexts;
  const received = '2026-11-20T10:00:00.000Z';
  expect(sayMoment('2026-11-20T18:00:00.000Z', received, 'el', zembla.timeZone, moments)).toBe('23:30 «today»');
  expect(sayMoment('2026-11-20T19:00:00.000Z', received, 'el', zembla.timeZone, moments)).toBe('00:30 «tomorrow»');
});

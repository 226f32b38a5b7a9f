import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { instantAt, isWithin, localTime, nextOf } from '#shared/domain/time/local-time.ts';
import { leavesAt, morningOf, type MailTiming } from '#shared/domain/mail/mail-timing.ts';
import { aCase } from '#test/support/builders.ts';

const tirana = 'Europe/Tirane';
const timing: MailTiming = {
  quiet: { from: '20:00', to: '08:00' },
  digests: ['08:00', '13:00', '18:00'],
  burstMinutes: 1,
  repeatMinutes: 5,
  pace: {
    urgentMinutes: 5,
    joiningMinutes: 30,
    lateJoiningMinutes: 60,
    lateAfterReminders: 8,
    shortMessageMinutes: 15,
    halfMinutes: 60,
    reserveMinutes: 240,
  },
};
const child = aCase().reported;
const adults: typeof child = {
  ...child,
  victims: [{ ageBand: '31+', gender: 'female' }],
  reporterAgeBand: '31+',
  reporterRole: 'citizen',
};

describe('the time on the wall', () => {
  it.each([
    ['a winter day', '2026-11-20T22:59:00.000Z', '23:59', '2026-11-20'],
    ['a summer night, over midnight', '2026-07-01T22:30:00.000Z', '00:30', '2026-07-02'],
    ['the last minute before the clocks go forward', '2026-03-29T00:59:00.000Z', '01:59', '2026-03-29'],
    ['the first minute after it', '2026-03-29T01:00:00.000Z', '03:00', '2026-03-29'],
  ])('is shown on %s', (_, at, time, date) => {
    expect(localTime(at, tirana)).toEqual({ time, day: Date.parse(date) });
  });

  it('leads back to an instant that shows it, on every day and at every time of the day', () => {
    const days = fc.integer({ min: 0, max: 3000 }).map((n) => Date.parse('2024-01-01') + n * 86_400_000);
    // The hour that daylight saving skips or repeats is 02:00 to 03:00.
    const times = fc.integer({ min: 3 * 60, max: 24 * 60 - 1 }).map((minutes) => {
      const two = (n: number): string => String(n).padStart(2, '0');
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    });
    fc.assert(
      fc.property(days, times, fc.constantFrom(tirana, 'America/New_York', 'Asia/Tokyo'), (day, time, zone) => {
        expect(localTime(instantAt(day, time, zone), zone)).toEqual({ time, day });
      }),
    );
  });

  it('comes next at the same instant, later that day, or the day after', () => {
    const next = (at: string) => nextOf(['08:00', '18:00'], at, tirana);
    expect(next('2026-11-20T07:00:00.000Z')).toBe('2026-11-20T07:00:00.000Z');
    expect(next('2026-11-20T07:00:00.001Z')).toBe('2026-11-20T17:00:00.000Z');
    expect(next('2026-11-20T17:30:00.000Z')).toBe('2026-11-21T07:00:00.000Z');
    expect(next('2026-12-31T22:59:00.000Z')).toBe('2027-01-01T07:00:00.000Z');
    expect(nextOf(['18:00', '08:00'], '2026-11-20T06:00:00.000Z', tirana)).toBe('2026-11-20T07:00:00.000Z');
    expect(() => nextOf([], '2026-11-20T06:00:00.000Z', tirana)).toThrow('no time of day');
  });

  it('is within a span of the day, and within one over midnight', () => {
    const within = (at: string, from: '20:00' | '09:00', to: '08:00' | '17:00') => isWithin(at, { from, to }, tirana);
    expect(within('2026-11-20T19:00:00.000Z', '20:00', '08:00')).toBe(true);
    expect(within('2026-11-20T18:59:59.999Z', '20:00', '08:00')).toBe(false);
    expect(within('2026-11-21T06:59:59.999Z', '20:00', '08:00')).toBe(true);
    expect(within('2026-11-21T07:00:00.000Z', '20:00', '08:00')).toBe(false);
    expect(within('2026-11-21T07:59:00.000Z', '09:00', '17:00')).toBe(false);
    expect(within('2026-11-21T08:00:00.000Z', '09:00', '17:00')).toBe(true);
    expect(within('2026-11-21T16:00:00.000Z', '09:00', '17:00')).toBe(false);
  });
});

describe('a mail to staff', () => {
  const leaves = (severity: 'critical' | 'high' | 'normal' | 'low', at: string, reported = child) =>
    leavesAt({ severity, reported }, at, timing, tirana);

  it('about a critical case leaves at once, at any hour', () => {
    expect(leaves('critical', '2026-11-20T02:30:00.000Z')).toBeUndefined();
    expect(leaves('critical', '2026-11-20T12:00:00.000Z', adults)).toBeUndefined();
  });

  it('about a high case waits only for its burst, at night too when a child may be involved', () => {
    expect(leaves('high', '2026-11-20T12:00:00.000Z', adults)).toBe('2026-11-20T12:01:00.000Z');
    expect(leaves('high', '2026-11-20T23:30:00.000Z')).toBe('2026-11-20T23:31:00.000Z');
  });

  it('about a high case waits only for its burst also where staff concluded what the report did not say: a child', () => {
    const night = '2026-11-20T23:30:00.000Z';
    const leavesOf = (reported: typeof child, victims: typeof child.victims): string | undefined => {
      const assessed = { category: reported.category, victims };
      return leavesAt({ severity: 'high', reported, assessed }, night, timing, tirana);
    };
    const ofFourteen: typeof child.victims = [{ ageBand: '14', gender: 'female' }];
    expect(leavesOf(adults, ofFourteen)).toBe('2026-11-20T23:31:00.000Z');
    // A child that was reported is not concluded away.
    expect(leavesOf(child, adults.victims)).toBe('2026-11-20T23:31:00.000Z');
    expect(leavesOf(adults, adults.victims)).toBe('2026-11-21T07:00:00.000Z');
  });

  it.each([
    ['the evening', '2026-11-20T19:00:00.000Z', '2026-11-21T07:00:00.000Z'],
    ['after midnight', '2026-11-20T23:30:00.000Z', '2026-11-21T07:00:00.000Z'],
    ['the night the clocks go forward', '2026-03-28T21:00:00.000Z', '2026-03-29T06:00:00.000Z'],
    ['that night after the change', '2026-03-29T01:30:00.000Z', '2026-03-29T06:00:00.000Z'],
    ['the night the clocks go back', '2026-10-24T20:00:00.000Z', '2026-10-25T07:00:00.000Z'],
    ['the second of two hours alike', '2026-10-25T01:30:00.000Z', '2026-10-25T07:00:00.000Z'],
  ])('about a high case of adults waits for the morning: %s', (_, at, morning) => {
    expect(leaves('high', at, adults)).toBe(morning);
  });

  it.each(['normal', 'low'] as const)('about a %s case waits for the next of the daily mails', (severity) => {
    expect(leaves(severity, '2026-11-20T06:30:00.000Z')).toBe('2026-11-20T07:00:00.000Z');
    expect(leaves(severity, '2026-11-20T07:30:00.000Z')).toBe('2026-11-20T12:00:00.000Z');
    expect(leaves(severity, '2026-11-20T12:30:00.000Z')).toBe('2026-11-20T17:00:00.000Z');
    expect(leaves(severity, '2026-11-20T17:30:00.000Z')).toBe('2026-11-21T07:00:00.000Z');
    // A Saturday: children write on weekends too.
    expect(leaves(severity, '2026-11-21T10:00:00.000Z')).toBe('2026-11-21T12:00:00.000Z');
  });
});

describe('the morning that news waits for which should not wait at all', () => {
  const night = '2026-11-20T22:10:00.000Z';
  const morning = '2026-11-21T07:00:00.000Z';
  it.each([
    ['a critical case', 'critical', adults, undefined],
    ['a high one with a child', 'high', child, undefined],
    ['a high one among adults', 'high', adults, morning],
    ['a normal one', 'normal', child, morning],
    ['a low one', 'low', adults, morning],
  ] as const)('is the next one at night, by day none: %s', (_, severity, reported, until) => {
    expect(morningOf({ severity, reported }, night, timing, tirana)).toBe(until);
    expect(morningOf({ severity, reported }, '2026-11-20T14:00:00.000Z', timing, tirana)).toBeUndefined();
  });
});

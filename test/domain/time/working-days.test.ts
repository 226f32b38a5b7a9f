import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { localTime } from '#shared/domain/time/local-time.ts';
import { nextOnWorkingDay, plusWorkingDays, type WorkingCalendar } from '#shared/domain/time/working-days.ts';

const tirana: WorkingCalendar = albania;
const after = (at: string, days: number): string => plusWorkingDays(`${at}.000Z`, days, tirana).slice(0, 16);

describe('so many working days later', () => {
  it.each([
    // Tirana is one hour before UTC in winter, two in summer.
    ['a Friday evening', '2026-11-13T21:10:00', 1, '2026-11-16T21:10'],
    ['a Saturday: the Monday has passed', '2026-11-14T09:00:00', 1, '2026-11-16T23:00'],
    ['a Tuesday, over a weekend', '2026-11-10T09:00:00', 5, '2026-11-17T09:00'],
    ['two holidays that moved behind a weekend', '2026-11-27T15:00:00', 1, '2026-12-02T15:00'],
    ['Christmas on a Friday', '2026-12-24T10:00:00', 1, '2026-12-28T10:00'],
    ['New Year, the second of January moved to the Monday', '2026-12-31T10:00:00', 1, '2027-01-05T10:00'],
    ['the clocks go back', '2026-10-23T10:00:00', 1, '2026-10-26T11:00'],
    ['the clocks go forward', '2027-03-26T11:00:00', 1, '2027-03-30T10:00'],
    ['none, from a working day', '2026-11-13T09:00:00', 0, '2026-11-13T09:00'],
    ['none, from a Saturday', '2026-11-14T09:00:00', 0, '2026-11-15T23:00'],
  ])('%s', (_, at, days, expected) => expect(after(at, days)).toBe(expected));

  it('is always a later working day, at the same local time, and the later the later it was', () => {
    const holidays = new Set(albania.workingDays.holidays.map(({ day }) => day));
    const instants = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2028-12-20T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 12 }), (date, days) => {
        const at = date.toISOString();
        const then = plusWorkingDays(at, days, tirana);
        const [before, local] = [localTime(at, 'Europe/Tirane'), localTime(then, 'Europe/Tirane')];
        const weekday = new Date(local.day).getUTCDay();
        expect([1, 2, 3, 4, 5]).toContain(weekday);
        expect(holidays).not.toContain(new Date(local.day).toISOString().slice(0, 10));
        expect(local.day).toBeGreaterThan(before.day);
        const isWorked = plusWorkingDays(at, 0, tirana).slice(0, 16) === at.slice(0, 16);
        // The clocks change at a weekend, so each local time is there on each working day.
        expect(local.time).toBe(isWorked ? before.time : '00:00');
        expect(plusWorkingDays(then, 1, tirana)).toBe(plusWorkingDays(at, days + 1, tirana));
        expect(plusWorkingDays(new Date(date.getTime() + 60_000).toISOString(), days, tirana) >= then).toBe(true);
      }),
    );
  });

  it('is not counted where nobody ever works', () => {
    const never = { timeZone: 'Europe/Tirane', workingDays: { weekdays: [], holidays: [] } };
    expect(() => plusWorkingDays('2026-11-14T09:00:00.000Z', 1, never)).toThrow(/no working day/);
  });
});

describe('the next morning of a working day', () => {
  it.each([
    ['before it, the same day', '2026-11-16T06:59:00.000Z', '2026-11-16T07:00:00.000Z'],
    ['at it', '2026-11-16T07:00:00.000Z', '2026-11-16T07:00:00.000Z'],
    ['after it, the day after', '2026-11-16T07:00:01.000Z', '2026-11-17T07:00:00.000Z'],
    ['at a weekend', '2026-11-14T06:00:00.000Z', '2026-11-16T07:00:00.000Z'],
    ['on the evening before holidays that moved', '2026-11-27T19:00:00.000Z', '2026-12-02T07:00:00.000Z'],
  ])('%s', (_, at, expected) => expect(nextOnWorkingDay('08:00', at, tirana)).toBe(expected));
});

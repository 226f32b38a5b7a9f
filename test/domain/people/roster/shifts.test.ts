import { describe, expect, it } from 'vitest';
import { nextShift, shiftsOf } from '#shared/domain/people/roster/shifts.ts';
import type { Roster, RosterDay, Shift } from '#shared/domain/people/roster/roster.ts';

const shift = (of: Partial<Shift>): Shift => ({
  duty: 'duty_officer',
  days: ['mon'],
  from: '08:00',
  to: '20:00',
  holders: ['ana'],
  ...of,
});
const roster = (shifts: readonly Shift[], holidays: readonly string[] = []): Roster => ({
  timeZone: 'Europe/Tirane',
  shifts,
  holidays,
});
const ana = { id: 'ana', duties: ['duty_officer', 'backup'] };
const every: RosterDay[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'holiday'];
/** A Friday, noon in Tirana. */
const friday = '2026-11-20T11:00:00.000Z';

describe('Shifts of somebody', () => {
  it('are those on which they stand with a duty that they hold', () => {
    const mine = [shift({}), shift({ duty: 'backup', holders: ['ben', 'ana'] })];
    const others = [shift({ holders: ['ben'] }), shift({ duty: 'supervisor' })];
    expect(shiftsOf(roster([...others, ...mine]), ana)).toEqual(mine);
    expect(nextShift(roster(others), ana, friday)).toBeUndefined();
  });

  it('the next one is the one that runs, also past midnight', () => {
    const nights = roster([shift({ days: ['thu', 'fri'], from: '20:00', to: '08:00' })]);
    expect(nextShift(nights, ana, '2026-11-20T05:00:00.000Z')).toEqual({
      duty: 'duty_officer',
      from: '2026-11-19T19:00:00.000Z',
      to: '2026-11-20T07:00:00.000Z',
    });
    expect(nextShift(nights, ana, '2026-11-20T07:00:00.000Z')?.from).toBe('2026-11-20T19:00:00.000Z');
  });

  it('the next one is the earliest of all duties', () => {
    const both = roster([shift({ days: ['tue'] }), shift({ duty: 'backup', days: ['sat'] })]);
    expect(nextShift(both, ana, friday)).toMatchObject({ duty: 'backup', from: '2026-11-21T07:00:00.000Z' });
  });

  it('a holiday takes the place of its day', () => {
    const days = roster([shift({ days: ['mon'] }), shift({ duty: 'backup', days: ['holiday'] })], ['2026-11-23']);
    expect(nextShift(days, ana, friday)).toMatchObject({ duty: 'backup', from: '2026-11-23T07:00:00.000Z' });
  });

  it('a shift of the whole day lasts until it begins again', () => {
    const all = roster([shift({ days: every, from: '08:00', to: '08:00' })]);
    expect(nextShift(all, ana, friday)).toMatchObject({
      from: '2026-11-20T07:00:00.000Z',
      to: '2026-11-21T07:00:00.000Z',
    });
  });

  it('keep to the clock of the wall when the clocks change', () => {
    const sunday = roster([shift({ days: ['sat'], from: '20:00', to: '08:00' })]);
    expect(nextShift(sunday, ana, '2027-03-27T12:00:00.000Z')).toMatchObject({
      from: '2027-03-27T19:00:00.000Z',
      to: '2027-03-28T06:00:00.000Z',
    });
  });
});

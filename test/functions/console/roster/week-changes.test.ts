import { describe, expect, it } from 'vitest';
import { bodyOfWeek, draftOfWeek, newShift, weekToJudge } from '#functions/console/app/roster/week-draft.ts';
import { isSame, weekChanges, withDayCopied } from '#functions/console/app/roster/week-changes.ts';
import type { Week } from '#functions/console/app/roster/week.ts';

const ladder = ['desk', 'backup'];
const desk = { duty: 'desk', days: ['mon', 'tue'], from: '08:00', to: '20:00', holders: ['arta', 'drita'] } as const;
const week = (shifts: Week['shifts'], holidays: string[] = []): Week => ({ shifts, holidays });

describe('what differs between two weeks', () => {
  it('is nothing, however the shifts are cut and ordered', () => {
    const cut = week([
      { ...desk, days: ['tue'], holders: ['drita', 'arta'] },
      { ...desk, days: ['mon'] },
    ]);
    expect(isSame(weekChanges(week([desk]), cut, ladder))).toBe(true);
  });

  it('is said by duty, for the days that change alike', () => {
    const after = week([{ ...desk, holders: ['arta'] }]);
    expect(weekChanges(week([desk]), after, ladder).duties).toEqual([
      {
        duty: 'desk',
        days: ['mon', 'tue'],
        before: [{ from: '08:00', to: '20:00', holders: ['arta', 'drita'] }],
        after: [{ from: '08:00', to: '20:00', holders: ['arta'] }],
      },
    ]);
  });

  it('is told apart from a duty that is on no rota: that one is with everybody', () => {
    const { duties } = weekChanges(week([desk]), week([]), ladder);
    expect(duties.map(({ days, after }) => [days, after])).toEqual([
      [['mon', 'tue'], undefined],
      [['wed', 'thu', 'fri', 'sat', 'sun', 'holiday'], undefined],
    ]);
    expect(isSame(weekChanges(week([]), week([{ ...desk, days: [] }]), ladder))).toBe(false);
  });

  it('is also which dates are holidays, and a duty that the ladder does not call', () => {
    const changes = weekChanges(
      week([], ['2026-11-28', '2026-12-08']),
      week([{ ...desk, duty: 'gone' }], ['2026-12-25', '2026-11-28']),
      ladder,
    );
    expect(changes).toMatchObject({ holidaysAdded: ['2026-12-25'], holidaysRemoved: ['2026-12-08'] });
    expect(changes.duties.map(({ duty }) => duty)).toContain('gone');
  });
});

describe('copying a day', () => {
  const night = { ...desk, days: ['fri'], from: '20:00', to: '08:00' } as const;
  it.each([
    ['to others that have less', ['wed', 'thu'], [['mon', 'tue', 'wed', 'thu'], ['fri']]],
    ['over a shift that has its last day there', ['fri'], [['mon', 'tue', 'fri']]],
    ['to itself, which changes nothing', ['mon'], [['mon', 'tue'], ['fri']]],
  ] as const)('goes %s', (_, to, days) => {
    expect(withDayCopied([desk, night], 'mon', to).map((shift) => shift.days)).toEqual(days);
  });

  it('of a day without shifts empties the others, and keeps a shift that has no day yet', () => {
    expect(withDayCopied([desk, { ...night, days: [] }], 'sun', ['mon', 'tue'])).toEqual([{ ...night, days: [] }]);
  });
});

describe('a week that is typed', () => {
  it('is sent as it began when nothing was typed, its days in order', () => {
    const before = week([{ ...desk, days: ['tue', 'mon'] }], ['2026-11-28']);
    expect(bodyOfWeek(draftOfWeek(before))).toEqual({ shifts: [desk], holidays: ['2026-11-28'] });
    expect(draftOfWeek(before).began).toEqual(before);
  });

  it('counts a shift without its times as nobody’s, and the duty as one of the rota', () => {
    const draft = { shifts: [{ ...newShift('desk'), days: ['mon'] as const, from: '08:00', holders: ['arta'] }] };
    expect(weekToJudge({ ...draft, holidays: [] }).shifts).toEqual([
      { duty: 'desk', days: [], from: '00:00', to: '00:00', holders: [] },
    ]);
  });
});

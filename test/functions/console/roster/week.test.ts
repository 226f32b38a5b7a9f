import { describe, expect, it } from 'vitest';
import {
  gapsAhead,
  rosterDays,
  type OnCall,
  type Roster,
  type RosterGap,
} from '#shared/domain/people/roster/roster.ts';
import { weekDays, weekTable, type Cell } from '#functions/console/app/roster/week.ts';

const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const day = { duty: 'desk', days: workdays, from: '08:00', to: '20:00', holders: ['arta'] } as const;
const night = { duty: 'desk', days: rosterDays, from: '20:00', to: '08:00', holders: ['blerim'] } as const;
const roster = (shifts: Roster['shifts'], holidays: string[] = []): Roster => ({
  timeZone: 'Europe/Tirane',
  holidays,
  shifts,
});
/** A Tuesday, 10:00 in Tirana. */
const now = '2026-11-17T09:00:00.000Z';

function cellOf(
  of: Roster,
  on: Cell['day'],
  { gaps = [], at = now, duty = 'desk' }: { gaps?: RosterGap[]; at?: string; duty?: string | undefined } = {},
): Cell | undefined {
  const row = weekTable(of, { ladder: ['desk', 'director'], gaps, now: at }).find((one) => one.duty === duty);
  return row?.cells.find((cell) => cell.day === on);
}
const timesOn = (of: Roster, on: Cell['day']) => cellOf(of, on)?.turns.map(({ from, to }) => `${from}-${to}`);
const gapsOn = (of: Roster, on: Cell['day'], gaps: RosterGap[], duty?: string) =>
  cellOf(of, on, { gaps, ...(duty === undefined ? {} : { duty }) })?.gaps.map(({ from, to }) => `${from}-${to}`);

describe('the rows of a week', () => {
  it('are the duties of the ladder in its order, then what else stands on the rota', () => {
    const of = roster([{ ...day, duty: 'gone' }, day]);
    const rows = weekTable(of, { ladder: ['desk', 'director'], gaps: [], now });
    expect(rows.map(({ duty, isAlways }) => [duty, isAlways])).toEqual([
      ['desk', false],
      ['director', true],
      ['gone', false],
    ]);
    expect(rows[0]?.cells.map((cell) => cell.day)).toEqual(weekDays);
  });

  it('end with the hours in which nobody is cleared, if there are any', () => {
    const gaps = [{ from: '2026-11-17T09:00:00.000Z', hours: 3 }];
    const last = weekTable(roster([day]), { ladder: ['desk'], gaps, now }).at(-1);
    expect(last?.duty).toBeUndefined();
    expect(last?.cells.map((cell) => cell.gaps)).toEqual([
      [],
      [{ from: '10:00', to: '13:00' }],
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
  });
});

describe('a day of a duty', () => {
  it('has its shifts by their time, a night on the day on which it begins', () => {
    const of = roster([night, day, { ...day, days: ['sat'], holders: ['drita'] }]);
    expect(timesOn(of, 'mon')).toEqual(['08:00-20:00', '20:00-08:00']);
    expect(timesOn(of, 'sat')).toEqual(['08:00-20:00', '20:00-08:00']);
    expect(timesOn(of, 'sun')).toEqual(['20:00-08:00']);
    expect(timesOn(of, 'holiday')).toEqual(['20:00-08:00']);
  });

  it.each([
    ['the day shift', '2026-11-17T09:00:00.000Z', ['tue 08:00']],
    ['the minute at which it ends', '2026-11-17T19:00:00.000Z', ['tue 20:00']],
    ['after midnight, the night of the day before', '2026-11-18T02:00:00.000Z', ['tue 20:00']],
    ['Sunday noon, nobody', '2026-11-22T11:00:00.000Z', []],
    ['the morning after a holiday’s night', '2026-11-29T05:00:00.000Z', ['holiday 20:00']],
    ['the night before the clocks go forward', '2026-03-29T00:30:00.000Z', ['sat 20:00']],
    ['the hour that comes twice, both times', '2026-10-25T00:30:00.000Z', ['sat 20:00']],
    ['the same an hour later', '2026-10-25T01:30:00.000Z', ['sat 20:00']],
  ])('marks what runs now: %s', (_, at, running) => {
    const rows = weekTable(roster([day, night], ['2026-11-28']), { ladder: ['desk'], gaps: [], now: at });
    const marked = rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => cell.turns.filter(({ isNow }) => isNow).map(({ from }) => `${cell.day} ${from}`)),
    );
    expect(marked).toEqual(running);
  });
});

describe('gaps in the week', () => {
  const of = roster([day], ['2026-11-28']);

  it('are cut at midnight, and stand on a holiday instead of its day', () => {
    const gap = { duty: 'desk', from: '2026-11-27T19:00:00.000Z', hours: 12 };
    expect(gapsOn(of, 'fri', [gap])).toEqual(['20:00-24:00']);
    expect(gapsOn(of, 'holiday', [gap])).toEqual(['00:00-08:00']);
    expect(gapsOn(of, 'sat', [gap])).toEqual([]);
  });

  it('of both weeks are one, and those of another duty stand elsewhere', () => {
    const gaps = [
      { duty: 'desk', from: '2026-11-17T09:00:00.000Z', hours: 2 },
      { duty: 'desk', from: '2026-11-24T10:00:00.000Z', hours: 3 },
      { duty: 'desk', from: '2026-11-24T19:00:00.000Z', hours: 1 },
      { duty: 'director', from: '2026-11-24T05:00:00.000Z', hours: 1 },
    ];
    expect(gapsOn(of, 'tue', gaps)).toEqual(['10:00-14:00', '20:00-21:00']);
    expect(gapsOn(of, 'tue', gaps, 'director')).toEqual(['06:00-07:00']);
  });

  it.each([
    ['forward, over the hour that is skipped', '2026-03-28T23:00:00.000Z', 4, ['00:00-05:00']],
    ['back, over the hour that comes twice', '2026-10-24T22:00:00.000Z', 6, ['00:00-05:00']],
    ['back, in the second of the two hours', '2026-10-25T01:00:00.000Z', 1, ['02:00-03:00']],
  ])('are said by the clock on the wall when it goes %s', (_, from, hours, said) => {
    expect(gapsOn(roster([day]), 'sun', [{ duty: 'desk', from, hours }])).toEqual(said);
  });

  it('are those that the rules find', () => {
    const people: OnCall[] = [{ id: 'arta', active: true, cleared: true, duties: ['desk'] }];
    const gaps = gapsAhead(of, people, ['desk'], now);
    expect(gapsOn(of, 'mon', gaps)).toEqual(['00:00-08:00', '20:00-24:00']);
    expect(gapsOn(of, 'sun', gaps)).toEqual(['00:00-24:00']);
    expect(gapsOn(of, 'holiday', gaps)).toEqual(['00:00-24:00']);
  });
});

import { describe, expect, it } from 'vitest';
import {
  gapsAhead,
  gapsBeside,
  onDuty,
  rosterGaps,
  strangersOn,
  type OnCall,
  type Roster,
} from '#shared/domain/people/roster/roster.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const roster: Roster = {
  timeZone: 'Europe/Tirane',
  // A Saturday; Independence and Flag Day.
  holidays: ['2026-11-28'],
  shifts: [
    { duty: 'desk', days: weekdays, from: '08:00', to: '20:00', holders: ['arta'] },
    { duty: 'desk', days: [...weekdays, 'sun'], from: '20:00', to: '08:00', holders: ['blerim'] },
    { duty: 'desk', days: ['sat', 'sun'], from: '08:00', to: '20:00', holders: ['drita'] },
    { duty: 'desk', days: ['holiday'], from: '00:00', to: '00:00', holders: ['elira', 'arta'] },
  ],
};

describe('who has a duty', () => {
  it.each([
    ['a weekday', '2026-11-20T11:00:00.000Z', ['arta']],
    ['the evening, to the minute', '2026-11-20T19:00:00.000Z', ['blerim']],
    ['the minute before', '2026-11-20T18:59:00.000Z', ['arta']],
    ['after midnight, of the shift that began on Friday', '2026-11-21T05:00:00.000Z', ['blerim']],
    ['Saturday', '2026-11-21T12:00:00.000Z', ['drita']],
    ['Saturday night, which nobody has', '2026-11-21T22:00:00.000Z', []],
    ['Sunday morning, before anybody comes', '2026-11-22T06:59:00.000Z', []],
    ['a holiday instead of its Saturday', '2026-11-28T12:00:00.000Z', ['elira', 'arta']],
    [
      'the morning after Friday’s night, though it is a holiday',
      '2026-11-28T05:00:00.000Z',
      ['blerim', 'elira', 'arta'],
    ],
    ['the night the clocks go forward, still Friday’s', '2026-03-28T05:30:00.000Z', ['blerim']],
    ['the first hour of summer time on the wall', '2026-03-30T06:00:00.000Z', ['arta']],
  ])('on %s', (_, at, holders) => {
    expect(onDuty(roster, 'desk', at)?.toSorted()).toEqual([...holders].toSorted());
  });

  it('is not for the roster to say when it knows nothing of the duty', () => {
    expect(onDuty(roster, 'director', '2026-11-20T11:00:00.000Z')).toBeUndefined();
  });
});

describe('the gaps of a roster', () => {
  const person = (id: string, cleared: boolean): OnCall => ({ id, active: true, cleared, duties: ['desk'] });
  const people = [person('arta', false), person('blerim', true), person('drita', true), person('elira', true)];
  // From Friday 20 November, 08:00 in Tirana, for three days.
  const gaps = (of: readonly OnCall[]) => rosterGaps(roster, of, ['desk'], '2026-11-20T07:00:00.000Z', 72);

  it('are the hours without anybody, and those with nobody cleared', () => {
    expect(gaps(people)).toEqual([
      { duty: 'desk', from: '2026-11-21T19:00:00.000Z', hours: 12 },
      { from: '2026-11-20T07:00:00.000Z', hours: 12 },
      { from: '2026-11-21T19:00:00.000Z', hours: 12 },
    ]);
  });

  it('count people who left, or hold the duty no longer, as nobody', () => {
    const left = people.map((one) => (one.id === 'drita' ? { ...one, active: false } : one));
    expect(gaps(left)).toContainEqual({ duty: 'desk', from: '2026-11-21T07:00:00.000Z', hours: 36 });
    const moved = people.map((one) => (one.id === 'drita' ? { ...one, duties: [] } : one));
    expect(gaps(moved)).toContainEqual({ duty: 'desk', from: '2026-11-21T07:00:00.000Z', hours: 36 });
  });

  it('count people whose mails come back as nobody', () => {
    const since = '2026-11-20T15:00:00.000Z';
    const unreachable = { since, againAt: '2026-11-30T15:00:00.000Z' };
    const lost = people.map((one) => (one.id === 'drita' ? { ...one, unreachable } : one));
    expect(gaps(lost)).toContainEqual({ duty: 'desk', from: '2026-11-21T07:00:00.000Z', hours: 36 });
  });

  it.each([
    ['before the next hour', '17:10', '17:50', '2026-11-20T16:00:00.000Z', 1],
    ['over the hour', '17:40', '18:20', '2026-11-20T16:00:00.000Z', 2],
    ['of a single minute', '17:00', '17:01', '2026-11-20T16:00:00.000Z', 1],
  ] as const)('are found where the shifts leave some minutes, %s', (_, to, from, begun, hours) => {
    const days = [...weekdays, 'sat', 'sun', 'holiday'] as const;
    const holders = ['elira'];
    const shifts = [
      { duty: 'desk', days, from: '08:00', to, holders },
      { duty: 'desk', days, from, to: '08:00', holders },
    ] as const;
    expect(rosterGaps({ ...roster, shifts }, people, ['desk'], '2026-11-20T07:00:00.000Z', 24)).toEqual([
      { duty: 'desk', from: begun, hours },
      { from: begun, hours },
    ]);
    // Wherever in the hour one begins to look, and where the zone is half an hour off.
    const ofDesk = { ...roster, shifts };
    expect(rosterGaps(ofDesk, people, ['desk'], '2026-11-20T07:25:00.000Z', 24)).toHaveLength(2);
    expect(rosterGaps({ ...ofDesk, timeZone: 'Asia/Kolkata' }, people, ['desk'], begun, 24)).toHaveLength(2);
  });

  it('of the next two weeks are counted from the hour that runs', () => {
    const never: Roster = { ...roster, shifts: [{ ...roster.shifts[0]!, days: [] }] };
    expect(gapsAhead(never, people, ['desk'], '2026-11-20T07:59:59.999Z')).toEqual([
      { duty: 'desk', from: '2026-11-20T07:00:00.000Z', hours: 14 * 24 },
      { from: '2026-11-20T07:00:00.000Z', hours: 14 * 24 },
    ]);
  });

  it('of a duty that is on no rota are those of whoever holds it', () => {
    const director = { id: 'gent', active: true, cleared: true, duties: ['director'] };
    const open: Roster = { ...roster, shifts: [] };
    expect(rosterGaps(open, [director], ['director'], '2026-11-20T07:00:00.000Z', 5)).toEqual([]);
    expect(rosterGaps(open, people, ['director'], '2026-11-20T07:00:00.000Z', 5)).toMatchObject([
      { duty: 'director', hours: 5 },
      { hours: 5 },
    ]);
  });

  it('are none when somebody cleared is always there', () => {
    const always: Roster = {
      ...roster,
      shifts: [
        { duty: 'desk', days: [...weekdays, 'sat', 'sun', 'holiday'], from: '00:00', to: '00:00', holders: ['elira'] },
      ],
    };
    expect(rosterGaps(always, people, ['desk'], '2026-10-24T22:00:00.000Z', 7 * 24)).toEqual([]);
  });

  it.each([
    ['of 25 hours', '2026-10-24T06:00:00.000Z'],
    ['of 23 hours', '2026-03-28T07:00:00.000Z'],
    ['of a leap day', '2028-02-28T07:00:00.000Z'],
    ['after the seconds of 32 bits have run out', '2038-01-18T07:00:00.000Z'],
  ])('are none in a night %s, also where its shifts meet in the hour that is there twice or not at all', (_, from) => {
    const days = [...weekdays, 'sat', 'sun', 'holiday'] as const;
    const shift = (begin: `${number}:${number}`, end: `${number}:${number}`, holder: string) => ({
      duty: 'desk',
      days,
      from: begin,
      to: end,
      holders: [holder],
    });
    const nights = {
      ...roster,
      shifts: [shift('08:00', '20:00', 'drita'), shift('20:00', '02:30', 'blerim'), shift('02:30', '08:00', 'elira')],
    };
    expect(rosterGaps(nights, people, ['desk'], from, 72)).toEqual([]);
    for (let minutes = 0; minutes < 72 * 60; minutes += 10) {
      expect(onDuty(nights, 'desk', new Date(Date.parse(from) + minutes * 60_000).toISOString())).toHaveLength(1);
    }
  });
});

it('finds who stands on a shift without holding its duty, wherever they stand', () => {
  const person = (id: string, ...duties: string[]): OnCall => ({ id, active: true, cleared: true, duties });
  const people = [
    person('arta', 'desk'),
    person('blerim', 'director'),
    person('drita', 'desk'),
    person('elira', 'desk'),
  ];
  expect(strangersOn(roster, people)).toEqual([{ shift: 1, holder: 0, id: 'blerim', duty: 'desk' }]);
  expect(strangersOn(roster, people.slice(2))).toEqual([
    { shift: 0, holder: 0, id: 'arta', duty: 'desk' },
    { shift: 1, holder: 0, id: 'blerim', duty: 'desk' },
    { shift: 3, holder: 1, id: 'arta', duty: 'desk' },
  ]);
});

describe('the gaps that one rota has beside another', () => {
  const gap = { duty: 'desk', from: '2026-11-20T08:00:00.000Z', hours: 6 };
  it.each([
    ['all of them beside none', [], [gap]],
    ['none beside the same', [gap], []],
    ['what another duty lacks', [{ ...gap, duty: 'backup' }], [gap]],
    ['what lack of clearance covers', [{ from: gap.from, hours: 6 }], [gap]],
    [
      'the hours before and after',
      [{ ...gap, from: '2026-11-20T10:00:00.000Z', hours: 2 }],
      [
        { ...gap, hours: 2 },
        { ...gap, from: '2026-11-20T12:00:00.000Z', hours: 2 },
      ],
    ],
  ])('are %s', (_, others, left) => {
    expect(gapsBeside([gap], others)).toEqual(left);
  });
});

import { describe, expect, it } from 'vitest';
import { dutyNow, ringingPlace } from '#shared/domain/people/roster/duty-now.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { rotaOf, type Roster } from '#shared/domain/people/roster/roster.ts';
import { record } from '../staff.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const everyDay = [...weekdays, 'sat', 'sun'] as const;
const rungs = [
  { id: 'duty', duties: ['officer', 'desk'] },
  { id: 'director', duties: ['director'] },
  { id: 'partner', duties: ['partner'] },
];
const roster: Roster = {
  timeZone: 'Europe/Tirane',
  // A Saturday; Independence and Flag Day.
  holidays: ['2026-11-28'],
  shifts: [
    { duty: 'desk', days: everyDay, from: '08:00', to: '20:00', holders: ['arta'] },
    { duty: 'desk', days: everyDay, from: '20:00', to: '08:00', holders: ['blerim'] },
    { duty: 'officer', days: weekdays, from: '09:30', to: '17:30', holders: ['drita'] },
    { duty: 'desk', days: ['holiday'], from: '00:00', to: '00:00', holders: ['elira'] },
  ],
};
const people: Person[] = [
  record('arta', { duties: ['desk'], phone: '+355 69 111 1111', contact: 'phone_desk' }),
  record('blerim', { duties: ['desk'], cleared: true }),
  record('drita', { duties: ['officer'] }),
  record('elira', { duties: ['desk'] }),
  record('genti', { duties: ['director'] }),
  record('left', { duties: ['director'], active: false }),
];

const at = (now: string, of = people) => dutyNow(rotaOf(of, roster), { rungs }, now);
const first = (now: string, of = people) => {
  const [rung] = at(now, of);
  return { people: rung?.people.map(({ id, until }) => [id, until]), next: rung?.next?.people.map(({ id }) => id) };
};

describe('who rings now', () => {
  it('is said rung by rung, with the staff phone and never the address', () => {
    const [duty, director, partner] = at('2026-11-20T11:00:00.000Z');
    expect(duty?.people[0]).toEqual({
      id: 'arta',
      name: 'arta',
      contact: 'phone_desk',
      phone: '+355 69 111 1111',
      cleared: false,
      until: '2026-11-20T19:00:00.000Z',
    });
    expect(JSON.stringify(at('2026-11-20T11:00:00.000Z'))).not.toContain('@');
    // A duty on no rota is always with everybody who holds it.
    expect(director).toEqual({ rung: 'director', people: [{ id: 'genti', name: 'genti', cleared: false }] });
    expect(partner).toEqual({ rung: 'partner', people: [] });
  });

  it.each([
    ['the minute before a border', '2026-11-20T18:59:59.999Z', [['arta', '2026-11-20T19:00:00.000Z']], ['blerim']],
    ['the border itself', '2026-11-20T19:00:00.000Z', [['blerim', '2026-11-21T07:00:00.000Z']], ['arta']],
    [
      'noon, when one rung has two shifts that end apart',
      '2026-11-20T11:00:00.000Z',
      [
        ['arta', '2026-11-20T19:00:00.000Z'],
        ['drita', '2026-11-20T16:30:00.000Z'],
      ],
      ['arta'],
    ],
    [
      'the night before a holiday, whose rota takes over at midnight',
      '2026-11-27T22:59:00.000Z',
      [['blerim', '2026-11-28T07:00:00.000Z']],
      ['blerim', 'elira'],
    ],
    [
      'the holiday itself, which ends into Sunday, whose night shift has not begun',
      '2026-11-28T12:00:00.000Z',
      [['elira', '2026-11-28T23:00:00.000Z']],
      [],
    ],
    [
      'the night the clocks go back: the shift lasts an hour longer',
      '2026-10-24T22:00:00.000Z',
      [['blerim', '2026-10-25T07:00:00.000Z']],
      ['arta'],
    ],
    [
      'the night the clocks go forward: the shift is an hour shorter',
      '2026-03-28T22:00:00.000Z',
      [['blerim', '2026-03-29T06:00:00.000Z']],
      ['arta'],
    ],
  ])('is right at %s', (_, now, here, next) => {
    expect(first(now)).toEqual({ people: here, next });
  });

  it('passes over whoever gets no mails, and says until when', () => {
    const unreachable = {
      since: '2026-11-20T10:00:00.000Z',
      because: 'bounced',
      againAt: '2026-11-20T16:00:00.000Z',
    } as const;
    const marked = people.map((one) => (one.id === 'arta' ? { ...one, unreachable } : one));
    const [duty] = at('2026-11-20T11:00:00.000Z', marked);
    // Who rings stands first.
    expect(duty?.people.map(({ id, passedOverUntil }) => [id, passedOverUntil])).toEqual([
      ['drita', undefined],
      ['arta', '2026-11-20T16:00:00.000Z'],
    ]);
    expect(at('2026-11-20T16:00:00.000Z', marked)[0]?.people[0]?.passedOverUntil).toBeUndefined();
  });

  it('has no end where there is no roster', () => {
    const [duty] = dutyNow(rotaOf(people, undefined), { rungs }, '2026-11-20T11:00:00.000Z');
    expect(duty?.next).toBeUndefined();
    expect(duty?.people.map(({ id }) => id)).toEqual(['arta', 'blerim', 'drita', 'elira']);
  });
});

describe('whom the ladder calls', () => {
  const place = (id: string, of = people) =>
    ringingPlace(rotaOf(of, roster), { rungs }, id, '2026-11-20T19:00:00.000Z');

  it('is called first, later, or not as the roster stands', () => {
    expect([place('blerim'), place('genti'), place('arta'), place('left')]).toEqual([
      'first',
      'later',
      'not_now',
      'not_now',
    ]);
  });

  it('is called first where the rungs before have nobody', () => {
    expect(
      place(
        'genti',
        people.filter(({ id }) => id !== 'blerim'),
      ),
    ).toBe('first');
  });
});

import { expect, it } from 'vitest';
import { peopleForRoster } from '#shared/domain/people/roster/roster-people.ts';
import { aPerson } from '#test/support/builders.ts';

const people = [
  aPerson('drita', { name: 'Drita', role: 'officer', duties: ['backup'], cleared: true, phone: '+355 4 1' }),
  aPerson('desk', {
    name: 'Arta',
    duties: ['duty_officer'],
    unreachable: { since: '2026-11-20T11:00:00.000Z', because: 'bounced' },
  }),
  aPerson('left', { name: 'Blerim', role: 'officer', duties: ['backup'], active: false }),
  aPerson('contact', { name: 'Police', duties: ['institution:state_police'] }),
];
const shift = { duty: 'backup', days: ['mon'], from: '08:00', to: '20:00', holders: ['left'] } as const;

it('is everybody of the centre by name, with what decides whether an hour is covered, and no address', () => {
  expect(peopleForRoster(people, { shifts: [] }, 'sq')).toEqual([
    {
      id: 'desk',
      name: 'Arta',
      duties: ['duty_officer'],
      active: true,
      cleared: false,
      // Release 0.1.0 wrote no time at which the address is tried again.
      unreachable: { since: '2026-11-20T11:00:00.000Z', againAt: '2026-11-20T12:00:00.000Z' },
    },
    { id: 'drita', name: 'Drita', duties: ['backup'], active: true, cleared: true },
  ]);
});

it('has who left while they are on a shift', () => {
  expect(peopleForRoster(people, { shifts: [shift] }, 'sq').map(({ id, active }) => [id, active])).toEqual([
    ['desk', true],
    ['left', false],
    ['drita', true],
  ]);
});

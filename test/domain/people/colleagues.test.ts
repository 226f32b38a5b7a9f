import { expect, test } from 'vitest';
import { roles } from '#shared/domain/access/authorize.ts';
import { colleaguesFor, othersFor } from '#shared/domain/people/colleagues.ts';
import { aPerson } from '#test/support/builders.ts';

const people = [
  aPerson('c', { name: 'Cela', role: 'officer', team: 'hotline', duties: ['backup'] }),
  aPerson('a', { name: 'Anna', role: 'counsellor', phone: '+355 69 000 0000' }),
  aPerson('left', { name: 'Bora', role: 'officer', active: false }),
  aPerson('contact', { name: 'Dea', duties: ['institution:police'] }),
  aPerson('desk', { name: 'Elira' }),
];

test('colleagues are who signs in and works here, by name, with role and team and nothing else', () => {
  for (const role of [...roles.filter((one) => one !== 'auditor'), undefined]) {
    expect(colleaguesFor(role, people, 'sq')).toStrictEqual([
      { id: 'a', name: 'Anna', role: 'counsellor' },
      { id: 'c', name: 'Cela', role: 'officer', team: 'hotline' },
    ]);
  }
});

test('an auditor learns the names of who left as well, and nothing else of anybody, nor of institutions', () => {
  expect(colleaguesFor('auditor', people, 'sq')).toStrictEqual([
    { id: 'a', name: 'Anna' },
    { id: 'left', name: 'Bora' },
    { id: 'c', name: 'Cela' },
    { id: 'desk', name: 'Elira' },
  ]);
});

test('of who left, and of contacts of the centre, colleagues learn the name and nothing else', () => {
  expect(othersFor('officer', people, 'sq')).toStrictEqual([
    { id: 'left', name: 'Bora' },
    { id: 'desk', name: 'Elira' },
  ]);
  expect(othersFor('auditor', people, 'sq')).toEqual([]);
});

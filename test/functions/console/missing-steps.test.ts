import { describe, expect, it } from 'vitest';
import { missingSteps, type Known } from '#functions/console/app/home/missing-steps.ts';

type People = NonNullable<Known['people']>;
type Person = People['people'][number];
const person = (of: Partial<Person>): Person => ({
  id: 'p',
  name: 'P',
  mail: 'p@centre.example',
  language: 'sq',
  duties: [],
  cleared: false,
  active: true,
  revision: 1,
  ...of,
});
const people = (all: readonly Person[], duties: Partial<People['duties']> = {}): Known => ({
  people: { people: [...all], duties: { unheld: [], silent: [], ...duties } },
});
const enough: [Person, Person, Person] = [
  person({ role: 'administrator' }),
  person({ role: 'administrator' }),
  person({ role: 'officer' }),
];
const roster = (shifts: number, gaps: NonNullable<Known['roster']>['gaps']): Known => ({
  roster: {
    timeZone: 'Europe/Tirane',
    shifts: Array.from({ length: shifts }, () => ({
      duty: 'duty_officer',
      days: ['mon' as const],
      from: '08:00' as const,
      to: '20:00' as const,
      holders: ['p'],
    })),
    holidays: [],
    gaps,
    revision: 1,
  },
});
const steps = (known: Known) => missingSteps(known).map(({ step }) => step);

describe('What a centre lacks', () => {
  it('is nothing where all is there, or where nobody knows', () => {
    expect(steps(people(enough))).toEqual([]);
    expect(steps({})).toEqual([]);
  });

  it('of people: those who read, a second administrator, the partner, and each duty, in this order', () => {
    const lacking = people([person({ role: 'administrator' })], {
      unheld: ['backup', 'outside_partner'],
      silent: ['duty_officer'],
    });
    expect(missingSteps(lacking)).toEqual([
      { step: 'caseworkers' },
      { step: 'secondAdministrator' },
      { step: 'partner' },
      { step: 'unheld', duties: ['backup'] },
      { step: 'silent', duties: ['duty_officer'] },
    ]);
  });

  it('counts nobody who cannot sign in', () => {
    const [first, second, officer] = enough;
    const out = [first, { ...second, barred: true as const }, { ...officer, active: false }];
    expect(steps(people(out))).toEqual(['caseworkers', 'secondAdministrator']);
  });

  it('of shifts: the roster itself, then the hours without anybody on a duty', () => {
    const from = '2026-11-21T07:00:00.000Z';
    expect(steps(roster(0, []))).toEqual(['roster']);
    expect(steps(roster(1, []))).toEqual([]);
    const gaps = [
      { duty: 'duty_officer', from, hours: 12 },
      { duty: 'backup', from, hours: 3 },
      { from, hours: 9 },
    ];
    expect(missingSteps(roster(1, gaps))).toEqual([{ step: 'hours', count: 15 }]);
    // Hours without anybody cleared are told to those who see cases.
    expect(steps(roster(1, [{ from, hours: 9 }]))).toEqual([]);
  });

  it('of institutions: those in use that have no number', () => {
    const institutions = [
      { code: 'a', inUse: true, phones: ['129'] },
      { code: 'b', inUse: true, phones: [] },
      { code: 'c', inUse: false, phones: [] },
    ].map((one) => ({ ...one, revision: 0, name: {}, kind: 'police', packPhones: [], contacts: [] }));
    expect(missingSteps({ institutions: { institutions } })).toEqual([{ step: 'numbers', count: 1 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { parseRoster, sayGaps } from '#infra/operations/roster.ts';
import { rosterDays } from '#shared/domain/people/roster/roster.ts';
import { parsePeople, sayAdministrators } from '#infra/operations/people.ts';
import { silentDuties, unheldDuties } from '#shared/domain/people/duties.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';

const pack: Pick<CountryPack, 'languages' | 'ladder'> = {
  languages: ['sq', 'en'],
  ladder: {
    rungs: [
      { id: 'duty', duties: ['duty_officer', 'helpline_desk'] },
      { id: 'director', duties: ['director'] },
    ],
    stepMinutes: { critical: [10], high: [60], normal: [1440], low: [1440] },
    reminderMinutes: {
      critical: { first: 30, firstForMinutes: 240, later: 60 },
      high: { first: 120, firstForMinutes: 0, later: 120 },
      normal: { first: 1440, firstForMinutes: 0, later: 1440 },
      low: { first: 1440, firstForMinutes: 0, later: 1440 },
    },
    silence: { workingDaysAfter: { owner: 1, supervisor: 2, authority: 5, reminder: 5 }, rung: 'director' },
    holdMinutes: 30,
  },
};

const institutions = [{ code: 'state_police' }, { code: 'school', isLocal: true }];

const aPerson = (overrides: Partial<StaffMember> = {}): StaffMember => ({
  id: 'b6f0c1de',
  name: 'Arta',
  mail: 'arta@besa.example',
  language: 'sq',
  role: 'officer',
  duties: ['duty_officer'],
  active: true,
  cleared: true,
  ...overrides,
});

describe('a file of people', () => {
  it('is read as it is, contacts without sign-in too', () => {
    const { role: _, ...contact } = aPerson({ id: 'director', duties: ['director'] });
    expect(parsePeople(JSON.stringify([aPerson(), contact]), pack, institutions)).toEqual([aPerson(), contact]);
  });

  it.each([
    ['a duty no rung calls', { ...aPerson(), duties: ['cook'] }, '0.duties.0'],
    ['a role that does not exist', { ...aPerson(), role: 'king' }, '0.role'],
    ['a language the centre does not speak', { ...aPerson(), language: 'fr' }, '0.language'],
    ['a mail that is none', { ...aPerson(), mail: 'arta' }, '0.mail'],
    ['an id that would break its key', { ...aPerson(), id: 'a#b' }, '0.id'],
    ['a kind of contact that does not exist', { ...aPerson(), contact: 'pigeon' }, '0.contact'],
    ['a field nobody asked for', { ...aPerson(), fax: '1' }, 'fax'],
  ])('is refused with %s, by place', (_, person, place) => {
    expect(() => parsePeople(JSON.stringify([person]), pack, institutions)).toThrow(place);
  });

  it('may name the contact of an institution, which holds that duty and nothing else', () => {
    const { role: _, ...rest } = aPerson({ id: 'police', duties: ['institution:state_police'], cleared: false });
    expect(parsePeople(JSON.stringify([rest]), pack, institutions)).toEqual([rest]);
    // Addresses of abuse material go to a contact who is cleared.
    expect(parsePeople(JSON.stringify([{ ...rest, cleared: true }]), pack, institutions)[0]?.cleared).toBe(true);
    for (const more of [{ role: 'officer' }, { duties: [...rest.duties, 'director'] }]) {
      expect(() => parsePeople(JSON.stringify([{ ...rest, ...more }]), pack, institutions)).toThrow('police is');
    }
    const elsewhere = { ...rest, duties: ['institution:bakery'] };
    expect(() => parsePeople(JSON.stringify([elsewhere]), pack, institutions)).toThrow('0.duties.0');
  });

  it('says of the contact of one of many schools which one it is, and of nobody else', () => {
    const { role: _, ...rest } = aPerson({ id: 'teacher', duties: ['institution:school'], cleared: false });
    const read = (one: object) => parsePeople(JSON.stringify([one]), pack, institutions);
    expect(() => read(rest)).toThrow('teacher is the contact of an institution that has many units');
    expect(read({ ...rest, unit: 'Shkolla A' })).toEqual([{ ...rest, unit: 'Shkolla A' }]);
    expect(() => read({ ...aPerson(), unit: 'Shkolla A' })).toThrow('b6f0c1de is of no institution');
  });

  it('is refused when somebody is there twice', () => {
    expect(() => parsePeople(JSON.stringify([aPerson(), aPerson()]), pack, institutions)).toThrow(
      'b6f0c1de is there twice',
    );
  });

  it('shows that too few can keep the directory', () => {
    const first = aPerson({ role: 'administrator' });
    const second = aPerson({ id: 'second', role: 'administrator' });
    expect(sayAdministrators([aPerson()])).toEqual([
      'Nobody in this file is an administrator: nobody can add people on the console. Name two.',
    ]);
    expect(sayAdministrators([first, { ...second, active: false }])).toEqual([
      'Only one administrator is in this file: nobody approves what needs a second one. Name two.',
    ]);
    expect(sayAdministrators([first, second])).toEqual([]);
  });

  it('shows which duty nobody active holds', () => {
    const people = [aPerson(), aPerson({ id: 'x', duties: ['helpline_desk'], active: false })];
    expect(unheldDuties(people, pack, '2026-11-20T22:10:00.000Z')).toEqual(['helpline_desk', 'director']);
  });

  it('shows which duty has holders, but none whose telephone rings', () => {
    const desk = aPerson({ id: 'desk', contact: 'phone_desk', phone: '+355 4 000 0000' });
    const director = aPerson({ id: 'director', duties: ['director', 'duty_officer'] });
    expect(silentDuties([aPerson(), director], pack, '2026-11-20T22:10:00.000Z')).toEqual(['duty_officer', 'director']);
    expect(silentDuties([aPerson(), director, desk], pack, '2026-11-20T22:10:00.000Z')).toEqual(['director']);
    expect(silentDuties([aPerson(), director, { ...desk, active: false }], pack, '2026-11-20T22:10:00.000Z')).toEqual([
      'duty_officer',
      'director',
    ]);
    expect(parsePeople(JSON.stringify([desk]), pack, institutions)).toEqual([desk]);
  });

  it('is refused when a phone desk has no phone to ring', () => {
    expect(() => parsePeople(JSON.stringify([aPerson({ contact: 'phone_desk' })]), pack, institutions)).toThrow(
      'b6f0c1de',
    );
  });
});

describe('a file of shifts', () => {
  const people = [aPerson(), aPerson({ id: 'x', duties: ['helpline_desk'], cleared: false })];
  const place = { ladder: pack.ladder, timeZone: 'Europe/Tirane' };
  const always = { days: [...rosterDays], from: '00:00', to: '00:00' };
  const file = (shifts: unknown[], holidays = ['2026-11-28']) => JSON.stringify({ shifts, holidays });

  it('is read as it is, and says which hours are left open', () => {
    const desk = { ...always, duty: 'helpline_desk', holders: ['x'] };
    const officer = { ...always, duty: 'duty_officer', from: '08:00', to: '20:00', holders: ['b6f0c1de'] };
    const roster = parseRoster(file([desk, officer]), people, place);
    expect(roster).toEqual({ timeZone: 'Europe/Tirane', shifts: [desk, officer], holidays: ['2026-11-28'] });
    const gaps = sayGaps(roster, people, place, new Date('2026-11-20T12:34:56.000Z'));
    expect(gaps).toContain('Fri 20 Nov, 20:00, 12 h: nobody has the duty duty_officer.');
    expect(gaps).toContain('Fri 20 Nov, 20:00, 12 h: nobody who is called first is cleared.');
    expect(gaps).toHaveLength(28);
  });

  it.each([
    ['a time that is none', { ...always, duty: 'duty_officer', from: '25:00', holders: [] }, 'shifts.0.from'],
    ['somebody unknown', { ...always, duty: 'duty_officer', holders: ['y'] }, 'shifts.0.holders.0'],
    ['somebody without the duty', { ...always, duty: 'duty_officer', holders: ['x'] }, 'x is on the roster'],
    ['a day that does not exist', { ...always, duty: 'duty_officer', days: ['someday'], holders: [] }, 'shifts.0.days'],
  ])('is refused with %s', (_, shift, place_) => {
    expect(() => parseRoster(file([shift]), people, place)).toThrow(place_);
  });
});

import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import type { Person } from '#shared/domain/people/person.ts';
import { isOfUnit, recipientsOf, recipientsOnPage, unitGaps } from '#shared/domain/people/recipients.ts';

const now = '2026-11-21T09:00:00.000Z';
const contact = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: `Name of ${id}`,
  mail: `${id}@institution.example`,
  language: 'sq',
  duties: ['institution:school'],
  active: true,
  cleared: false,
  ...more,
});

describe('who can be told at an institution', () => {
  it('is each of its contacts, by unit, and nobody else, without address or telephone', () => {
    const people = [
      contact('b', { unit: 'Shkolla Zana' }),
      contact('a', { unit: 'Shkolla Arbëria' }),
      contact('old'),
      contact('police', { duties: ['institution:police'] }),
      contact('officer', { duties: ['duty_officer'] }),
    ];
    expect(recipientsOf('school', people, now)).toEqual({
      recipients: [
        { id: 'old', name: 'Name of old', active: true },
        { id: 'a', name: 'Name of a', unit: 'Shkolla Arbëria', active: true },
        { id: 'b', name: 'Name of b', unit: 'Shkolla Zana', active: true },
      ],
    });
  });

  it('says of whom a mail does not reach that it does not', () => {
    const marked = { since: now, againAt: '2026-11-22T09:00:00.000Z', because: 'bounced', tries: 1 } as never;
    const people = [contact('gone', { active: false }), contact('marked', { unreachable: marked })];
    expect(recipientsOf('school', people, now).recipients.map(({ active }) => active)).toEqual([false, false]);
  });

  it('comes in pages that together are everybody, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * recipientsOnPage + 2 }), (count) => {
        const people = Array.from({ length: count }, (_, nth) => contact(`c${nth}`, { unit: `Unit ${nth % 7}` }));
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const page = recipientsOf('school', people, now, after);
          expect(page.recipients.length).toBeLessThanOrEqual(recipientsOnPage);
          seen.push(...page.recipients.map(({ id }) => id));
          after = page.next;
        } while (after !== undefined);
        expect(seen.toSorted()).toEqual(people.map(({ id }) => id).toSorted());
      }),
    );
  });
});

describe('a contact', () => {
  it('answers for its own unit, however that is spelled, and for no other', () => {
    const school = { unit: 'Shkolla  “Naim Frashëri”' };
    expect(isOfUnit(school, 'shkolla “naim frashëri” ')).toBe(true);
    expect(isOfUnit(school, 'Shkolla “Sami Frashëri”')).toBe(false);
    expect(isOfUnit(school, 'Shkolla')).toBe(false);
  });

  it('of release 0.1.0 names no unit, and is bound to its institution alone', () => {
    expect(isOfUnit({}, 'Shkolla “Sami Frashëri”')).toBe(true);
  });

  it('says of which unit it is where there are many, and nowhere else', () => {
    const institutions = [{ code: 'school', isLocal: true }, { code: 'police' }];
    const gaps = (duty: string, unit?: string) =>
      unitGaps({ duties: [duty], ...(unit === undefined ? {} : { unit }) }, institutions);
    expect(gaps('institution:school')).toEqual([{ pointer: '/unit', code: 'required' }]);
    expect(gaps('institution:school', 'Shkolla')).toEqual([]);
    expect(gaps('institution:police')).toEqual([]);
    expect(gaps('duty_officer')).toEqual([]);
  });
});

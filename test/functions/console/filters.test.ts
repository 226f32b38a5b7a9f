import { expect, it } from 'vitest';
import { askedBy, filterNames, filtersFor, shareOfPromise, withFilter } from '#functions/console/app/queue/filters.ts';
import { queueQuery } from '#shared/contracts/http/staff/queue.ts';
import { country } from '#shared/country/current.ts';
import { roles } from '#shared/domain/access/authorize.ts';
import { askedUnseen } from '#shared/domain/queue/role-view.ts';

const now = new Date('2026-11-30T10:00:00.000Z');

it('has every filter of the API', () => {
  const asked = Object.keys(queueQuery(country).shape).filter((name) => name !== 'cursor');
  expect(filterNames.toSorted()).toEqual(asked.toSorted());
});

it('offers codes that the API takes', () => {
  const schema = queueQuery(country);
  for (const { name, codes = [] } of filtersFor('officer')) {
    for (const code of codes) {
      const query = Object.fromEntries(askedBy(new URLSearchParams({ [name]: code }), now));
      expect(schema.safeParse(query).success, `${name}=${code}`).toBe(true);
    }
  }
});

it.each(roles)('offers %s no filter that the API refuses to them', (role) => {
  const names = filtersFor(role).map(({ name }) => name);
  const refused = askedUnseen(role, Object.fromEntries(filterNames.map((name) => [name, 'x'])));
  expect(names.toSorted()).toEqual(filterNames.filter((name) => !refused.includes(name)).toSorted());
});

it('keeps codes in the address, and asks with an instant', () => {
  const address = withFilter(new URLSearchParams('severity=high&as=staff-x'), 'dueBefore', 'four_hours');
  expect(address).toBe('/cases?severity=high&dueBefore=four_hours');
  expect(askedBy(new URLSearchParams('severity=high&dueBefore=four_hours&other=1'), now).toString()).toBe(
    'severity=high&dueBefore=2026-11-30T14%3A00%3A00.000Z',
  );
  expect(withFilter(new URLSearchParams('severity=high'), 'severity', '')).toBe('/cases');
});

it('measures a promise from its beginning to its end', () => {
  const at = (hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString();
  expect(shareOfPromise(at(-1), at(3), now)).toBe(0.25);
  expect(shareOfPromise(at(-3), at(-1), now)).toBe(1);
  expect(shareOfPromise(at(1), at(2), now)).toBe(0);
});

import { expect, it } from 'vitest';
import { clearFields } from '#functions/case-desk/reading/case-view.ts';
import { personView } from '#functions/directory/people/person-view.ts';
import { aPerson } from '#test/support/builders.ts';
import { ownCase } from '#test/support/new-case.ts';

const ofNewer = { ofNewer: 'x' };

it('shows nobody of a case what only a newer release knows', () => {
  const of = ownCase();
  const others = { linkedCases: [], maybeSameAs: [] };
  expect(clearFields({ ...of, ...ofNewer }, others)).toEqual(clearFields(of, others));
});

it('shows nobody of a person what only a newer release knows', () => {
  const of = aPerson('kujtim');
  expect(personView({ ...of, ...ofNewer }, 1)).toEqual(personView(of, 1));
});

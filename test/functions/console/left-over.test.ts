import { expect, it } from 'vitest';
import { isLeftOver } from '#functions/console/app/home/left-over.ts';

const proposed = { what: 'proposal_undecided', isNecessary: false } as const;

it('takes an ended case for left over only where nothing but a proposal that nothing required stands in it', () => {
  expect(isLeftOver({ status: 'resolved', concerns: [proposed] })).toBe(true);
  expect(isLeftOver({ status: 'closed', concerns: [proposed, proposed] })).toBe(true);
});

it.each([
  ['a word of the reporter', 'resolved', [proposed, { what: 'not_helped' }]],
  ['an outcome that does not hold', 'closed', [{ what: 'outcome_contradicted' }]],
  ['a proposal that was required', 'resolved', [{ ...proposed, isNecessary: true }]],
  ['work that goes on', 'in_progress', [proposed]],
] as const)('leaves %s among what waits', (_, status, concerns) => {
  expect(isLeftOver({ status, concerns: [...concerns] })).toBe(false);
});

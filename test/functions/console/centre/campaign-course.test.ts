import { expect, it } from 'vitest';
import { courseOf } from '#functions/console/app/lists/campaign-course.ts';

it.each([
  ['2026-01-31', 'begins'],
  ['2026-02-01', 'runs'],
  ['2026-02-28', 'runs'],
  ['2026-03-01', 'over'],
])('a campaign of February %s: %s', (today, course) => {
  expect(courseOf({ from: '2026-02-01', to: '2026-02-28' }, today)).toBe(course);
});

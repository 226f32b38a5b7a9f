import type { Category } from './country-pack.ts';
import type { ReportedFacts } from './report.ts';
import { countsAsYes } from './reported-facts.ts';

/**
 * Whether addresses of this case may lead to child sexual abuse material, so that only cleared staff see them. A category
 * that the pack does not know may be anything. Source: PRACTICE, people, clearance.
 */
export function isCsamFlagged(
  reported: ReportedFacts,
  categories: readonly Pick<Category, 'code' | 'csam'>[],
): boolean {
  const named = [reported.category, ...reported.alsoCategories];
  return (
    countsAsYes(reported.flags.sexualImageOfMinor) ||
    named.some((code) => categories.find((category) => category.code === code)?.csam ?? true)
  );
}

import type { Case } from './case.ts';
import { concluded } from './concluded.ts';
import type { Category } from '../report/category.ts';
import type { ReportedFacts } from '../report/report.ts';
import { countsAsYes } from '../report/reported-facts.ts';

/** What was reported or what staff concluded is enough. So an assessment never opens what the report closed. */
export function isCsamCase(
  of: Pick<Case, 'reported' | 'assessed'>,
  categories: readonly Pick<Category, 'code' | 'csam'>[],
): boolean {
  return isCsamFlagged(of.reported, categories) || isCsamFlagged(concluded(of), categories);
}

/**
 * Whether addresses of such a report may lead to child sexual abuse material, so that only cleared staff see them. A
 * category that the pack does not know counts as such, because it may be anything. Source: docs/practice.md, Clearance.
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

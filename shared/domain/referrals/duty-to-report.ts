import type { DutyToReportPolicy } from './referral-policy.ts';
import type { ReportedFacts } from '../report/report.ts';
import { countsAsYes, involvesChild } from '../report/reported-facts.ts';

/**
 * Whether the report suggests a crime against a child. A person of unknown age counts as a child.
 * Source: docs/practice.md, Duty to report.
 */
export function suspectsCrimeAgainstChild(reported: ReportedFacts, policy: DutyToReportPolicy): boolean {
  const categories = [reported.category, ...reported.alsoCategories];
  const isNamed = categories.some((category) => policy.categories.includes(category));
  const isFlagged = policy.flags.some((flag) => countsAsYes(reported.flags[flag]));
  return (isNamed || isFlagged) && involvesChild(reported);
}

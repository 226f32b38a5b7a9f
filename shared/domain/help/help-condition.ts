import type { CategoryCode, ReportedFacts } from '../report/report.ts';
import type { Situation } from './situations.ts';

/** When a block of guidance or an order of phones fits a report. Each member that is given must hold. */
export interface HelpCondition {
  /** Any of them. */
  situations?: readonly Situation[];
  /** Any of them, as the category or one of the further ones. */
  categories?: readonly CategoryCode[];
  /** The report is from one of these regions. */
  regions?: readonly string[];
  /** All of them. */
  only?: readonly Situation[];
  /** None of them. */
  unless?: readonly Situation[];
  /** None of them, as the category or one of the further ones. */
  unlessCategories?: readonly CategoryCode[];
}

/** Why a block or a phone was chosen: a closed list, and one code for each category and region of the pack. */
export type HelpReasonCode = Situation | `category_${CategoryCode}` | `region_${string}` | 'always';

/**
 * Why any of these conditions holds, or nothing when none does. The reasons are what was found, so a condition without
 * members holds by `always`.
 */
export function reasonsFor(
  conditions: readonly HelpCondition[],
  reported: Pick<ReportedFacts, 'category' | 'alsoCategories' | 'region'>,
  found: readonly Situation[],
): HelpReasonCode[] {
  return [...new Set(conditions.flatMap((condition) => reasonsOf(condition, reported, found)))];
}

function reasonsOf(
  { situations, categories, regions, only = [], unless = [], unlessCategories = [] }: HelpCondition,
  { category, alsoCategories, region }: Pick<ReportedFacts, 'category' | 'alsoCategories' | 'region'>,
  found: readonly Situation[],
): HelpReasonCode[] {
  const said = [category, ...alsoCategories];
  if (!only.every((one) => found.includes(one)) || unless.some((one) => found.includes(one))) return [];
  if (unlessCategories.some((one) => said.includes(one))) return [];
  const ofSituations = found.filter((one) => situations?.includes(one) === true);
  const ofCategories = said.filter((one) => categories?.includes(one) === true);
  const ofRegion = region !== undefined && regions?.includes(region) === true ? [region] : [];
  const isMissing =
    (situations !== undefined && ofSituations.length === 0) ||
    (categories !== undefined && ofCategories.length === 0) ||
    (regions !== undefined && ofRegion.length === 0);
  if (isMissing) return [];
  const reasons: HelpReasonCode[] = [
    ...ofSituations,
    ...only,
    ...ofCategories.map((one) => `category_${one}` as const),
    ...ofRegion.map((one) => `region_${one}` as const),
  ];
  return reasons.length === 0 ? ['always'] : reasons;
}

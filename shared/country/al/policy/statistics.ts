import type { StatisticsPolicy } from '#shared/domain/keeping/statistics.ts';

/**
 * After 29 days each case of a quarter has had its 72 hours more than nine times. Source: docs/practice.md, Figures.
 */
export const statistics: StatisticsPolicy = { smallestCell: 5, percentFrom: 20, freezeAfterDays: 29 };

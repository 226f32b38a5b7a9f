import type { StatisticsPolicy } from '#shared/domain/keeping/statistics.ts';

/** Source: PRACTICE, keeping and erasing. A month after a quarter its cases have had their 72 hours ten times over. */
export const statistics: StatisticsPolicy = { smallestCell: 5, percentFrom: 20, freezeAfterDays: 29 };

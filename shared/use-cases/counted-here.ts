import type { CountryPack } from '../domain/country-pack.ts';
import type { CountedBy } from '../domain/keeping/case-fact.ts';

export type CountryOfFigures = Pick<CountryPack, 'timeZone' | 'statistics' | 'loadReferrals'>;

/** By what cases are counted in this country. The institutions are loaded once. */
export async function countedHere({ timeZone, statistics, loadReferrals }: CountryOfFigures): Promise<CountedBy> {
  const { institutions } = await loadReferrals();
  return { timeZone, statistics, institutions };
}

import type { CountryPack } from '../domain/country-pack.ts';
import { asUsedHere, type InstitutionEntry } from '../domain/people/directory-lists.ts';

/**
 * The pack's referrals as this centre uses them. They are read anew each time, so that a corrected phone number is used
 * at once.
 */
export function referralsHere(
  country: Pick<CountryPack, 'loadReferrals'>,
  entries: () => Promise<readonly InstitutionEntry[]>,
): Pick<CountryPack, 'loadReferrals'> {
  return {
    loadReferrals: async () => {
      const [referrals, here] = await Promise.all([country.loadReferrals(), entries()]);
      return { ...referrals, institutions: asUsedHere(referrals.institutions, here) };
    },
  };
}

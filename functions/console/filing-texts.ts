import { longestAgoDays } from '#shared/contracts/http/staff/filing.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';

/** What the page for filing a report needs of the country: its categories, places and phones, and what to say at once. */
export async function filingTexts(country: CountryPack) {
  const [{ categoryGroups }, { showFirst }] = await Promise.all([country.loadPages(), country.loadTaxonomyTexts()]);
  return {
    groups: categoryGroups.groups,
    orders: categoryGroups.order,
    platforms: country.platforms,
    regions: country.regions.map(({ code, municipalities }) => ({
      code,
      municipalities: municipalities.map((one) => one.code),
    })),
    // A caller may speak another language than the counsellor.
    showFirst,
    helpLines: country.helpLines,
    helpOrders: country.helpOrders,
    longestAgoDays,
  };
}

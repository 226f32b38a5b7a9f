import type { FormAnswers, PageRoute } from '#shared/contracts/http/http.ts';
import { officeFormShape } from '#shared/contracts/http/public/pages/office-form.ts';
import { officePathIn } from '#shared/contracts/http/public/pages/page-paths.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { formsLater } from '#shared/lambda/http/loaded-when-asked.ts';

/** What the pages for institutions send, in every language. */
export function officeRoutes(country: Pick<CountryPack, 'languages'>, load: () => Promise<FormAnswers>): PageRoute[] {
  const addresses = country.languages.map((language) => ({ language, path: officePathIn(language) }));
  return formsLater(addresses, officeFormShape, load);
}

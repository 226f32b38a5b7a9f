import type { FormAnswers, PageRoute } from '#shared/contracts/http/http.ts';
import { pathsIn } from '#shared/contracts/http/public/pages/page-paths.ts';
import { reportFormShape } from '#shared/contracts/http/public/pages/report-form.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { formsLater } from '#shared/lambda/http/loaded-when-asked.ts';

/** The form for a report in every language. */
export function formRoutes(country: Pick<CountryPack, 'languages'>, load: () => Promise<FormAnswers>): PageRoute[] {
  const addresses = country.languages.map((language) => ({ language, path: pathsIn(language).tell }));
  return formsLater(addresses, reportFormShape, load);
}

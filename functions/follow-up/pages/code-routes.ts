import type { FormAnswers, PageRoute } from '#shared/contracts/http/http.ts';
import { codeFormShape } from '#shared/contracts/http/public/pages/code-form.ts';
import { pathsIn } from '#shared/contracts/http/public/pages/page-paths.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { formsLater } from '#shared/lambda/http/loaded-when-asked.ts';

/** What the pages behind a code send, in every language. */
export function codeRoutes(country: Pick<CountryPack, 'languages'>, load: () => Promise<FormAnswers>): PageRoute[] {
  const addresses = country.languages.map((language) => ({ language, path: pathsIn(language).code }));
  return formsLater(addresses, codeFormShape, load);
}

import type { PageRequest, PageRoute } from '#shared/contracts/http/http.ts';
import {
  officePath,
  officePathIn,
  pathsIn,
  pathsOfNoLanguage,
} from '#shared/contracts/http/public/pages/page-paths.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { PublishedStatistics } from '#shared/ports/facts.ts';
import type { DrawingDeps, PagesToDraw } from './draw-pages.ts';

/**
 * The pages that only tell, in every language of the pack. Their code is loaded when somebody first asks for one, so that
 * no program waits for it.
 */
export function pageRoutes(country: CountryPack, published: PublishedStatistics, deps: DrawingDeps): PageRoute[] {
  let loaded: Promise<PagesToDraw> | undefined;
  const page = (name: keyof PagesToDraw, path: string, language?: string): PageRoute => ({
    method: 'GET',
    path,
    changesNothing: true,
    ...(language === undefined ? {} : { language }),
    draw: async (request: PageRequest) => {
      loaded ??= import('./draw-pages.ts').then(({ pagesToDraw }) => pagesToDraw(country, published, deps));
      return (await loaded)[name](request);
    },
  });
  return [
    page('first', pathsOfNoLanguage.first),
    page('exit', pathsOfNoLanguage.exit),
    page('out', pathsOfNoLanguage.out),
    page('firstOffice', officePath),
    page('unknown', pathsOfNoLanguage.unknown),
    ...country.languages.flatMap((language) => {
      const paths = pathsIn(language);
      return [
        page('start', paths.start, language),
        page('tell', paths.tell, language),
        page('code', paths.code, language),
        page('help', paths.help, language),
        page('numbers', paths.numbers, language),
        page('privacy', paths.privacy, language),
        page('office', officePathIn(language), language),
        page('unknown', paths.unknown, language),
      ];
    }),
  ];
}

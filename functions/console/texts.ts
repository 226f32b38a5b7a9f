import { inOneLanguage } from '#shared/domain/console/in-one-language.ts';
import { noticePlatforms } from '#shared/domain/commands/notices/notice-platforms.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { filingTexts } from './filing-texts.ts';

/** What the browser loads for one language: the words, and the facts of the country that pages need. */
export async function consoleTexts(country: CountryPack, language: string) {
  const [{ readySentences, centre: _, ...texts }, { texts: pages }, { dutyToReport }] = await Promise.all([
    country.loadConsole(),
    country.loadPages(),
    country.loadReferrals(),
  ]);
  const { languageName } = pages;
  const { messages, us } = pages.thread;
  return {
    ...inOneLanguage(texts, language, country.defaultLanguage),
    // A reporter may read another language than the counsellor.
    readySentences: readySentences.map(({ title, ...sentence }) => ({
      ...sentence,
      title: inOneLanguage(title, language, country.defaultLanguage),
    })),
    /** What stands around a message on the reporter's page, as the reporter reads it. */
    thread: { messages, us },
    filing: await filingTexts(country),
    country: {
      language,
      languages: country.languages,
      /** Each language by its own name. A browser may not know how a language is called. */
      languageNames: languageName,
      timeZone: country.timeZone,
      moments: country.reporterTexts.moments,
      /** Codes of the regions, without their municipalities. */
      regions: country.regions.map(({ code }) => code),
      dutyToReport,
      noticePlatforms: noticePlatforms(country),
      /** The rungs of the ladder, from the first. */
      rungs: country.ladder.rungs.map(({ id }) => id),
      holdMinutes: country.ladder.holdMinutes,
    },
  };
}

export type TextsOfConsole = Awaited<ReturnType<typeof consoleTexts>>;

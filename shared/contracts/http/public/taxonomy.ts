import type { CountryPack, TaxonomyTexts } from '../../../domain/country-pack.ts';
import { addressOf, type Audience } from '../../../domain/help/audience.ts';
import type { AddressedText, Text } from '../../../domain/text.ts';
import { flags, placeWords, wishAnswers, wishSubjects } from '../../../domain/report/report.ts';
import { helpFor } from './help.ts';
import type { HelpAnswer } from './help.ts';
import { inLanguage } from '../wording.ts';

interface Coded {
  code: string;
  label: string;
}

/** Everything that a form needs to ask for a report, in one language and worded for one audience. */
export interface TaxonomyAnswer {
  language: string;
  audience: Audience;
  categories: (Coded & { showFirst?: string })[];
  platforms: Coded[];
  country: string;
  regions: { code: string; name: string; municipalities: { code: string; name: string }[] }[];
  /** Words that may be said about a place instead of a code. */
  placeWords: string[];
  flags: Coded[];
  wishes: Coded[];
  wishAnswers: Coded[];
  beforeYouSend: string;
  help: HelpAnswer[];
}

type TaxonomyPack = Pick<
  CountryPack,
  'country' | 'categories' | 'platforms' | 'regions' | 'helpLines' | 'defaultLanguage'
>;

/** Builds the taxonomy of a country pack. It leaves out the categories that only staff may set. */
export function taxonomyAnswer(
  pack: TaxonomyPack,
  texts: TaxonomyTexts,
  { language, audience }: { language: string; audience: Audience },
): TaxonomyAnswer {
  const say = (text: Text | undefined): string => inLanguage(text ?? {}, language, pack.defaultLanguage);
  const coded = (codes: readonly string[], labelOf: (code: string) => Text | undefined): Coded[] =>
    codes.map((code) => ({ code, label: say(labelOf(code)) }));
  const address = addressOf(audience);
  const addressed = (labels: Readonly<Record<string, AddressedText>>) => (code: string) => labels[code]?.[address];
  return {
    language,
    audience,
    categories: pack.categories
      .filter((category) => category.public)
      .map(({ code }) => {
        const showFirst = texts.showFirst[code]?.[audience];
        const label = say(texts.categories[code]?.[audience]);
        return { code, label, ...(showFirst === undefined ? {} : { showFirst: say(showFirst) }) };
      }),
    platforms: coded(pack.platforms, (code) => texts.platforms[code]),
    country: pack.country,
    regions: pack.regions.map(({ code, name, municipalities }) => ({
      code,
      name,
      municipalities: municipalities.map((one) => ({ code: one.code, name: one.name })),
    })),
    placeWords: [...placeWords],
    flags: coded(flags, addressed(texts.flags)),
    wishes: coded(wishSubjects, addressed(texts.wishes)),
    wishAnswers: coded(wishAnswers, addressed(texts.wishAnswers)),
    beforeYouSend: say(texts.beforeYouSend[address]),
    help: helpFor(pack, language),
  };
}

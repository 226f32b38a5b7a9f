import { albania } from '#shared/country/al/pack.ts';
import type { ConsoleTexts } from '#shared/domain/console/console-texts.ts';
import type { LabelsOfPack } from '#shared/domain/console/labels/label.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';

/**
 * The console's texts of an invented pack, in its one language. A code of the domain has a text that says where it
 * stands. Codes that a pack names itself are those of this pack alone.
 */
export async function inventedConsoleTexts(pack: CountryPack): Promise<ConsoleTexts> {
  const language = pack.defaultLanguage;
  const [texts, { institutions, legalBases, matrix }, { categoryGroups }] = await Promise.all([
    albania.loadConsole().then((texts) => saying(texts, 'console', language)),
    pack.loadReferrals(),
    pack.loadPages(),
  ]);
  const each = (codes: readonly string[]): LabelsOfPack =>
    Object.fromEntries(codes.map((code) => [code, { [language]: `«${code}»` }]));
  const codesOf = (entries: readonly { code: string }[]): string[] => entries.map(({ code }) => code);
  const { places, referralReasons } = texts.labels;
  return {
    ...texts,
    labels: {
      ...texts.labels,
      categories: each(codesOf(pack.categories)),
      categoryGroups: each(codesOf(categoryGroups.groups)),
      contentWarnings: each(codesOf(pack.categories)),
      platforms: each(pack.platforms),
      communities: each(pack.communities),
      places: {
        ...each(pack.regions.flatMap((region) => codesOf([region, ...region.municipalities]))),
        unknown: places.unknown,
        outside: places.outside,
      },
      institutions: each(codesOf(institutions)),
      legalBases: each(codesOf(legalBases)),
      referralReasons: {
        ...each(codesOf(matrix.rules)),
        against_wish: referralReasons.against_wish,
        ask_reporter_first: referralReasons.ask_reporter_first,
        pick_unit: referralReasons.pick_unit,
        place_unknown: referralReasons.place_unknown,
      },
      duties: each(pack.ladder.rungs.flatMap(({ duties }) => duties)),
      rungs: each(pack.ladder.rungs.map(({ id }) => id)),
    },
    veiledCategories: codesOf(pack.categories).slice(0, 1),
    readySentences: texts.readySentences.map((sentence) => ({ ...sentence, fits: [] })),
  };
}

/** The same shape in which each text says where it stands, with its blanks. */
function saying<Value>(value: Value, path: string, language: string): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => saying(item, `${path}/${index}`, language)) as Value;
  if ('sq' in value && typeof value.sq === 'string') {
    const blanks = (value.sq.match(/\{\w+\}/g) ?? []).join(' ');
    return { [language]: `«${path}» ${blanks}`.trim() } as Value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [key, saying(inner, `${path}/${key}`, language)]),
  ) as Value;
}

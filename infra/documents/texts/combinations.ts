import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Audience } from '#shared/domain/help/audience.ts';
import { flags, suspectRelations } from '#shared/domain/report/report.ts';
import type {
  About,
  CategoryCode,
  Flag,
  Gender,
  Report,
  ReporterRole,
  SuspectRelation,
} from '#shared/domain/report/report.ts';
import { wordCodes } from '#shared/domain/report/severity.ts';
import type { WordCode } from '#shared/domain/report/severity.ts';

/** Who a report is about: nobody named, a child, or an adult. A woman and a man are helped by different lines. */
export type Person = 'nobody' | 'child' | 'woman' | 'man';

/** A report as far as it decides what its reporter is answered. */
export interface Combination {
  audience: Audience;
  about: About;
  person: Person;
  category: CategoryCode;
  sign: Sign;
}

/**
 * What else the report says, one thing at a time: a flag that was answered with yes, a word list that found something, or
 * who did it.
 */
export type Sign = 'none' | Flag | WordCode | `suspect_${SuspectRelation}`;

/** Who tells of whom. What cannot be is left out: a child of 14 who tells of herself is no woman. */
const tellers: readonly (Pick<Combination, 'audience' | 'about'> & { persons: readonly Person[] })[] = [
  { audience: 'child', about: 'me', persons: ['child'] },
  { audience: 'child', about: 'something_i_did', persons: ['child'] },
  { audience: 'child', about: 'someone_i_know', persons: ['child', 'woman', 'man'] },
  { audience: 'child', about: 'content_only', persons: ['nobody', 'child', 'man'] },
  { audience: 'parent', about: 'my_child', persons: ['child'] },
  { audience: 'parent', about: 'me', persons: ['woman', 'man'] },
  { audience: 'parent', about: 'something_i_did', persons: ['nobody'] },
  { audience: 'parent', about: 'someone_i_know', persons: ['child', 'woman', 'man'] },
  { audience: 'parent', about: 'content_only', persons: ['nobody', 'child', 'man'] },
  { audience: 'school', about: 'pupil_or_client', persons: ['child'] },
  { audience: 'school', about: 'school', persons: ['nobody', 'child'] },
  { audience: 'school', about: 'me', persons: ['woman', 'man'] },
  { audience: 'school', about: 'something_i_did', persons: ['nobody'] },
  { audience: 'school', about: 'someone_i_know', persons: ['child', 'woman', 'man'] },
  { audience: 'school', about: 'content_only', persons: ['nobody', 'child', 'man'] },
  { audience: 'adult', about: 'me', persons: ['woman', 'man'] },
  { audience: 'adult', about: 'something_i_did', persons: ['nobody'] },
  { audience: 'adult', about: 'someone_i_know', persons: ['child', 'woman', 'man'] },
  { audience: 'adult', about: 'stranger', persons: ['nobody', 'child', 'woman', 'man'] },
  { audience: 'adult', about: 'content_only', persons: ['nobody', 'child', 'man'] },
];

/** In the order of the page. */
export const signs: readonly Sign[] = [
  'none',
  ...flags,
  ...wordCodes,
  ...suspectRelations.map((relation) => `suspect_${relation}` as const),
];

/** Every combination: who tells of whom, each category, and nothing else or each flag, word finding and suspect. */
export function everyCombination({ categories }: Pick<CountryPack, 'categories'>): Combination[] {
  const codes = categories.filter((category) => category.public).map(({ code }) => code);
  return tellers.flatMap(({ persons, ...teller }) =>
    persons.flatMap((person) =>
      codes.flatMap((category) => signs.map((sign) => ({ ...teller, person, category, sign }))),
    ),
  );
}

const roleOf: Readonly<Record<Audience, ReporterRole>> = {
  child: 'child',
  parent: 'parent',
  school: 'teacher',
  adult: 'citizen',
};

const victimOf: Readonly<Record<Person, readonly { ageYears: number; gender: Gender }[]>> = {
  nobody: [],
  child: [{ ageYears: 15, gender: 'female' }],
  woman: [{ ageYears: 27, gender: 'female' }],
  man: [{ ageYears: 27, gender: 'male' }],
};

/** What the word lists found. */
export const wordsOf = ({ sign }: Pick<Combination, 'sign'>): WordCode[] => wordCodes.filter((code) => code === sign);

/** A report that is this combination, in one language. */
export function reportOf(of: Combination, { country }: Pick<CountryPack, 'country'>, language: string): Report {
  const flag = flags.find((one) => one === of.sign);
  const suspect = suspectRelations.find((relation) => `suspect_${relation}` === of.sign);
  return {
    category: of.category,
    alsoCategories: [],
    narrative: 'x',
    urls: [],
    accounts: [],
    about: of.about,
    victims: [...victimOf[of.person]],
    ...(suspect === undefined ? {} : { suspect: { relation: suspect } }),
    alreadyTold: [],
    flags: flag === undefined ? {} : { [flag]: true },
    reporter: {
      role: roleOf[of.audience],
      ageYears: of.audience === 'child' ? 15 : of.about === 'me' ? 27 : 40,
    },
    place: { country },
    wishes: {},
    needs: [],
    language,
  };
}

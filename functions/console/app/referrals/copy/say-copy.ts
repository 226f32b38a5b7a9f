import type { OpenedCase } from '../../api/answers.ts';
import { labelOf, labels, language, words } from '../../frame/texts.ts';
import { paragraphsOf } from '../../reading/text/paragraphs.ts';
import { linesOfCopy, type CopyLine } from './lines-of-copy.ts';

type FactLine = Extract<CopyLine, { kind: 'fact' }>;

/** The labels of codes, by the name of the fact that holds one. */
const codesOf = {
  gender: 'genders',
  relation: 'suspectRelations',
  adult: 'answers',
  livesWithChild: 'answers',
  moreVictims: 'answers',
  safe: 'answers',
  role: 'reporterRoles',
  whose: 'contactOwners',
  how: 'contactWays',
  region: 'places',
  municipality: 'places',
} as const;

/** A fact in words. `isTyped`: a person typed its value. */
export function sayFact({ path, value }: FactLine): { name: string; value: string; isTyped: boolean } {
  const last = path.at(-1) ?? '';
  const group = Object.hasOwn(codesOf, last) ? codesOf[last as keyof typeof codesOf] : undefined;
  return {
    name: path.map(nameOf).join(' · '),
    value: last === 'country' ? countryName(value) : group === undefined ? value : labelOf(group, value),
    isTyped: group === undefined && last !== 'ageYears' && last !== 'country',
  };
}

/** A country by its code (ISO 3166-1), or as it was written. */
function countryName(code: string): string {
  return /^[A-Z]{2}$/u.test(code)
    ? (new Intl.DisplayNames([language.value], { type: 'region' }).of(code) ?? code)
    : code;
}

/** A name within a part. The number of one in a list stands as it is. */
function nameOf(name: string): string {
  const { part } = words().referrals;
  const { facts } = words().reading;
  const named: Readonly<Record<string, string>> = { ...labels().fields, ...facts, ...part };
  return Object.hasOwn(named, name) ? (named[name] ?? name) : name;
}

/** How long the beginning of a text may be, in signs. */
const longest = 90;

/** The first line of each field as the institution would read it, harmless. A veiled text is not among them. */
export function firstLines(text: OpenedCase, isVeiled: boolean): Readonly<Record<string, string>> {
  const { narrative, narrativeLinks, details, addresses, messages } = text;
  const begin = (said: string | undefined, links?: typeof narrativeLinks): string =>
    cut(
      paragraphsOf(said ?? '', links)[0]
        ?.pieces.map((piece) => (piece.kind === 'withheld' ? words().reading.withheld : piece.text))
        .join('') ?? '',
    );
  const facts = (part: 'victims' | 'suspect' | 'reporter' | 'place'): string => {
    const found = linesOfCopy({ [part]: details[part] }, []).filter((line) => line.kind === 'fact');
    return cut(
      found
        .map(sayFact)
        .map(({ name, value }) => `${name}: ${begin(value)}`)
        .join(', '),
    );
  };
  const first = messages[0];
  const account = addresses?.accounts[0];
  const lines = {
    narrative: isVeiled && narrative !== undefined ? words().referrals.veiled : begin(narrative, narrativeLinks),
    victims: facts('victims'),
    suspect: facts('suspect'),
    reporter: facts('reporter'),
    place: facts('place'),
    addresses: cut(addresses?.urls?.[0] ?? ''),
    accounts: account === undefined ? '' : cut(`${labelOf('platforms', account.platform)} ${account.handle}`.trim()),
    thread:
      first === undefined
        ? ''
        : isVeiled && first.from === 'reporter'
          ? words().referrals.veiled
          : begin(first.text, first.links),
  };
  return lines;
}

const cut = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`);

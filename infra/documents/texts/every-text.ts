import type { CountryPack } from '#shared/domain/country-pack.ts';
import { staffFieldProblemCodes, staffProblemCodes } from '#shared/domain/problems.ts';
import type { Text } from '#shared/domain/text.ts';
import { everyReporterText } from '../sentence-facts.ts';

/**
 * Who reads a text: a child and whoever may be one; another reporter, who is an adult; staff of the centre; an
 * institution. `everybody`: children and adults read the same words. `name`: what somebody or something is called.
 */
export type TextReader = 'child' | 'adult' | 'staff' | 'institution' | 'everybody' | 'name';

export interface PackText {
  /** Where it stands in the pack, such as `taxonomy/flags/inDanger/child`. */
  path: string;
  text: Text;
  reader: TextReader;
}

/** Every text of a country pack, with where it stands and who reads it. Word lists are no texts. */
export async function everyText(pack: CountryPack): Promise<PackText[]> {
  const [reporterTexts, guidance, taxonomy, problems, mails, exports, referrals, letters, console, pages] =
    await Promise.all([
      everyReporterText(pack),
      pack.loadGuidance(),
      pack.loadTaxonomyTexts(),
      pack.loadProblemTexts(),
      pack.loadMailTexts(),
      pack.loadExportTexts(),
      pack.loadReferrals(),
      pack.loadOfficialLetterTexts(),
      pack.loadConsole(),
      pack.loadPages(),
    ]);
  const [office, privacy] = await Promise.all([pages.loadOffice(), pages.loadPrivacy()]);
  const { centre, helpLines } = pack;
  const roots = {
    centre,
    helpLines,
    reporterTexts,
    guidance,
    taxonomy,
    problems,
    mails,
    exports,
    referrals,
    letters,
    office,
    privacy,
  };
  const texts = textsIn(roots, pack.languages);
  const known = new Set(texts.map(({ text }) => text));
  // Many labels of the console are texts that stand elsewhere in the pack, and names of places are no texts.
  const ofConsole = textsIn({ console }, pack.languages).filter(
    ({ path, text }) => !known.has(text) && !path.startsWith('console/labels/places/'),
  );
  return [...texts, ...ofConsole].map((found) => ({ ...found, reader: readerOf(found.path) }));
}

/** Every text of a value. A text is an object whose keys are languages of the pack. */
function textsIn(value: unknown, languages: readonly string[], path: string[] = []): { path: string; text: Text }[] {
  if (typeof value !== 'object' || value === null) return [];
  const isText = Object.entries(value).some(([key, said]) => languages.includes(key) && typeof said === 'string');
  if (isText) return [{ path: path.join('/'), text: value as Text }];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, languages, [...path, partOf(key, inner)]));
}

/** An entry of a list is called by its own code, so that its path stays when another is put before it. */
function partOf(key: string, inner: unknown): string {
  const isListed = /^\d+$/.test(key) && typeof inner === 'object' && inner !== null;
  if (!isListed) return key;
  if ('code' in inner && typeof inner.code === 'string') return inner.code;
  return 'phone' in inner && typeof inner.phone === 'string' ? inner.phone : key;
}

const staffOnly: readonly string[] = [...staffProblemCodes, ...staffFieldProblemCodes];

function readerOf(path: string): TextReader {
  const parts = path.split('/');
  const [root = '', second = '', third = ''] = parts;
  if (root === 'mails') return second === 'institutions' ? 'institution' : 'staff';
  if (root === 'exports') return 'staff';
  if (root === 'console' && !(second === 'readySentences' && parts.includes('text'))) return 'staff';
  if (root === 'letters' || root === 'office') return 'institution';
  if (root === 'problems') {
    if (second === 'staff' || staffOnly.includes(third)) return 'staff';
    // Nobody knows who is refused, so it may be a child.
    return second === 'forms' ? 'everybody' : 'child';
  }
  if (parts.includes('child')) return 'child';
  if (['parent', 'school', 'adult'].some((audience) => parts.includes(audience))) return 'adult';
  return root === 'referrals' || root === 'centre' || path.startsWith('privacy/complain') ? 'name' : 'everybody';
}

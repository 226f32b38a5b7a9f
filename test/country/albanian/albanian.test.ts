import { describe, expect, test } from 'vitest';
import { everyText } from '#infra/documents/texts/every-text.ts';
import type { TextReader } from '#infra/documents/texts/every-text.ts';
import { albania } from '#shared/country/al/pack.ts';
import { wordsNotToUse } from './words-not-to-use.ts';

/** What a machine can hold of the rules for Albanian texts. Source: docs/practice.md, Reporter's side. */

const everyTextHere = await everyText(albania);
const texts = everyTextHere.map(({ path, text, reader }) => ({ path, reader, said: text['sq'] ?? '' }));

type Said = (typeof texts)[number];

/** Small words of Albanian, and of its laws. None of them is a word of English. */
const albanianWord = /(?<!\p{L})(?:neni|nenet|dhe|nuk|për|është|që|një)(?!\p{L})/giu;

test('English texts have no Albanian words in them', () => {
  const mixed = (english: readonly { path: string; said: string }[]) =>
    english.flatMap(({ path, said }) => (said.match(albanianWord) ?? []).map((word) => `${path}: ${word}`));
  expect(mixed(everyTextHere.map(({ path, text }) => ({ path, said: text['en'] ?? '' })))).toEqual([]);
});

const readBy = (...readers: TextReader[]): Said[] => texts.filter(({ reader }) => readers.includes(reader));

/** The texts in which something stands that should not, with what it is. */
function found(among: readonly Said[], faults: (said: string) => readonly string[]): string {
  return among.flatMap(({ path, said }) => faults(said).map((fault) => `${path}: “${fault}” in “${said}”`)).join('\n');
}

const matches =
  (pattern: RegExp) =>
  (said: string): string[] =>
    said.match(new RegExp(pattern.source, `${pattern.flags.replaceAll('g', '')}g`)) ?? [];

const wordsOf = (said: string): string[] => said.toLowerCase().match(/[\p{L}]+/gu) ?? [];

/** Words that speak to one person as _ti_. Those that are also said of somebody else are left out, such as `merr`. */
const ti = new Set(
  `ti ty yt tënd tënde jote je ke ishe bëre
  telefono ruaj ruaji ruaje trego tregoji tregoja tregoje tregojua shkruaj shkruaje shiko shikoje konfirmo hape provo
  dërgo dërgoje raporto raportoje raportoji blloko bllokoje kopjo shëno shënoje fol thuaj thuaji mbylle ndrysho kërko
  kërkoju kërkoje njofto njoftoje prit shko paguaj qëndro dëgjo dëgjoje thirr lër fshi fshije zgjidh plotëso shto
  shtoje përgjigju largo kontrollo aktivizo merre mbaje lexoje shkarko shpërnda pyete mos_hyr`.split(/\s+/),
);

/** Plurals that end like a verb of _ti_: within 48 hours, of messages. */
const plurals =
  /^(or|dit|jav|vit|vjet|muaj|minut|mesazh|rast|raport|fjal|gjuh|qytet|adres|llogari|platform|njëher)\p{L}*sh$/u;

function tiIn(said: string): string[] {
  return wordsOf(said).filter(
    (word) => ti.has(word) || (/(ësh|esh|ove)$/.test(word) && word.length > 4 && !plurals.test(word)),
  );
}

/** Words that end in -ni and speak to nobody. */
const noVerb = new Set(
  'tani takoheni telefoni ekrani komisioni personi plani institucioni mendimi organizimi qeni vetëni aplikacioni nxënësni'.split(
    ' ',
  ),
);

function juIn(said: string): string[] {
  return wordsOf(said).filter(
    (word) =>
      ['ju', 'juaj', 'juaja', 'tuaj', 'tuaja', 'suaj', 'jua', 'jush'].includes(word) ||
      (/(ni|nie?ni|uni|ojini|ojeni)$/.test(word) && word.length > 3 && !noVerb.has(word)),
  );
}

describe('an Albanian text', () => {
  test('is read by somebody: each root of the pack has texts', () => {
    const roots = new Set(texts.map(({ path }) => path.split('/')[0] ?? ''));
    expect([...roots].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'centre',
      'console',
      'exports',
      'guidance',
      'helpLines',
      'letters',
      'mails',
      'office',
      'privacy',
      'problems',
      'referrals',
      'reporterTexts',
      'taxonomy',
    ]);
    for (const reader of ['child', 'adult', 'staff', 'institution', 'name'] as const) {
      expect(readBy(reader).length).toBeGreaterThan(5);
    }
  });

  test.each(wordsNotToUse.map((row) => [String(row.pattern), row] as const))('has no %s', (_, row) => {
    const { pattern, readers, except } = row;
    const among = texts.filter(
      ({ path, reader }) => (readers?.includes(reader) ?? true) && except?.test(`${path}/`) !== true,
    );
    expect(among.length).toBeGreaterThan(20);
    expect(found(among, matches(pattern)), `say: ${row.instead} (${row.because})`).toBe('');
  });

  test('has no word of two genders: never both forms, never an adjective after je or jeni', () => {
    const bothForms =
      /(?<![\p{L}])[ie]\/[ie](?![\p{L}])|\p{L}+\((e|i|a|ja)\)|(?<![\p{L}])(?:[ie] )(?<adjective>\p{L}+) ose [ie] \k<adjective>/iu;
    const afterBe = /(?<![\p{L}])(je|jeni|jam)( \p{L}+)? [ie] \p{L}+/iu;
    const named = readBy('child', 'adult', 'everybody', 'staff', 'institution');
    expect(found(named, (said) => [...matches(bothForms)(said), ...matches(afterBe)(said)])).toBe('');
  });

  test('has a value that is filled in only where Albanian needs no case: a subject, after a colon, after nga or te', () => {
    const value = 'name|institution|centre|due|until|by|readBy|door|people|effective|lapses|at|person|asked|when|clock';
    const declined = new RegExp(
      `(?<![\\p{L}])(më|deri|për|me|dhënë|para|pas|prej|në|orës|orën) \\{(${value})\\}`,
      'iu',
    );
    expect(found(texts, matches(declined))).toBe('');
  });
});

describe('an Albanian text for', () => {
  test('an adult says ju, and never ti', () => {
    expect(found(readBy('adult'), tiIn)).toBe('');
  });
  test('staff and institutions says ju, and never ti', () => {
    expect(found(readBy('staff', 'institution'), tiIn)).toBe('');
  });
  test('a child says ti, and never ju', () => {
    expect(found(readBy('child'), juIn)).toBe('');
  });
  test('everybody says neither', () => {
    expect(found(readBy('everybody'), (said) => [...tiIn(said), ...juIn(said)])).toBe('');
  });
  test('a child has no sentence of more than 25 words', () => {
    const long = (said: string): string[] => said.split(/[.!?:]\s/).filter((sentence) => wordsOf(sentence).length > 25);
    expect(found(readBy('child'), long)).toBe('');
  });
});

describe('these rules find what they are for', () => {
  test.each([
    [tiIn, 'Telefono 129.', ['telefono']],
    [tiIn, 'Nëse nuk mund të presësh', ['presësh']],
    [tiIn, 'Faleminderit që na tregove', ['tregove']],
    [tiIn, 'Merremi me të brenda 48 orësh. Telefononi 116 111.', []],
    [juIn, 'Telefononi tani 129.', ['telefononi']],
    [juIn, 'Raportimi juaj', ['juaj']],
    [juIn, 'Fol me dikë tani. Telefoni yt mbetet yti.', []],
  ] as const)('%o in “%s”', (rule, said, expected) => {
    expect(rule(said)).toEqual(expected);
  });
});

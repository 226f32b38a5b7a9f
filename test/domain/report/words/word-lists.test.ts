import { readFileSync } from 'node:fs';
import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { explainWords, findWords, findWordsIn, writtenAsAddress } from '#shared/domain/report/words/word-lists.ts';
import { longEnoughToHold } from '#shared/domain/report/words/words-of-text.ts';
import type { Habits, WordLists } from '#shared/domain/report/words/phrase-lists.ts';
import type { WordCode } from '#shared/domain/report/severity.ts';
import { zembla } from '#test/support/invented-country.ts';
import { examplesOf } from '#test/support/phrase-examples.ts';

const [ofAlbania, ofZembla] = await Promise.all([albania.loadWords(), zembla.loadWords()]);

type Written = readonly string[] | { phrases: readonly string[]; exceptions: readonly string[] };

/** Lists of one variety for some codes. */
function listsOf(written: Partial<Record<WordCode, Written>>, groups: Record<string, string[]> = {}): WordLists {
  const list = (of: Written = []) => ({
    sq: { source: 'A test.', date: '2026-11-30', ...('phrases' in of ? of : { phrases: of }) },
  });
  return {
    groups,
    lists: {
      words_self_harm: list(written.words_self_harm),
      words_taken_or_hurt: list(written.words_taken_or_hurt),
      words_weapon: list(written.words_weapon),
      words_meeting: list(written.words_meeting),
    },
  };
}

const words = listsOf({
  words_self_harm: ['dua të vdes', "s'dua të jetoj", 'vetëvras*', 'kill myself', 'want to die', 'kys'],
  words_weapon: ['thikë', 'gun', 'ak47', 'do të shoot'],
  words_meeting: ["let's meet"],
});
const find = (text: string): string[] => findWords(text, words);

describe('a phrase is found', () => {
  test.each([
    ['as written', 'dua të vdes'],
    ['in a sentence', 'Nuk e di pse, por dua të vdes. Ndihmë!'],
    ['without diacritics', 'dua te vdes'],
    ['without the ë', 'dua t vdes'],
    ['with w for ë', 'dua tw vdes'],
    ['with w for v', 'dua te wdes'],
    ['in capitals', 'DUA TË VDES'],
    ['with a decomposed ë', 'dua te\u0308 vdes'],
    ['with repeated letters', 'duaaa te vdeees'],
    ['over lines and signs', 'dua\n...te, VDES!!!'],
    ['with invisible characters inside', 'dua te v\u200Bde\u00ADs'],
    ['with letters written apart', 'dua te v d e s'],
    ['with all letters written apart', 'd u a t e v d e s'],
    ['with letters kept apart by dots', 'dua te v.d.e.s'],
    ['with a blank in a word', 'dua te vd es'],
    ['without blanks', 'duatevdes'],
    ['without one blank', 'dua tevdes'],
    ['without blanks, in a longer word', 'poduatevdessot'],
    ['without blanks, where words share a letter', 'wanttodie'],
    ['with digits for letters', 'dua t3 vd3s'],
    ['with one digit for two letters', 'k1ll myse1f'],
    ['with signs for letters', 'k!ll my$elf'],
    ['with a hidden letter', 'dua te vd*s'],
    ['with stars between letters', 'dua te v*d*e*s'],
    ['with a straight apostrophe', "s'dua te jetoj"],
    ['with a curly apostrophe', 's’dua të jetoj'],
    ['without the apostrophe', 'sdua te jetoj'],
    ['by the beginning of a word', 'po mendoj për vetëvrasje'],
    ['in full-width letters', 'ｋｉｌｌ ｍｙｓｅｌｆ'],
    ['in letters in circles', 'ⓚⓘⓛⓛ ⓜⓨⓢⓔⓛⓕ'],
    ['with Cyrillic letters', 'dua tе vdеѕ'],
    ['with Greek letters', 'dυα τε νdεs'],
    ['in small capitals', 'ᴅᴜᴀ ᴛᴇ ᴠᴅᴇs'],
    ['in flags', '🇩🇺🇦 🇹🇪 🇻🇩🇪🇸'],
  ])('%s', (_, text) => expect(find(text)).toEqual(['words_self_harm']));

  test('but in no number, which may look like a short word', () => {
    const lists = listsOf({ words_weapon: ['alt'] });
    expect(findWords('417. Më shkroi. Kushton 417 lekë', lists)).toEqual([]);
    expect(findWords('a1t', lists)).toEqual(['words_weapon']);
  });
  test('when it holds digits itself', () => {
    expect(find('ka ak47')).toEqual(['words_weapon']);
    expect(find('do te sh00t')).toEqual(['words_weapon']);
  });
});

describe('several texts', () => {
  test('give each code once, and no phrase over two of them', () => {
    expect(findWordsIn(['thikë', undefined, 'a gun', 'dua të', 'vdes'], words)).toEqual(['words_weapon']);
  });
  test('that stand for addresses are words only with a blank', () => {
    const addresses = ['https://kill.example/myself', '@let.s_meet', undefined, '', 'kill myself', 'dua\nte vdes'];
    expect(writtenAsAddress(addresses)).toEqual(['kill myself', 'dua\nte vdes']);
  });
});

describe('no phrase is found', () => {
  test.each([
    ['in part of a word', 'the gunman was not there, begun'],
    ['in the end of one word and the next', 'bedua te vdes'],
    ['when its words do not follow each other', 'dua akullore, te vdes nga e qeshura'],
    ['when it is cut', 'dua te'],
    ['where two letters by chance stand before a word', 'ky sdi gje'],
    ['in short words that stand apart', 'gu n th e'],
    ['in nothing', ''],
    ['in signs alone', '... 😀 — ??'],
    ['in numbers', '911 47 10.10.2026'],
  ])('%s', (_, text) => expect(find(text)).toEqual([]));
});

describe('a list may say', () => {
  const lists = listsOf(
    {
      words_self_harm: {
        phrases: ['(dua|du) [shumë] {die}', '!tani {die}', 'pi .. ilaçe'],
        exceptions: ['{die} (për|nga) {fun}'],
      },
      words_weapon: ['{die} sot'],
    },
    { die: ['të vdes', 'me vdek', 'vritem'], fun: ['muzikë', '{more}'], more: ['të qeshur*'] },
  );
  const found = (text: string): string[] => findWords(text, lists);

  test('one of several words, words that may be absent, and a group of words', () => {
    for (const text of ['dua te vdes', 'du me vdek', 'dua shume vritem', 'du vritem']) {
      expect(found(text)).toEqual(['words_self_harm']);
    }
    for (const text of ['dua', 'shume te vdes', 'dua pak te vdes']) expect(found(text)).toEqual([]);
  });
  test('up to two words between, within the sentence', () => {
    for (const text of ['pi ilaçe', 'pi shumë ilaçe', 'pi të gjitha ilaçe'])
      expect(found(text)).toEqual(['words_self_harm']);
    for (const text of ['pi një dy tri ilaçe', 'pi kafe. Kam ilaçe', 'pi kafe!\nilaçe'])
      expect(found(text)).toEqual([]);
  });
  test('what means something else, unless the same word is meant elsewhere or is sure', () => {
    expect(found('dua të vdes për muzikë')).toEqual([]);
    expect(found('dua të vdes nga të qeshurat')).toEqual([]);
    expect(found('dua të vdes nga të qeshurat, dua të vdes')).toEqual(['words_self_harm']);
    expect(found('tani të vdes për muzikë')).toEqual(['words_self_harm']);
  });
  test('an exception of one kind, and no other kind is quiet', () => {
    expect(found('dua të vdes sot')).toEqual(['words_self_harm', 'words_weapon']);
    const mixed = listsOf({
      words_self_harm: { phrases: ['të vdes'], exceptions: ['të vdes sot'] },
      words_weapon: ['vdes sot'],
    });
    expect(findWords('të vdes sot', mixed)).toEqual(['words_weapon']);
  });
  test('nothing of a group that is not there', () => {
    expect(() => findWords('', listsOf({ words_weapon: ['{none}'] }))).toThrow('{none}');
  });
  test('an exception is not heard in pieces of words', () => {
    const meat = listsOf({ words_weapon: { phrases: ['blade'], exceptions: ['blade .. meat'] } });
    expect(findWords('a blade on me at night', meat)).toEqual(['words_weapon']);
    expect(findWords('a blade for meat', meat)).toEqual([]);
  });
});

test('what was found is told with its phrase, its variety, and the exception that keeps it quiet', () => {
  const lists = listsOf(
    { words_self_harm: { phrases: ['{die} [sot]'], exceptions: ['{die} nga'] } },
    { die: ['vdes'] },
  );
  expect(explainWords('vdes', lists)).toEqual([{ code: 'words_self_harm', variety: 'sq', phrase: '{die} [sot]' }]);
  expect(explainWords('vdes nga', lists)).toEqual([
    { code: 'words_self_harm', variety: 'sq', phrase: '{die} [sot]', exception: '{die} nga' },
  ]);
});

describe('a word that is misspelt', () => {
  const habits: Habits = {
    sounds: [
      [/sh/gu, 's'],
      [/[yj]/gu, 'i'],
    ],
    either: [['x', 'sh']],
    joined: /^(?:m(?!b)|po)/u,
    shortForms: { you: ['u'], kill: ['k'] },
    ordinary: ['piston', 'pastorale', 'tmerr', 'mshat', 'shkolaz*', 'wasp'],
  };
  const lists: WordLists = {
    ...listsOf({
      words_self_harm: {
        phrases: ['shkoj', 'vetëvras*', 'kill you', 'dhimbje koke', 'abc'],
        exceptions: ['shkoj në shkollë'],
      },
      words_weapon: ['pistol', 'pistoletë', 'shpata', 'pasha', 'vritem', 'vasp'],
    }),
    habits,
  };
  const found = (text: string): string[] => findWords(text, lists);

  test.each([
    ['as it sounds', 'skoi', 'words_self_harm'],
    ['with a letter that may be several', 'xpata', 'words_weapon'],
    ['as a short form', 'kill u', 'words_self_harm'],
    ['as a short form beside another', 'k u', 'words_self_harm'],
    ['with a word before it that is joined', 'mshkoj', 'words_self_harm'],
    ['with two letters before it that are joined', 'poshkoj', 'words_self_harm'],
    ['in its beginning, before any ending', 'vetvars', 'words_self_harm'],
    ['with a wrong letter', 'pistovetë', 'words_weapon'],
    ['with a missing letter', 'pistletë', 'words_weapon'],
    ['with a letter too many', 'pistrolete', 'words_weapon'],
    ['with two swapped letters', 'pitsolet', 'words_weapon'],
    ['within a phrase', 'dhimbye koke', 'words_self_harm'],
  ])('is heard %s', (_, text, code) => expect(found(text)).toEqual([code]));

  test.each([
    ['that is short', 'pistal'],
    ['whose first letter is another', 'bistoleta'],
    ['whose last letter is another, which may be another form', 'vriten'],
    ['whose last two letters are swapped', 'vritme'],
    ['with two typos', 'pitsolteta'],
    ['whose end is a short word behind others that may be joined', 'poabc'],
    ['that is an ordinary one', 'piston'],
    ['that begins as an ordinary one does', 'mshat'],
    ['whose w would be a v, if it is an ordinary one', 'wasp'],
    ['that goes on after its ending', 'vetvarsindikate'],
    ['in another language', 'пашол'],
  ])('is not taken for one %s', (_, text) => expect(found(text)).toEqual([]));

  test('is quiet where an exception is misspelt with it', () => {
    expect(found('skoi në skollë')).toEqual([]);
    expect(found('mshkoj në shkollë')).toEqual([]);
  });
  test('is one only for whoever has said how people misspell', () => {
    expect(findWords('pistovetë', listsOf({ words_weapon: ['pistoletë'] }))).toEqual([]);
  });
});

test('a phrase is not mistaken for one that begins like it', () => {
  const lists = listsOf({
    words_self_harm: ['vetëvras*', 'vetëvrasja ime', 'jam  vetëm*'],
    words_weapon: ['vetë*', 'pistoletë'],
    words_meeting: ['vetëvras*', 'jam vetëm sot'],
  });
  const found = (text: string) => findWords(text, lists).toSorted();
  expect(found('vetëvrasës')).toEqual(['words_meeting', 'words_self_harm', 'words_weapon']);
  expect(found('vetëdije')).toEqual(['words_weapon']);
  expect(found('jam vetëmbajtës')).toEqual(['words_self_harm', 'words_weapon']);
  expect(found('jam këtu')).toEqual([]);
});

test('two letters apart are two words; three are one, however often each is repeated', () => {
  const lists = listsOf({ words_self_harm: ['e i'], words_weapon: ['vrar'], words_meeting: ['abc'] });
  expect(findWords('unë e i thashë', lists)).toEqual(['words_self_harm']);
  expect(findWords('a b c', lists)).toEqual(['words_meeting']);
  expect(findWords('v v r r r a a r', lists)).toEqual(['words_weapon']);
  expect(findWords('v r 1 1 r', lists)).toEqual([]);
});

test('a single letter ends no word: "ka m" is not in "kam"', () => {
  const lists = listsOf({ words_weapon: ['ka m pre'], words_self_harm: ["t'vras"] });
  expect(findWords('kam pre', lists)).toEqual([]);
  for (const text of ['t vras', "t'vras", 'tvras']) expect(findWords(text, lists)).toEqual(['words_self_harm']);
});

test('each code is said once, whatever is found how often', () => {
  expect(find("gun gun thikë. Let's meet. gun").toSorted()).toEqual(['words_meeting', 'words_weapon']);
});

test('any text around a phrase leaves it found, and what is found says nothing of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      expect(find(`${before} . gun , ${after}`)).toContain('words_weapon');
    }),
  );
});

describe('whoever disguises a phrase of the country is heard all the same', () => {
  const examples = [0, 1, 2].flatMap((word) => examplesOf(ofAlbania, () => word));
  /** A single letter ends no word, and a letter that is written once is no word beside itself. */
  const isHeardWithoutBlanks = (text: string): boolean =>
    !/(?: |^)[\p{L}\p{N}]$|(?<!\p{L})(\p{L}) \1|(\p{L}) \2(?!\p{L})/u.test(text);
  const someExample = fc.tuple(fc.constantFrom(...examples), fc.infiniteStream(fc.nat({ max: 9 })));
  const disguises: [string, (letter: string, chance: number) => string][] = [
    ['with letters repeated', (letter, chance) => (/\p{L}/u.test(letter) ? letter.repeat(1 + (chance % 4)) : letter)],
    ['with invisible characters', (letter, chance) => (chance < 4 ? `${letter}\u200B` : letter)],
    ['with look-alike letters', (letter, chance) => (chance < 6 ? (lookAlike[letter] ?? letter) : letter)],
    ['with digits and signs', (letter, chance) => (chance < 6 ? (digit[letter] ?? letter) : letter)],
    ['in full-width letters', (letter) => (/[!-~]/.test(letter) ? fullWidth(letter) : letter)],
    [
      'with more blanks and lines',
      (letter, chance) => (letter === ' ' ? ([' ', '\n', '  ', ' , ', '_'][chance % 5] ?? ' ') : letter),
    ],
    ['with every letter apart', (letter) => (letter === ' ' ? '' : `${letter} `)],
    ['with dots between all letters', (letter) => (letter === ' ' ? '' : `${letter}.`)],
  ];
  const lookAlike: Record<string, string> = {
    a: 'а',
    e: 'е',
    o: 'о',
    p: 'р',
    c: 'с',
    x: 'х',
    i: 'і',
    s: 'ѕ',
    t: 'τ',
    k: 'κ',
  };
  const digit: Record<string, string> = { a: '4', e: '3', o: '0', s: '5', i: '1', l: '1', t: '7', b: '8' };
  const fullWidth = (letter: string): string => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);

  test.each(disguises)('%s', (_, disguise) => {
    fc.assert(
      fc.property(someExample, ([{ code, text }, stream]) => {
        const chances = stream[Symbol.iterator]();
        fc.pre(isHeardWithoutBlanks(text.toLowerCase()));
        const letters = Array.from(text.toLowerCase().replaceAll(/['’]/g, ' '));
        const disguised = letters.map((letter) => disguise(letter, chances.next().value ?? 0)).join('');
        // A word of digits alone is a number to whoever reads it. So is one letter before them.
        fc.pre(!/(?<![\p{L}\p{N}])\p{L}?\d{3,}(?![\p{L}\p{N}])/u.test(disguised));
        expect(explainWords(disguised, ofAlbania).map((found) => found.code)).toContain(code);
      }),
      { numRuns: 100 },
    );
  });

  test('without any blank, whichever words of the phrase are taken', () => {
    const someText = fc.constantFrom(...[0, 1, 2, 3, 5, 7, 11].flatMap((word) => examplesOf(ofAlbania, () => word)));
    fc.assert(
      fc.property(someText, ({ code, text }) => {
        const written = text.toLowerCase().replaceAll(/['’]/g, ' ');
        fc.pre(isHeardWithoutBlanks(written));
        const glued = written.replaceAll(' ', '');
        // A short word that begins with a word of one letter holds no others (`sdurroj`).
        fc.pre(!/^\p{L} /u.test(written) || glued.replaceAll(/(.)\1+/gu, '$1').length >= longEnoughToHold);
        expect(explainWords(glued, ofAlbania).map((found) => found.code)).toContain(code);
      }),
      { numRuns: 300 },
    );
  });
  test.each(['betohetsedotevras', 'sedotevras', 'po sedotevras', 'dotevrassot'])('%s', (text) => {
    expect(findWords(text, ofAlbania)).toContain('words_weapon');
  });
});

describe('the time taken grows with the length of the text alone', () => {
  const hostile = [
    ['what almost matches', 'dua te '],
    ['letters apart', 'v '],
    ['one letter', 'a'],
    ['one digit', '1'],
    ['digits that may be letters', '0o1l'],
    ['apostrophes', "'"],
    ['marks', 'te\u0308'],
    ['beginnings of a word', 'vetevra'],
    ['words with typos', 'pitsoleta vetevarsje shkolla '],
    ['words without blanks', 'duatevdes'],
    ['hidden letters', 'v*'],
    ['hidden letters of a word', 'v*r*a*s*'],
    ['words in pieces', 'vd es '],
    ['words that lead everywhere', 'me te do e i '],
    ['hits', 'dua te vdes '],
    ['exceptions', 'dua te vdes per muzike '],
    ['emoji', '😀'],
  ] as const;
  const cpuOf = (text: string): number => {
    const times = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage();
      findWords(text, ofAlbania);
      return process.cpuUsage(before).user / 1000;
    });
    return Math.min(...times);
  };
  const textOf = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const sentences = readFileSync(new URL('../../../country/sentences/ordinary.tsv', import.meta.url), 'utf8');

  test.each(hostile)('%s', (_, piece) => {
    cpuOf(textOf(piece, 2_500));
    // Twice the text takes twice the time. With its square it would be four times, so 16 times for these two steps.
    const ratios = [1, 2, 3].map(() => cpuOf(textOf(piece, 10_000)) / Math.max(cpuOf(textOf(piece, 2_500)), 0.5));
    expect(Math.min(...ratios)).toBeLessThan(9);
  });
  test('and the worst text takes no more than some times an ordinary one', () => {
    const ordinary = textOf(sentences, 10_000);
    cpuOf(ordinary);
    const usual = Math.max(cpuOf(ordinary), 5);
    const slow = hostile.filter(([, piece]) => cpuOf(textOf(piece, 10_000)) > usual * 20);
    expect(slow).toEqual([]);
    expect(usual).toBeLessThan(500);
  });
  test('and lists are made ready in a time nobody feels', () => {
    const before = process.cpuUsage();
    findWords('', { ...ofAlbania });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000);
  });
});

test('the lists of another country and alphabet work as well', () => {
  expect(findWords('ΔΕΝ ΘΈΛΩ ΝΑ ΖΩ', ofZembla)).toEqual(['words_self_harm']);
  expect(findWords('δεν θα ήθελα να ζω', ofZembla)).toEqual(['words_self_harm']);
  expect(findWords('έχει μαχαίρι', ofZembla)).toEqual(['words_weapon']);
  expect(findWords('έχει μαχαίρι κουζίνας', ofZembla)).toEqual([]);
  expect(findWords('μ α χ α ί ρ ι', ofZembla)).toEqual(['words_weapon']);
});

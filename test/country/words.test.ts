import { readFileSync } from 'node:fs';
import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { meetingGroups } from '#shared/country/al/words/groups/meeting-groups.ts';
import { selfHarmGroups } from '#shared/country/al/words/groups/self-harm-groups.ts';
import { sharedGroups } from '#shared/country/al/words/groups/shared-groups.ts';
import { takenOrHurtGroups } from '#shared/country/al/words/groups/taken-or-hurt-groups.ts';
import { weaponGroups } from '#shared/country/al/words/groups/weapon-groups.ts';
import { albania } from '#shared/country/al/pack.ts';
import { explainWords, findWords } from '#shared/domain/report/words/word-lists.ts';
import type { WordCode } from '#shared/domain/report/severity.ts';
import { isRight, measureWords, nearWordsReport, sentencesOf } from '#infra/documents/measure-words.ts';
import { albanianHabits, englishHabits, typos } from '#test/support/misspellings.ts';
import { examplesOf } from '#test/support/phrase-examples.ts';

const words = await albania.loadWords();
const find = (text: string): WordCode[] => findWords(text, words);
/** Codes whose phrases are in a text, whether an exception stands there or not. */
const codesIn = (text: string): WordCode[] => explainWords(text, words).map(({ code }) => code);

const isEnglish = ({ variety }: { variety?: string }): boolean => variety === 'en';
const isAlbanian = ({ variety }: { variety?: string }): boolean => variety !== 'en';

const parts = Object.entries(words.lists).flatMap(([code, list]) =>
  Object.entries(list).map(([variety, part]) => ({ of: `${code} ${variety}`, ...part })),
);

describe('what a child may write is heard', () => {
  test.each<[WordCode, string]>([
    ['words_self_harm', 'do të pi ilaçe të gjitha'],
    ['words_self_harm', 'kam pre krahët'],
    ['words_weapon', 'do e therr'],
    ['words_weapon', 'me një shish'],
    ['words_self_harm', 'do ta mbyll me këtë jetë'],
    ['words_self_harm', 'dua të zhdukem përgjithmonë'],
    ['words_self_harm', 'kms'],
    ['words_self_harm', 'end it tonight'],
    ['words_self_harm', 'd u a t e v d e s'],
    ['words_self_harm', 'duatevdes'],
    ['words_self_harm', 'dua te vd3s'],
    ['words_self_harm', 'dua të vdеs'],
    ['words_taken_or_hurt', 'piva të gjitha ilaçet'],
    ['words_taken_or_hurt', 'kam marrë hapa'],
    ['words_taken_or_hurt', 'po më del gjak'],
    ['words_taken_or_hurt', 'took all the pills'],
    ['words_taken_or_hurt', 'she swallowed pills'],
    ['words_taken_or_hurt', 'ka pirë ilaçe'],
    ['words_taken_or_hurt', 'she is bleeding'],
    ['words_weapon', 'ka thikë në çantë'],
    ['words_meeting', 'më ka thënë të takohemi vetëm'],
    ['words_meeting', "po m'thotë hajde n'kafe sonte"],
    ['words_meeting', 'kena me u pa nesër, nuk e njoh'],
    ['words_meeting', 'mami mendon qe jam te shoqja po do dal me te'],
    ['words_meeting', 'ma ço lokacionin se po vij t mar'],
    ['words_meeting', "he won't stop, he says come to the park alone"],
    ['words_self_harm', "my brother says he doesn't want to exist"],
    ['words_self_harm', "nuk du me kanë ma n'kit dynja"],
    ['words_weapon', 'they want to jump him with hammers'],
    ['words_weapon', 'do ta heqim qafe'],
    ['words_taken_or_hurt', 'i ka pi krejt hapat e zemrës'],
  ])('%s: %s', (code, text) => expect(find(text)).toContain(code));
});

describe('common speech wakes nobody', () => {
  test.each([
    'po vdes së qeshuri',
    'do të të vras në FIFA',
    'vdes për muzikë',
    'vdekje së lodhuri',
    'my mom will kill me if she finds out',
    'that song is killing it',
    'dying of laughter',
    'shoot me a message',
    'i cut my hair',
    'a knife in the kitchen to cook',
    'meet you at school tomorrow with the class',
    'pi ilaçe për gripin',
    'varet nga prindërit',
    'the class is in Google Meet',
    'nuk dua të shkoj në shkollë',
    "nana m'ka thanë me dalë me ble bukë",
    'një i panjohur më kërkoi foto në Instagram',
    'u mbyta në detyra',
    'someone asked me to go to a website',
  ])('%s', (text) => expect(find(text)).toEqual([]));
});

test('something that was taken or a wound is a code of its own, and no intention is', () => {
  expect(find('piva të gjitha ilaçet')).toContain('words_taken_or_hurt');
  expect(find('do të pi të gjitha ilaçet')).toEqual(['words_self_harm']);
  expect(find('i took all the pills')).toContain('words_taken_or_hurt');
  expect(find('i am going to take all the pills')).not.toContain('words_taken_or_hurt');
});

describe('the sentences on which the lists are tuned', () => {
  const read = (name: string, isOrdinary: boolean) =>
    sentencesOf(readFileSync(new URL(`sentences/${name}.tsv`, import.meta.url), 'utf8'), isOrdinary);
  const [mustHit, ordinary] = [read('must-hit', false), read('ordinary', true)];
  const wrongOf = (sentences: typeof mustHit): string[] =>
    sentences.filter((sentence) => isRight(sentence, words) === false).map(({ text }) => text);

  test('are many, of every kind and variety', () => {
    for (const sentences of [mustHit, ordinary]) {
      expect(sentences.length).toBeGreaterThan(1000);
      expect(new Set(sentences.map(({ variety }) => variety))).toEqual(new Set(['sq', 'sq-chat', 'gheg', 'en']));
      const texts = sentences.map(({ text }) => text);
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    }
    expect(measureWords(mustHit, words)).toMatchObject({ mustHit: mustHit.length, ordinary: 0 });
  });
  test('are heard, 97 of 100 at least', () => {
    const { hitRate } = measureWords(mustHit, words);
    expect({ isEnough: hitRate >= 0.97, missed: wrongOf(mustHit) }).toMatchObject({ isEnough: true });
  });
  test('wake nobody where they are ordinary, but for 3 of 100 at most', () => {
    const { falseAlarmRate } = measureWords(ordinary, words);
    expect({ isFew: falseAlarmRate <= 0.03, heard: wrongOf(ordinary) }).toMatchObject({ isFew: true });
  });

  describe('by somebody who writes as in chat or mistypes', () => {
    const habits = [
      ...Object.entries(albanianHabits).map(([habit, misspell]) => ({ habit, misspell, isFor: isAlbanian })),
      ...Object.entries(englishHabits).map(([habit, misspell]) => ({ habit, misspell, isFor: isEnglish })),
      ...Object.entries(typos).map(([habit, misspell]) => ({ habit, misspell, isFor: () => true })),
    ];
    /** Sentences that are taken for what they are, each with one habit that changes it and another one each time. */
    const misspelt = (sentences: typeof mustHit, runs: number): typeof mustHit =>
      fc
        .sample(fc.tuple(fc.constantFrom(...habits), fc.constantFrom(...sentences), fc.nat({ max: 9_999 })), runs * 3)
        .flatMap(([{ misspell, isFor }, sentence, chance]) => {
          const before = sentence.text.toLowerCase();
          const text = misspell(before, chance);
          return text !== before && isFor(sentence) ? [{ ...sentence, text }] : [];
        })
        .slice(0, runs);

    test('are heard, 93 of 100 at least', () => {
      const asWritten = mustHit.filter((sentence) => isRight(sentence, words));
      const sentences = misspelt(asWritten, 400);
      const { hitRate } = measureWords(sentences, words);
      expect({ isEnough: hitRate >= 0.93, missed: wrongOf(sentences) }).toMatchObject({ isEnough: true });
    });
    test('wake nobody where they are ordinary, but for 5 of 100 at most', () => {
      const sentences = misspelt(ordinary, 400);
      const { falseAlarmRate } = measureWords(sentences, words);
      expect({ isFew: falseAlarmRate <= 0.05, heard: wrongOf(sentences) }).toMatchObject({ isFew: true });
    });
    test.each<[string, WordCode, string]>([
      ['letters as they sound', 'words_weapon', 'do te ters me tikë'],
      ['letters as they sound', 'words_taken_or_hurt', 'po m del xak shum'],
      ['short words joined', 'words_weapon', 'ai mtha do tvras'],
      ['a short form', 'words_weapon', 'he has a nife'],
      ['a short form', 'words_self_harm', 'i want 2 die'],
      ['a typo', 'words_weapon', 'ka nje pisotletë'],
      ['a typo', 'words_self_harm', 'she talks about suicied, i want to kill mysefl'],
    ])('with %s: %s %s', (_, code, text) => expect(find(text)).toContain(code));
    test.each([
      ['an ordinary word that is near one of the lists', 'i propozoj që të shpallen të pafajshëm'],
      ['an ordinary word that is near one of the lists', 'në parashkrim të kërkesës, si gjithmonë'],
      ['an exception that is misspelt as well', 'do tvras ne fifa sonte'],
      ['an exception that is misspelt as well', 'po vdes se cesuri'],
    ])('and not in %s: %s', (_, text) => expect(find(text)).toEqual([]));
  });
});

describe('the lists', () => {
  test('hold phrases in the form that people can read: brackets that close, and none in another', () => {
    const wellFormed = /^!?(?:[^(){}[\]|!]|\([^(){}[\]]*(?:\{[^{}]+\}[^(){}[\]]*)*\)|\{[^{}|]+\}|\[[^()[\]]*\])+$/u;
    const all = parts.flatMap(({ phrases, exceptions = [] }) => [...phrases, ...exceptions]);
    const groups = Object.values(words.groups).flat();
    expect([...all, ...groups].filter((phrase) => !wellFormed.test(phrase) || phrase.includes('||'))).toEqual([]);
  });
  test('share groups, each of which has one name and one place', () => {
    const all = [sharedGroups, meetingGroups, weaponGroups, selfHarmGroups, takenOrHurtGroups];
    expect(all.flatMap((groups) => Object.keys(groups)).toSorted()).toEqual(Object.keys(words.groups).toSorted());
  });
  test('hold no word of which one letter is left without its ë, or an n would be somebody’s mother', () => {
    const all = parts.flatMap(({ phrases, exceptions = [] }) => [...phrases, ...exceptions]);
    const written = [...all, ...Object.values(words.groups).flat()].flatMap(
      (phrase) => phrase.match(/[\p{L}\p{N}*]{4,}/gu) ?? [],
    );
    const left = (word: string): number => new Set(word.toLowerCase().replaceAll(/[ë*]/gu, '')).size;
    expect(written.filter((word) => /ë/iu.test(word) && left(word) < 2)).toEqual([]);
  });
  test('write English short forms as one word, as the matcher reads them (`dont`, `hes`)', () => {
    const english = parts.filter(({ of }) => of.endsWith(' en'));
    const all = english.flatMap(({ phrases, exceptions = [] }) => [...phrases, ...exceptions]);
    expect(all.filter((phrase) => /[a-z]{2,} [std](?![\w*])/u.test(phrase))).toEqual([]);
  });
  test('say where they come from and when somebody last went through them', () => {
    expect(parts.filter(({ source, date }) => source === '' || !/^\d{4}-\d{2}-\d{2}$/.test(date))).toEqual([]);
  });
  test('say of no ordinary word twice that it is one', () => {
    const { ordinary = [] } = words.habits ?? {};
    expect(ordinary.filter((word, index) => ordinary.indexOf(word) !== index)).toEqual([]);
    expect(ordinary.length).toBeGreaterThan(0);
  });
  test('name the words of a text that would be misspelt ones, until they are known as ordinary', () => {
    const { habits } = words;
    if (habits === undefined) throw new Error('The lists of Albania say how people misspell.');
    const text = 'Shtatë vjet, ndoshta shtatë. Një shpatë!';
    expect(nearWordsReport(text, { ...words, habits: { ...habits, ordinary: [] } })).toMatch(/^shtatë: .*\n$/u);
    expect(nearWordsReport(text, words)).toBe('');
  });
  test('hold no phrase twice', () => {
    for (const { phrases, exceptions = [] } of parts) {
      for (const all of [phrases, exceptions]) expect(new Set(all).size).toBe(all.length);
    }
  });
  test('are found by every phrase, whichever of its words is taken, in capitals and without diacritics', () => {
    const numbers = fc.infiniteStream(fc.nat({ max: 999 }));
    fc.assert(
      fc.property(numbers, (stream) => {
        const picks = stream[Symbol.iterator]();
        const unheard = examplesOf(words, () => picks.next().value ?? 0).filter(({ code, text }) =>
          [text, text.toUpperCase(), text.normalize('NFD').replaceAll(/\p{M}/gu, '')].some(
            (written) => !codesIn(written).includes(code),
          ),
        );
        expect(unheard).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});

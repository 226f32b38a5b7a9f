import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords, findWordsIn, writtenAsAddress } from '#shared/domain/report/word-lists.ts';
import { zembla } from '#test/support/invented-country.ts';

const words = {
  words_self_harm: { sq: ['dua të vdes', "s'dua të jetoj", 'vetëvras*'], en: ['kill myself'] },
  words_weapon: { sq: ['thikë'], en: ['gun'] },
  words_meeting: { en: ["let's meet"] },
};
const find = (text: string): string[] => findWords(text, words);

describe('a phrase is found', () => {
  test.each([
    ['as written', 'dua të vdes'],
    ['in a sentence', 'Nuk e di pse, por dua të vdes. Ndihmë!'],
    ['without diacritics', 'dua te vdes'],
    ['in capitals', 'DUA TË VDES'],
    ['with a decomposed ë', 'dua te\u0308 vdes'],
    ['with repeated letters', 'duaaa te vdeees'],
    ['over lines and signs', 'dua\n...te, VDES!!!'],
    ['with invisible characters inside', 'dua te v\u200Bde\u00ADs'],
    ['with letters written apart', 'dua te v d e s'],
    ['with letters kept apart by dots', 'dua te v.d.e.s'],
    ['with a straight apostrophe', "s'dua te jetoj"],
    ['with a curly apostrophe', 's’dua të jetoj'],
    ['without the apostrophe', 'sdua te jetoj'],
    ['by the beginning of a word', 'po mendoj për vetëvrasje'],
    ['in full-width letters', 'ｋｉｌｌ ｍｙｓｅｌｆ'],
  ])('%s', (_, text) => expect(find(text)).toEqual(['words_self_harm']));
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
    ['when its words do not follow each other', 'dua akullore, te vdes nga e qeshura'],
    ['when it is cut', 'dua te'],
    ['in nothing', ''],
    ['in signs alone', '... 😀 — ??'],
  ])('%s', (_, text) => expect(find(text)).toEqual([]));
});

test('a phrase is not mistaken for one that begins like it', () => {
  const lists = {
    words_self_harm: { sq: ['vetëvras*', 'vetëvrasja ime', 'jam  vetëm*'] },
    words_weapon: { sq: ['vetë*', 'pistoletë'] },
    words_meeting: { sq: ['vetëvras*', 'jam vetëm sot'] },
  };
  const found = (text: string) => findWords(text, lists).toSorted();
  expect(found('vetëvrasës')).toEqual(['words_meeting', 'words_self_harm', 'words_weapon']);
  expect(found('vetëdije')).toEqual(['words_weapon']);
  expect(found('jam vetëmbajtës')).toEqual(['words_self_harm', 'words_weapon']);
  expect(found('jam këtu')).toEqual([]);
});

test('two letters apart are two words; three are one, however often each is repeated', () => {
  const lists = { words_self_harm: { sq: ['e i'] }, words_weapon: { sq: ['vrar'] }, words_meeting: { sq: ['abc'] } };
  expect(findWords('unë e i thashë', lists)).toEqual(['words_self_harm']);
  expect(findWords('a b c', lists)).toEqual(['words_meeting']);
  expect(findWords('v v r r r a a r', lists)).toEqual(['words_weapon']);
  expect(findWords('v r 1 1 r', lists)).toEqual([]);
});

test('each code is said once, whatever is found how often', () => {
  expect(find('gun gun thikë. Lets meet. gun').toSorted()).toEqual(['words_meeting', 'words_weapon']);
});

test('any text around a phrase leaves it found, and what is found says nothing of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      expect(find(`${before} . gun , ${after}`)).toContain('words_weapon');
    }),
  );
});

test('ten thousand code points that almost match take no long time', () => {
  for (const text of [
    'dua te '.repeat(1429),
    'v '.repeat(5000),
    'a'.repeat(10_000),
    "'".repeat(10_000),
    'te\u0308'.repeat(3333),
    'vetevra'.repeat(1428),
    '😀'.repeat(10_000),
  ]) {
    const started = performance.now();
    find(text);
    expect(performance.now() - started).toBeLessThan(500);
  }
});

test('the lists of another country and alphabet work as well', () => {
  expect(findWords('ΔΕΝ ΘΈΛΩ ΝΑ ΖΩ', zembla.words)).toEqual(['words_self_harm']);
  expect(findWords('έχει μαχαίρι', zembla.words)).toEqual(['words_weapon']);
});

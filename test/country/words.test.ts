import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { findWords } from '#shared/domain/report/word-lists.ts';
import type { WordCode } from '#shared/domain/report/severity.ts';

const find = (text: string): WordCode[] => findWords(text, albania.words);

describe('what a child may write is heard', () => {
  test.each<[WordCode, string]>([
    ['words_self_harm', 'dua të vdes'],
    ['words_self_harm', 'nuk e di pse po dua te vdes'],
    ['words_self_harm', 'du me vdek'],
    ['words_self_harm', 'sdua te jetoj me'],
    ['words_self_harm', "S'DUA TË JETOJ"],
    ['words_self_harm', 'shoqja ime tha qe do vras veten'],
    ['words_self_harm', 'motra ka prerë venat'],
    ['words_self_harm', 'mendoj për vetëvrasje'],
    ['words_self_harm', 'po vetvritem'],
    ['words_self_harm', "dua t'i jap fund jetës"],
    ['words_self_harm', 'do hidhem nga ballkoni'],
    ['words_self_harm', 'ata më thonë shko vrit veten'],
    ['words_self_harm', 'i want to die'],
    ['words_self_harm', "I don't want to live anymore"],
    ['words_self_harm', 'she is cutting herself'],
    ['words_self_harm', 'they told me to kys'],
    ['words_self_harm', 'thinking about suicide'],
    ['words_weapon', 'ka thikë në çantë'],
    ['words_weapon', 'do vij me pistolet'],
    ['words_weapon', 'tha do te vras'],
    ['words_weapon', 'do tvras neser'],
    ['words_weapon', 'he has a gun'],
    ['words_weapon', 'he brings a knife to school'],
    ['words_weapon', 'they said they will kill me'],
    ['words_meeting', 'me ka thene te takohemi'],
    ['words_meeting', 'më ka thënë të takohemi vetëm'],
    ['words_meeting', 'do me takoj neser'],
    ['words_meeting', 'hajde vetem me tha'],
    ['words_meeting', 'do më presin pas shkollës'],
    ['words_meeting', 'he wants to meet me'],
    ['words_meeting', 'told me to come alone'],
  ])('%s: %s', (code, text) => expect(find(text)).toContain(code));
});

describe('common speech wakes nobody', () => {
  test.each([
    'vdiqa së qeshuri',
    'vdes për muzikë',
    'my mom will kill me if she finds out',
    'he met me on TikTok',
    'that song is killing it',
    'e takova në shkollë',
    'kemi matematikë nesër',
    'varet nga prindërit',
    'pi ilaçe për gripin',
    'një profil i rremë me emrin e shkollës',
    'dikush më vodhi llogarinë në Instagram',
    'the class is in Google Meet',
    'i began to play',
    'më tallin çdo ditë në grup',
    'nuk dua të shkoj në shkollë',
  ])('%s', (text) => expect(find(text)).toEqual([]));
});

test('every phrase of the lists is found as itself, in capitals and without diacritics', () => {
  const unheard = Object.entries(albania.words).flatMap(([code, lists]) =>
    Object.values(lists)
      .flat()
      .flatMap((phrase) => {
        const text = phrase.replace('*', '');
        return [text, text.toUpperCase(), text.normalize('NFD').replaceAll(/\p{M}/gu, '')];
      })
      .filter((text) => !find(text).some((found) => found === code)),
  );
  expect(unheard).toEqual([]);
});

test('no phrase stands in a list twice', () => {
  for (const lists of Object.values(albania.words)) {
    const all = Object.values(lists).flat();
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
  }
});

import { expect, it } from 'vitest';
import { acceptedLanguage, packLanguage } from '#shared/contracts/http/wording.ts';

const pack = { languages: ['sq', 'en'] };

it.each([
  ['sq', 'sq'],
  ['en-GB,en;q=0.9', 'en'],
  ['de, en;q=0.4, sq;q=0.5', 'sq'],
  ['sq;q=0, en;q=0.1', 'en'],
  ['SQ-al', 'sq'],
  ['*', undefined],
  ['', undefined],
  ['it, de', undefined],
  [';;;q=,', undefined],
  ['en;q=5', 'en'],
])('takes from Accept-Language %j the language %s', (header, language) => {
  expect(acceptedLanguage(header, pack)).toBe(language);
});

it('matches a tag by its first part', () => {
  expect(['en', 'en-US', ' EN_', 'eng', ''].map((tag) => packLanguage(tag, pack))).toEqual([
    'en',
    'en',
    undefined,
    undefined,
    undefined,
  ]);
});

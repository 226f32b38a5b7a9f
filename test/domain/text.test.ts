import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { fill, isVisible, oneLine } from '#shared/domain/text.ts';

test('a text is filled with what its names stand for, each time and in any order', () => {
  expect(fill('{by}, and {by} once more: {at}', { at: '22:40', by: 'Anna' })).toBe('Anna, and Anna once more: 22:40');
});

test('a text that asks for what nobody gives is never said, whole or with a hole', () => {
  expect(() => fill('by {by}, {unknown}', { by: '22:40' })).toThrow('{unknown}');
  expect(fill('by {by}', { by: '', unknown: 'x' })).toBe('by ');
});

test('what is filled in is said as it is, whatever it looks like', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, value) => {
      const plain = before.replaceAll(/[{}]/g, '');
      expect(fill(`${plain}{value}`, { value })).toBe(`${plain}${value}`);
    }),
  );
  expect(fill('{one}', { one: '{two}', two: '$&' })).toBe('{two}');
  expect(fill('{two}', { two: '$&' })).toBe('$&');
});

/** What Unicode shows as nothing, one character of each kind, and what looks like nothing all the same. */
const unseen = {
  'a blank': ' ',
  'a blank that does not break': '\u00a0',
  'a blank of an em': '\u2003',
  'a blank of an ideograph': '\u3000',
  'a blank of no width': '\u200b',
  'a joiner': '\u200d',
  'a word joiner': '\u2060',
  'a soft hyphen': '\u00ad',
  'a byte order mark': '\ufeff',
  'a direction': '\u202e',
  'a control': '\u0000',
  'a line feed': '\n',
  'a paragraph separator': '\u2029',
  'a Hangul filler': '\u3164',
  'a Hangul filler of half width': '\uffa0',
  'a filler for a leading consonant': '\u115f',
  'a filler for a vowel': '\u1160',
  'a blank of Braille': '\u2800',
  'a blank of a hieroglyph': '\u{13441}',
  'a note head without ink': '\u{1d159}',
  'a letter as a tag': '\u{e0041}',
  'the end of a tag': '\u{e007f}',
  'a variation selector': '\ufe0f',
  'a further variation selector': '\u{e0100}',
  'a Mongolian vowel separator': '\u180e',
  'a combining grapheme joiner': '\u034f',
  'a mark without its letter': '\u0301',
  'a ring for a keycap': '\u20e3',
  'half of an emoji': '\ud83d',
};
const anyUnseen = fc.array(fc.constantFrom(...Object.values(unseen)), { maxLength: 40 }).map((all) => all.join(''));

describe('whether anything is seen', () => {
  test.each(Object.entries(unseen))('%s is not', (_, character) => {
    expect(isVisible(character)).toBe(false);
  });

  test.each(['a', '0', '.', '٣', 'ë', 'e\u0301', '😀', '👩‍👩‍👧', '🇦🇱', '❤️', '한', '我', '\ufffd', '\ue000', '\u{1fbff}'])(
    '%s is',
    (character) => {
      expect(isVisible(character)).toBe(true);
    },
  );

  test('nothing among nothing is nothing, and one letter anywhere is enough', () => {
    fc.assert(
      fc.property(anyUnseen, anyUnseen, fc.constantFrom('a', '7', '?', '😀', '我'), (before, after, letter) => {
        // Two halves side by side may make a whole.
        fc.pre(!`${before}${after}`.includes('\ud83d'));
        expect(isVisible(before)).toBe(false);
        expect(isVisible(`${before}${letter}${after}`)).toBe(true);
      }),
    );
  });
});

describe('one line', () => {
  test.each([
    ['Ana\nBcc: x@example.com', 'Ana Bcc: x@example.com'],
    ['Ana\r\n\r\n  Leka', 'Ana Leka'],
    ['a\u2028b\u2029c\u0085d\ve\ff', 'a b c d e f'],
    ['\n Ana \n', 'Ana'],
    ['Ana  Leka', 'Ana  Leka'],
  ])('%j is said as %j', (text, said) => {
    expect(oneLine(text)).toBe(said);
  });

  test('whatever is given, it is one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029') }),
        (text) => {
          expect(oneLine(text)).not.toMatch(/[\n\v\f\r\u0085\u2028\u2029]/);
          expect(oneLine(text).match(/a/g)).toEqual(text.match(/a/g));
        },
      ),
    );
  });
});

import { array, assert, constantFrom, property } from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { shownText } from '#shared/use-cases/referrals/shown-text.ts';
import { paragraphsOf } from '#functions/console/app/reading/text/paragraphs.ts';

const said = (text: string, withAddresses = true) => {
  const shown = shownText(text, withAddresses);
  return paragraphsOf(shown.text, shown.links);
};
const flat = (text: string, withAddresses = true): string =>
  said(text, withAddresses)
    .map(({ pieces }) => pieces.map((piece) => `${piece.kind}:${piece.text}`).join('|'))
    .join('\n');

describe('the paragraphs of a text', () => {
  it('are its lines, without the empty ones', () => {
    expect(flat('one\n\n \ntwo\n')).toBe('words:one\nwords:two');
    expect(paragraphsOf('')).toEqual([]);
  });

  it('have their addresses apart, which nobody can follow', () => {
    expect(flat('see https://bad.example/a and www.bad.example now')).toBe(
      'words:see |address:hxxps://bad.example/a|words: and |address:www[.]bad[.]example|words: now',
    );
  });

  it('have nothing of an address that is withheld', () => {
    expect(flat('see https://bad.example/a now', false)).toBe('words:see |withheld:|words: now');
  });

  it('are cut after a sentence when somebody wrote without a break', () => {
    const sentence = `${'word '.repeat(20)}end. `;
    const parts = said(sentence.repeat(20));
    expect(parts.length).toBeGreaterThan(2);
    for (const { length, pieces } of parts) {
      expect(length).toBeLessThanOrEqual(600);
      expect(pieces.at(-1)?.text.trimEnd()).toMatch(/end\.$/u);
    }
    expect(said('x'.repeat(1_300)).map(({ length }) => length)).toEqual([600, 600, 100]);
  });

  it('lose no sign that somebody sees, and hold no address as it was typed', () => {
    const word = constantFrom(
      'fjalë',
      'https://bad.example/x',
      'hxxp://b.example',
      'www.c.example',
      '😀',
      '.',
      '\n',
      '\n\n',
    );
    assert(
      property(array(word, { maxLength: 300 }), (words) => {
        const text = words.join(' ');
        const pieces = said(text).flatMap((paragraph) => paragraph.pieces);
        const shown = pieces.map((piece) => piece.text).join('');
        const bare = (some: string): string => some.replaceAll(/[\s[\]]/gu, '').replaceAll('hxxp', 'http');
        expect(bare(shown)).toBe(bare(text));
        expect(shown).not.toContain('http');
      }),
      { numRuns: 100 },
    );
  });
});

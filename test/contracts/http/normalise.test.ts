import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { codePoints, normaliseBody, normaliseText } from '#shared/contracts/http/normalise.ts';

describe('cleaning texts', () => {
  it.each([
    ['line breaks stay, whatever their kind', 'a\r\nb\rc\u2028d\ne\u2029f\vg\fh\u0085i', 'a\nb\nc\nd\ne\nf\ng\nh\ni'],
    ['controls go', 'a\u0000b\u0007c\u001b[31md\u007fe\u0086f', 'abc[31mdef'],
    ['a tab becomes a blank', 'a\tb', 'a b'],
    ['directions go', '\u202Egnp.exe\u202C \u2066x\u2069\u200E\u200F\u061C', 'gnp.exe x'],
    ['a byte order mark goes', '\uFEFFhi', 'hi'],
    ['letters are composed', 'e\u0308', 'ë'],
    ['blanks around go', '  \n me lidhje \n', 'me lidhje'],
    ['what nobody can see goes, when it is all there is', ' \u200b\u3164\u2800\u{e0041}\u0301 ', ''],
    ['what nobody can see stays beside a letter', 'ad\u200bmin', 'ad\u200bmin'],
    ['emoji made of several stay whole', '👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['words of Albanian stay', 'Çfarë të bëj?', 'Çfarë të bëj?'],
  ])('%s', (_, typed, kept) => {
    expect(normaliseText(typed)).toBe(kept);
  });

  it('is over after one time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  it('cleans every text in a body and leaves everything else', () => {
    expect(normaliseBody({ a: [' x ', 1, null, true, { ' b ': ' y ' }] })).toEqual({
      a: ['x', 1, null, true, { ' b ': 'y' }],
    });
  });

  it('counts as people count', () => {
    expect(codePoints('ë😀a')).toBe(3);
  });
});

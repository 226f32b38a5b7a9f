import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { informationParser } from '#shared/contracts/http/public/information.ts';
import { codePoints } from '#shared/contracts/http/normalise.ts';
import { reportParser } from '#shared/contracts/http/public/parse-report.ts';
import { fieldAt, reportOfForm } from '#shared/contracts/http/public/pages/report-form.ts';
import { tooLongIn } from '#shared/contracts/http/public/pages/too-long.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { country } from '#shared/country/current.ts';

const parse = reportParser(country);
const child = { audience: 'child', language: 'sq' } as const;

/** By how much each field of a form is too long, by the problems that the one schema has with it. */
function tooLong(fields: ReadonlyMap<string, string[]>) {
  try {
    parse(reportOfForm(fields, child), 'sq');
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors.map((one) => {
      const { pointer, code } = one;
      const expected = one.expected === undefined ? {} : { expected: one.expected };
      return tooLongIn(fields, fieldAt(pointer), { pointer, code, ...expected });
    });
  }
}
const form = (fields: Record<string, string>) =>
  new Map([
    ['category', ['other']],
    ...Object.entries(fields).map(([name, text]) => [name, [text]] as [string, string[]]),
  ]);

describe('how many signs are too many', () => {
  const limits = { narrative: 10_000, school: 200, whenSafe: 200, phone: 40, email: 254 } as const;
  const sign = fc.constantFrom('a', 'ë', '😀', 'e\u0301', 'a\u0000', '\u202ex', 'ﬁ');

  it.each(Object.entries(limits))('in %s: as many taken away is taken, one fewer is not', (name, limit) => {
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 30 }), (signs, more) => {
        const count = signs
          .join('')
          .normalize('NFC')
          .replaceAll(/[\0\u202e]/g, '');
        const text = signs.join('').repeat(Math.ceil((limit + more) / codePoints(count)));
        const [found] = tooLong(form({ narrative: 'x', [name]: text }));
        const cut = (by: number): string =>
          Array.from(text.normalize('NFC').replaceAll(/[\0\u202e]/g, ''))
            .slice(0, -by)
            .join('');
        const over = found?.over ?? 0;
        expect(over).toBeGreaterThanOrEqual(more);
        expect(tooLong(form({ narrative: 'x', [name]: cut(over) }))).toEqual([]);
        const oneLess = over === 1 ? text : cut(over - 1);
        expect(tooLong(form({ narrative: 'x', [name]: oneLess }))).toEqual([{ over: 1 }]);
      }),
      { numRuns: 20 },
    );
  });

  it('in an address: the signs that stand beyond its bytes, and its line', () => {
    const urls = `a.example\r\n \r\n${'ë'.repeat(1024)}xy😀\nb.example\n${'😀'.repeat(513)}`;
    expect(tooLong(form({ urls }))).toEqual([
      { over: 3, line: 3 },
      { over: 1, line: 5 },
    ]);
  });

  it('is nothing where something else is wrong', () => {
    expect(tooLong(form({ category: 'none', narrative: 'x' }))).toEqual([undefined]);
    expect(tooLongIn(form({}), undefined, { pointer: '/x', code: 'too_long', expected: '3' })).toBeUndefined();
    expect(tooLongIn(form({}), 'urls', { pointer: '/urls/9', code: 'too_long', expected: '3' })).toBeUndefined();
  });

  it('in a message is counted the same', () => {
    const parseMessage = informationParser(country);
    const text = 'x'.repeat(4002);
    expect(() => parseMessage({ receipt: '0', text }, 'sq')).toThrow('invalid_fields');
    const found = { pointer: '/text', code: 'too_long', expected: '4000' };
    expect(tooLongIn(new Map([['text', [text]]]), 'text', found)).toEqual({ over: 2 });
  });
});

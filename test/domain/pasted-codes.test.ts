import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import {
  callCodeFrom,
  caseNumberFrom,
  isCallCode,
  parseCaseNumber,
  parseReceipt,
  receiptFrom,
} from '#shared/domain/identifiers.ts';

const random = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const readNumber = (text: string): string => {
  const read = parseCaseNumber(text);
  return read.ok ? read.caseNumber : read.because;
};
const readReceipt = (text: string): string => {
  const read = parseReceipt(text);
  return read.ok ? read.receipt : read.because;
};

const receipt = '0410-6105-0R3G-G28A-0';
const caseNumber = 'B-0410-610D';
const fullWidth = (text: string): string =>
  Array.from(text, (c) => (c === '-' ? '－' : String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0))).join('');

/** What comes along when people copy, by what it is. `@` stands for the code. */
const pasted: readonly (readonly [string, string])[] = [
  ['a label', 'Code: @'],
  ['a label in Albanian', 'Kodi: @'],
  ['a sentence', 'Kodi im është @, faleminderit!'],
  ['a sentence of short words', 'my code is @ ok'],
  ['a number sign', 'Nr. @'],
  ['a numero sign', '№ @'],
  ['a hash', '#@'],
  ['quotes', '"@"'],
  ['curly quotes', '“@”'],
  ['Albanian quotes', '„@“'],
  ['angle quotes', '«@»'],
  ['brackets and a full stop', '(@).'],
  ['a list', '1) @'],
  ['a line of its own', 'Kodi im:\n@\n'],
  ['Windows lines', '\r\n@\r\n'],
  ['a byte order mark', '\ufeff@'],
  ['zero-width blanks', '\u200b@\u200b'],
  ['marks of direction', '\u202a@\u202c'],
  ['an isolate', '\u2068@\u2069'],
  ['no-break blanks', '\u00a0@\u00a0'],
  ['bold type of a messenger', '*@*'],
  ['a link', '<@>'],
  ['an emoji', '🔑 @'],
  ['half an emoji', '\ufffd@'],
  ['a label pasted on', 'kodi@'],
];

describe('a code that was pasted', () => {
  it.each(pasted)('with %s is read', (_, around) => {
    expect(readReceipt(around.replace('@', receipt))).toBe(receipt);
    expect(readNumber(around.replace('@', caseNumber))).toBe(caseNumber);
    expect(isCallCode(around.replace('@', '7K3M9QXR'), '7K3M9QXR')).toBe(true);
  });

  it.each([
    ['hyphens', '\u2010'],
    ['no-break hyphens', '\u2011'],
    ['en dashes', '–'],
    ['em dashes', '—'],
    ['minus signs', '\u2212'],
    ['soft hyphens', '\u00ad'],
    ['underscores', '_'],
    ['full stops', '.'],
    ['middle dots', '·'],
    ['slashes', '/'],
    ['zero-width joiners', '\u200d'],
    ['line breaks', '\n'],
    ['dashes and line breaks', '-\n'],
    ['thin blanks', '\u2009'],
    ['nothing', ''],
  ])('with %s between its groups is read', (_, sign) => {
    for (const before of ['', 'Kodi: ']) {
      expect(readReceipt(before + receipt.replaceAll('-', sign))).toBe(receipt);
      expect(readNumber(before + caseNumber.replaceAll('-', sign))).toBe(caseNumber);
    }
  });

  it('in other forms of its characters is read', () => {
    for (const change of [
      fullWidth,
      (text: string) => fullWidth(text).toLowerCase(),
      (text: string) => text.replaceAll('0', 'O').replaceAll('1', 'I'),
      (text: string) => text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'),
      (text: string) => Array.from(text).join('\u200b'),
      (text: string) => Array.from(text).join(' '),
    ]) {
      expect(readReceipt(change(receipt))).toBe(receipt);
      expect(readReceipt(`Kodi: ${change(receipt)}.`)).toBe(receipt);
      expect(readNumber(change(caseNumber))).toBe(caseNumber);
      expect(readNumber(`Rasti: ${change(caseNumber)}.`)).toBe(caseNumber);
    }
  });

  it.each([
    ['Cyrillic', 'ABCEHKMPTXY', 'АВСЕНКМРТХУ'],
    ['Greek', 'ABEHKMNPTXYZ', 'ΑΒΕΗΚΜΝΡΤΧΥΖ'],
    ['Arabic digits', '0123456789', '٠١٢٣٤٥٦٧٨٩'],
    ['Persian digits', '0123456789', '۰۱۲۳۴۵۶۷۸۹'],
  ])('with what looks the same on another keyboard is read: %s', (_, latin, other) => {
    const typed = (id: string): string =>
      Array.from(id, (one) => (latin.includes(one) ? other.charAt(latin.indexOf(one)) : one)).join('');
    fc.assert(
      fc.property(random(10).map(receiptFrom), random(5).map(caseNumberFrom), (id, number) => {
        expect(readReceipt(typed(id))).toBe(id);
        expect(readReceipt(`Kodi: ${typed(id).toLowerCase()}`)).toBe(id);
        expect(readNumber(typed(number))).toBe(number);
      }),
    );
  });

  it('in the form that we give out is read among any words, and never as another code', () => {
    const around = fc.array(
      fc.constantFrom('Kodi', 'im', 'është', 'code', 'my', 'receipt', 'the', 'Nr', 'ju lutem', '1'),
    );
    const dash = fc.constantFrom('-', '–', '\u2212', '\u00ad', ' ', '\u200b-');
    fc.assert(
      fc.property(random(10).map(receiptFrom), around, around, dash, (id, before, after, sign) => {
        fc.pre([...before, ...after].join(' ').length < 100);
        const typed = [...before, id.replaceAll('-', sign).toLowerCase(), ...after].join(' ');
        expect(readReceipt(typed)).toBe(id);
      }),
    );
    fc.assert(
      fc.property(random(5).map(caseNumberFrom), around, around, dash, (id, before, after, sign) => {
        fc.pre([...before, ...after].join(' ').length < 100);
        const typed = [...before, id.replaceAll('-', sign).toLowerCase(), ...after].join(': ');
        expect(readNumber(typed)).toBe(id);
      }),
    );
  });

  it('in any groups is read or refused, and never read as another code', () => {
    const words = fc.stringMatching(/^([a-zë]{1,9} ){0,3}$/);
    const gaps = fc.array(fc.constantFrom('', '-', ' ', '\u00ad'), { minLength: 17, maxLength: 17 });
    let read = 0;
    let tried = 0;
    fc.assert(
      fc.property(random(10).map(receiptFrom), words, words, gaps, (id, before, after, between) => {
        const spread = Array.from(id.replaceAll('-', ''), (c, at) => c + (between[at] ?? '')).join('');
        const answer = readReceipt(`${before}${spread} ${after}`);
        expect([id, 'form', 'check']).toContain(answer);
        tried += 1;
        if (answer === id) read += 1;
      }),
      { seed: 145, numRuns: 2000 },
    );
    // Words of which nobody knows beforehand may fit by chance.
    expect(read / tried).toBeGreaterThan(0.75);
  });

  it('with one wrong character is said to be mistyped, whatever stands around it', () => {
    const wrong = (id: string): string => (id.endsWith('0') ? `${id.slice(0, -1)}2` : `${id.slice(0, -1)}0`);
    fc.assert(
      fc.property(random(10).map(receiptFrom), (id) => {
        expect(readReceipt(`Kodi im është ${wrong(id)}.`)).toBe('check');
      }),
    );
    fc.assert(
      fc.property(random(5).map(caseNumberFrom), (id) => {
        expect(readNumber(`Rasti: ${wrong(id)}.`)).toBe('check');
      }),
    );
  });

  it('beside another one is refused: nobody knows which was meant', () => {
    const other = receiptFrom(new Uint8Array(10).fill(7));
    expect(readReceipt(`${receipt} ${other}`)).toBe('form');
    expect(readReceipt(`${receipt} ${receipt}`)).toBe(receipt);
    expect(readNumber(`B-0410-610D, ${caseNumberFrom(new Uint8Array(5).fill(9))}`)).toBe('form');
  });

  it('as the code of a call is one try, however many codes are typed', () => {
    fc.assert(
      fc.property(random(5).map(callCodeFrom), random(5).map(callCodeFrom), (code, other) => {
        fc.pre(code !== other);
        expect(isCallCode(`Kodi im: ${code.toLowerCase()}.`, code)).toBe(true);
        expect(isCallCode(`${code} ${other}`, code)).toBe(false);
        expect(isCallCode(`${code.slice(1)}${other}`, code)).toBe(false);
        expect(isCallCode('', code)).toBe(false);
      }),
    );
  });
});

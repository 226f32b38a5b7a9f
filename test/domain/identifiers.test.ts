import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import {
  caseNumberFrom,
  caseNumbersIn,
  longestTyped,
  parseCaseNumber,
  parseReceipt,
  receiptBytes,
  receiptFrom,
} from '#shared/domain/identifiers.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

/** Both kinds, so that each rule is shown for each. */
const kinds = [
  {
    name: 'case number',
    make: bytes(5).map(caseNumberFrom),
    form: /^B-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/,
    read: (text: string) => {
      const parsed = parseCaseNumber(text);
      return parsed.ok ? parsed.caseNumber : parsed.because;
    },
    prefix: 2,
  },
  {
    name: 'receipt',
    make: bytes(10).map(receiptFrom),
    form: /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/,
    read: (text: string) => {
      const parsed = parseReceipt(text);
      return parsed.ok ? parsed.receipt : parsed.because;
    },
    prefix: 0,
  },
] as const;

describe.each(kinds)('a $name', ({ make, form, read, prefix }) => {
  test('has its form and reads back as itself', () => {
    fc.assert(
      fc.property(make, (id) => {
        expect(id).toMatch(form);
        expect(read(id)).toBe(id);
      }),
    );
  });

  test('reads back however it was typed: case, spaces, dashes, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(
        make,
        fc.infiniteStream(fc.constantFrom('', ' ', '-', '–', '\t')),
        fc.boolean(),
        (id, gaps, lower) => {
          const bare = id.slice(prefix).replaceAll('-', '');
          const sloppy = Array.from(bare)
            .map((c) => ({ '0': lower ? 'o' : 'O', '1': lower ? 'l' : 'I' })[c] ?? (lower ? c.toLowerCase() : c))
            .map((c) => c + (gaps.next().value ?? ''))
            .join('');
          expect(read(sloppy)).toBe(id);
          const withPrefix = prefix > 0 ? `b ${sloppy}` : sloppy;
          expect(read(withPrefix)).toBe(id);
        },
      ),
    );
  });

  test('with any one character wrong fails its check', () => {
    fc.assert(
      fc.property(make, fc.nat(), fc.constantFrom(...Array.from(alphabet)), (id, where, wrong) => {
        const bare = id.slice(prefix).replaceAll('-', '');
        const at = where % bare.length;
        fc.pre(bare[at] !== wrong);
        expect(read(bare.slice(0, at) + wrong + bare.slice(at + 1))).toBe('check');
      }),
    );
  });

  test('with two neighbours swapped fails its check, unless they are 0 and Z', () => {
    fc.assert(
      fc.property(make, fc.nat(), (id, where) => {
        const bare = id.slice(prefix).replaceAll('-', '');
        const at = where % (bare.length - 1);
        const pair = bare.slice(at, at + 2);
        const swapped = bare.slice(0, at) + pair.charAt(1) + pair.charAt(0) + bare.slice(at + 2);
        fc.pre(swapped !== bare && pair !== '0Z' && pair !== 'Z0');
        expect(read(swapped)).toBe('check');
      }),
    );
  });

  test('that is none says so', () => {
    expect(read(`${' '.repeat(longestTyped)}${'0'.repeat(prefix > 0 ? 8 : 17)}`)).toBe('form');
    for (const text of ['', 'B-', 'hello', '7K3M', 'U'.repeat(8), 'x'.repeat(100_000), '7K3M-9QX1-7K3M-9QX1-7K3M']) {
      expect(read(text)).toBe('form');
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void read(text)));
  });
});

test('what was given out once stays valid: the same bytes are always the same number and the same receipt', () => {
  const given = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(caseNumberFrom(given.slice(0, 5))).toBe('B-0410-610D');
  expect(receiptFrom(given)).toBe('0410-6105-0R3G-G28A-0');
  expect([...receiptBytes('0410-6105-0R3G-G28A-0')]).toEqual([...given]);
});

test('no character stands for another one anywhere in a case number', () => {
  const bare = '0410610D';
  const taken = Array.from({ length: bare.length }, (_, at) =>
    Array.from(alphabet).filter((c) => parseCaseNumber(bare.slice(0, at) + c + bare.slice(at + 1)).ok),
  );
  expect(taken).toEqual(Array.from(bare).map((c) => [c]));
});

test('a case number may begin with B, and no other single character goes before it', () => {
  expect(parseCaseNumber('B0410610D').ok).toBe(true);
  expect(parseCaseNumber('X0410610D')).toEqual({ ok: false, because: 'form' });
  expect(parseCaseNumber('40410610D')).toEqual({ ok: false, because: 'form' });
});

test('what is longer than a code with its words can be is none', () => {
  expect(parseCaseNumber(`${' '.repeat(longestTyped - 8)}0410610D`).ok).toBe(true);
  expect(parseCaseNumber(`${' '.repeat(longestTyped - 7)}0410610D`)).toEqual({ ok: false, because: 'form' });
});

test('the examples of the contract have their form', () => {
  // The check characters of the contract's examples are illustrations.
  expect(parseCaseNumber('B-7K3M-9QX1')).not.toEqual({ ok: false, because: 'form' });
  expect(parseReceipt('7K3M-9QXR-2F5T-8WNA-W')).not.toEqual({ ok: false, because: 'form' });
});

test('0 and Z swapped with each other are the one swap that nobody notices', () => {
  const zeroFirst = caseNumberFrom(new Uint8Array([0x07, 0xc0, 0, 0, 0]));
  const zetFirst = caseNumberFrom(new Uint8Array([0xf8, 0, 0, 0, 0]));
  expect([zeroFirst.slice(0, 4), zetFirst.slice(0, 4)]).toEqual(['B-0Z', 'B-Z0']);
  expect(zeroFirst.at(-1)).toBe(zetFirst.at(-1));
});

test('a receipt keeps all of its 80 bits', () => {
  fc.assert(
    fc.property(bytes(10), (given) => {
      expect(receiptBytes(receiptFrom(given))).toEqual(given);
    }),
  );
});

test('a case number uses the first 35 of its 40 bits', () => {
  expect(caseNumberFrom(new Uint8Array([0xff, 0xff, 0xff, 0xff, 0xe0]))).toBe(
    caseNumberFrom(new Uint8Array([0xff, 0xff, 0xff, 0xff, 0xff])),
  );
  expect(caseNumberFrom(new Uint8Array(5))).toBe('B-0000-0000');
});

test('too few random bytes, and what is no receipt, are programming mistakes', () => {
  expect(() => caseNumberFrom(new Uint8Array(4))).toThrow('need 5 bytes');
  expect(() => receiptFrom(new Uint8Array(9))).toThrow('need 10 bytes');
  expect(() => receiptBytes('hello')).toThrow('not a receipt');
});

describe('case numbers in a text', () => {
  const number = bytes(5).map(caseNumberFrom);
  const words = fc.constantFrom('', 'Shih', 'Your case', '(', 'shiko:\n', '„');

  test('are found as people write them', () => {
    const ways = fc.constantFrom<(said: string) => string>(
      (said) => said,
      (said) => said.toLowerCase(),
      (said) => said.replaceAll('-', ' '),
      (said) => said.replaceAll('-', '–'),
      (said) => said.replaceAll('-', ''),
    );
    fc.assert(
      fc.property(number, words, words, ways, (one, before, after, write) => {
        const found = caseNumbersIn(`${before} ${write(one)}${after === '' ? '.' : ` ${after}`}`);
        expect(found).toContain(one);
      }),
    );
  });

  test('are found without their B where they cannot be anything else', () => {
    expect(caseNumbersIn('7K3M-9QX1')).toEqual(parseCaseNumber('7K3M-9QX1').ok ? ['B-7K3M-9QX1'] : []);
    fc.assert(
      fc.property(number, (one) => {
        const bare = one.slice(2);
        fc.pre(/\d/.test(bare) && /[A-Z]/.test(bare));
        expect(caseNumbersIn(`See ${bare}, please.`)).toEqual([one]);
      }),
    );
  });

  test('are neither words, years, telephone numbers nor parts of a receipt', () => {
    for (const text of ['together this time', '2024-2025', 'Call 0691 2345, 116-111', 'well-known this-week']) {
      expect([text, caseNumbersIn(text)]).toEqual([text, []]);
    }
    fc.assert(
      fc.property(bytes(10).map(receiptFrom), (receipt) => {
        expect(caseNumbersIn(receipt)).toEqual([]);
      }),
    );
  });
});

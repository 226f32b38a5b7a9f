import { describe, expect, it } from 'vitest';
import { csvOf, type Cell } from '#shared/contracts/http/csv.ts';
import { fileTable, mostRows } from '#functions/console/app/centre/tables/file-table.ts';
import * as fc from '#test/support/fast-check.ts';

/** Reads a file as RFC 4180 says, letter by letter, apart from the code that writes it. */
function read(file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < file.length; at += 1) {
    const letter = file[at] ?? '';
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (file[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' && file[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += letter;
  }
  return rows;
}

const begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝'];
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', "'", 'ë') }),
  fc.tuple(fc.constantFrom(...begins), fc.string()).map(([first, rest]) => `${first}${rest}`),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.constant(undefined));
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.record({
    heads: fc.array(text, { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
  }),
);

const isText = (given: Cell): boolean => typeof given !== 'number';

describe('a table as a file', () => {
  it('is read as it was written, each cell in its place, whatever stands in it', () => {
    fc.assert(
      fc.property(table, ({ heads, rows }) => {
        const file = csvOf(heads, rows);
        expect(file.startsWith('\uFEFF')).toBe(true);
        const written = [heads, ...rows];
        const known = read(file.slice(1));
        expect(known).toHaveLength(written.length);
        for (const [nth, row] of written.entries()) {
          // What an apostrophe was put before, and what began with one, are told apart by the test below.
          const bare = (texts: readonly string[]) =>
            texts.map((text, at) => (isText(row[at]) ? text.replace(/^'/u, '') : text));
          expect(bare(known[nth] ?? [])).toEqual(bare(row.map((one) => String(one ?? ''))));
        }
      }),
    );
  });

  it('has no text that a spreadsheet takes for a formula, and numbers stay numbers', () => {
    fc.assert(
      fc.property(table, ({ heads, rows }) => {
        const known = read(csvOf(heads, rows).slice(1)).flat();
        const cells = [heads, ...rows].flat().map((given, at) => ({ given, is: known[at] ?? '' }));
        const numbers = cells.filter(({ given }) => !isText(given));
        const texts = cells.filter(({ given }) => isText(given));
        expect(numbers.filter(({ given, is }) => is !== String(given))).toEqual([]);
        expect(texts.filter(({ is }) => begins.some((begin) => is.startsWith(begin)))).toEqual([]);
      }),
    );
  });

  it.each<[Cell, string]>([
    ['=1+1', "'=1+1"],
    ['+355 69 000', "'+355 69 000"],
    ['-2', "'-2"],
    [-2, '-2'],
    ['@a', "'@a"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['a,b', '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['e hënë', 'e hënë'],
    [undefined, ''],
  ])('writes %j as %s', (given, expected) => {
    expect(csvOf(['a', 'b'], [[given, 1]])).toBe(`\uFEFFa,b\r\n${expected},1\r\n`);
  });
});

describe('a file', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, nth) => [nth]);

  it.each([
    [mostRows, false, mostRows, false],
    [mostRows + 1, false, mostRows, true],
    [3, true, 3, true],
    [0, false, 0, false],
  ])('of %i rows, where more are not loaded: %s, has %i and is cut: %s', (count, hasMore, kept, isCut) => {
    const table = fileTable(['n'], rows(count), hasMore);
    expect([table.rows.length, table.isCut]).toEqual([kept, isCut]);
  });
});

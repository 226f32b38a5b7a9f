import { readFileSync, globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '#shared/contracts/http/normalise.ts';
import { defanged } from '#shared/contracts/http/staff/defanged.ts';
import { withoutAddresses } from '#shared/domain/report/addresses-in-text.ts';
import { country } from '#shared/country/current.ts';
import { matchKeysOf } from '#shared/domain/report/match-keys.ts';
import { findWords } from '#shared/domain/report/words/word-lists.ts';
import { parseStrictJson } from '#shared/lambda/http/strict-json.ts';
import { operationsOf } from './api-documents.ts';
import { growsLessThan, impatientText } from './patience.ts';
import { expressionsIn } from './regular-expressions.ts';

const root = new URL('../../', import.meta.url).pathname;
const sources = globSync('{shared,functions}/**/*.ts', { cwd: root }).map((file) => ({
  file,
  text: readFileSync(`${root}${file}`, 'utf8'),
}));

/** Patterns that libraries bring, as the documents show them, and those that the country's data hold. */
function* patternsOf(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, value] of Object.entries(part)) {
    if (name === 'pattern' && typeof value === 'string') yield value;
    else yield* patternsOf(value);
  }
}
const documented = [...operationsOf('openapi.json'), ...operationsOf('openapi-staff.json')];
const brought = [...new Set([...documented.flatMap((one) => [...patternsOf(one)]), ...country.classMarks])];

const written = sources.flatMap(({ file, text }) => expressionsIn(text).map((expression) => ({ file, expression })));
const all = [
  ...written.map(({ file, expression }) => [`${file} ${String(expression)}`, expression] as const),
  ...brought.map((pattern) => [`data /${pattern}/`, new RegExp(pattern)] as const),
];

/**
 * Searches that never see what somebody sent: text which JSON.parse has let through, and so never an end that fails; and
 * templates of our own, each once.
 */
const behindTheGrammar = ['shared/lambda/http/strict-json.ts', 'shared/pages/frame/html.ts'];

describe('the finder of slow expressions', () => {
  it.each([/^(a+)+$/, /^(?:a|a)*$/, /^(\w+\s?)*$/, /\s+$/, /^a*a*$/, /(x+x+)+y/, /^\s*;?\s*$/])('finds %s', (slow) =>
    expect(impatientText(slow)).toBeDefined(),
  );
  it('reads expressions, and no divisions, comments, texts or templates', () => {
    const source = 'const a = b / c / d; // /x/\n/* /y/ */ f("/z/", `/w/${g(/a[/]b/g)}/v/`); return /\\/c$/u;';
    expect(expressionsIn(source).map(String)).toEqual(['/a[/]b/g', '/\\/c$/u']);
  });
});

describe('the judge of growing work', () => {
  /** So many steps, of which each leaves something that is looked at. */
  const steps = (count: number) => () => {
    let sum = 0;
    for (let step = 0; step < count; step += 1) sum += Math.sqrt(step);
    expect(sum).toBeGreaterThan(0);
  };
  it('lets work pass that grows like the text', () =>
    expect(growsLessThan(60, (size) => steps(size * 100))).toBe(true));
  it('finds work that grows like its square', () =>
    expect(growsLessThan(60, (size) => steps(size * size), 4096)).toBe(false));
});

const words = await country.loadWords();
/** The longest text that the word lists are asked about: a narrative. */
const longestHeard = 10_000;

describe('time grows like the text for', () => {
  it.each(all.filter(([name]) => !behindTheGrammar.some((file) => name.startsWith(file))))('%s', (_, expression) => {
    expect(impatientText(expression)).toBeUndefined();
  });

  it('expressions made elsewhere too: nobody makes one from what came in', () => {
    const makers = sources.filter(({ text }) => text.includes('new RegExp(')).map(({ file }) => file);
    expect(makers.sort()).toEqual([
      'shared/contracts/events/event-schemas.ts',
      'shared/domain/people/directory-lists.ts',
      'shared/lambda/log/log-fields.ts',
    ]);
    expect(written.length).toBeGreaterThan(60);
  });

  it.each([
    [
      'words of a list',
      Object.values(words.lists)
        .flatMap((list) => Object.values(list).flatMap(({ phrases }) => phrases))
        .join(' ') + ' ',
    ],
    ['beginnings of words', 'vet vet vrit vrit '],
    ['letters written apart', 'v r a s '],
    ['words that begin many phrases', 'do te me e ta i '],
    ['digits that are letters', '1010 d1e '],
    ['letters that are hidden', 'v*r*a*s*'],
    ['words without blanks', 'duatevdes'],
    ['one letter again and again', 'aaaa'],
    ['marks heaped up', 'a\u0301\u0302\u0303'],
    ['line ends', '\r\n\r'],
    ['what nobody sees', '\u202e\u0000'],
    ['slashes', '////'],
    ['names of computers', 'a.al/b,'],
    ['schemes', 'http://'],
    ['bracketed dots', 'a[.]'],
    ['dots as words', 'a dot com '],
    ['digits and signs', '+355 (69) '],
  ])('what is made of a text: %s', (_, piece) => {
    const textOf = (size: number): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
    const workOn = (size: number) => {
      const text = textOf(size);
      const report = { urls: [text], accounts: [{ handle: text }], reporter: {} };
      return () => {
        matchKeysOf(report);
        normaliseText(text);
        defanged(text);
        withoutAddresses(text);
      };
    };
    const listen = (size: number) => {
      const text = textOf(size);
      return () => findWords(text, words);
    };
    expect(growsLessThan(60, workOn)).toBe(true);
    expect(growsLessThan(60, listen, longestHeard)).toBe(true);
  });

  it.each([
    ['quotes that are escaped', (size: number) => `{"a":"${'\\"'.repeat(size)}"}`],
    ['backslashes', (size: number) => `{"a":"${'\\\\'.repeat(size)}"}`],
    ['brackets in a text', (size: number) => `{"a":"${'{['.repeat(size)}"}`],
    ['many keys', (size: number) => `{${Array.from({ length: size / 10 }, (_, key) => `"k${key}":1`).join(',')}}`],
    ['many texts', (size: number) => `[${Array.from({ length: size / 4 }, () => '"a"').join(',')}]`],
    ['blanks', (size: number) => `{"a":1${' '.repeat(size)}}`],
    ['a long number', (size: number) => `{"a":0.${'1'.repeat(size)}}`],
  ])('the whole of strict JSON: %s', (_, made) => {
    const workOn = (size: number) => {
      const bytes = Buffer.from(made(size));
      return () => void parseStrictJson(bytes);
    };
    expect(growsLessThan(60, workOn)).toBe(true);
  });
});

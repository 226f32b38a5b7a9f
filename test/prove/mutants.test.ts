import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changesOf } from './mutant.ts';
import { mutants } from './mutants.ts';

const root = join(import.meta.dirname, '..', '..');

it.each(mutants)('$promise: "$what" fits the code as it stands, once', (mutant) => {
  for (const { file, find, replace } of changesOf(mutant)) {
    const source = readFileSync(join(root, file), 'utf8');
    expect([file, source.split(find).length]).toEqual([file, 2]);
    expect(replace).not.toBe(find);
  }
});

const namedTests = mutants.flatMap(({ what, by }) =>
  typeof by === 'object' && 'tests' in by && by.named !== undefined ? [{ what, tests: by.tests, named: by.named }] : [],
);

/** A name that a table makes, such as `closure (resolved)`, is in no file whole; its first word is. */
const writtenOf = (named: string): string => (/\(\w+\)/u.exec(named) ? (named.split(' ')[0] ?? named) : named);

it.each(namedTests)('"$what" names tests that are there', ({ tests, named }) => {
  const files = tests.flatMap((one) =>
    statSync(join(root, one)).isDirectory() ? globSync(`${one}/**/*.test.ts`, { cwd: root }) : [one],
  );
  expect(files.filter((file) => readFileSync(join(root, file), 'utf8').includes(writtenOf(named)))).not.toEqual([]);
});

import { readFileSync } from 'node:fs';
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

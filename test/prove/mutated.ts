import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { changed } from './changed.ts';
import type { Change } from './mutant.ts';

/*
 * node --import ./test/prove/mutated.ts …   Loads the project with the changes that `BESA_MUTANT` holds as JSON. Nothing is
 * written, so mutants need no copy of the project, and any number of them may live side by side.
 */
const root = join(import.meta.dirname, '..', '..');
const changes = JSON.parse(process.env['BESA_MUTANT'] ?? '[]') as Change[];
const sources = new Map(
  [...changed(changes, (file) => readFileSync(join(root, file), 'utf8'))].map(([file, source]) => [
    pathToFileURL(join(root, file)).href,
    source,
  ]),
);
registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    const source = sources.get(url);
    return source === undefined ? loaded : { ...loaded, source };
  },
});

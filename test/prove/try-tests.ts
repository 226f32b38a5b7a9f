import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVitest, type Reporter, type Vite } from 'vitest/node';
import type { Change } from './mutant.ts';
import { changed } from './changed.ts';

/*
 * One Vitest that tries mutants one after the other, for `prove.ts`, which forks it. What it has read and transformed for
 * one it keeps for the next; of a mutant only the changed files are read anew. The changes are made in memory.
 */

/** What to try: changes to files, and the tests that are to fail with them. */
export interface Trial {
  changes: readonly Change[];
  tests: readonly string[];
  /** A part of the name of the tests that are run; all when absent. */
  named?: string | undefined;
}
export type Verdict = { failed: boolean; out: string } | { broken: string };

const root = join(import.meta.dirname, '..', '..');
/** What stands in memory instead of a file, by its path. */
const instead = new Map<string, string>();
const mutated: Vite.Plugin = {
  name: 'besa-mutant',
  enforce: 'pre',
  load: (id) => instead.get(id),
  // Vitest keeps on disk what it transformed, by the source in the file. What stands instead has a place of its own.
  configureVitest: ({ defineCacheKeyGenerator }) => defineCacheKeyGenerator(({ id }) => instead.get(id)),
};

/** What failed in the run that is under way, and how many tests came to an end. Vitest itself keeps earlier runs as well. */
let failures: unknown[] = [];
let noticedBy: string[] = [];
let ended = 0;
const reporter: Reporter = {
  onTestCaseResult: (test) => {
    const { state, errors = [] } = test.result();
    if (state === 'passed' || state === 'failed') ended += 1;
    if (state !== 'failed') return;
    failures.push(...errors);
    noticedBy.push(test.fullName);
    // One test that fails is enough.
    void vitest.cancelCurrentRun('test-failure');
  },
  onTestModuleEnd: (module) => {
    failures.push(...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors()));
  },
};
// A mutant of what is deployed has templates of its own, so no tests share any.
process.env['BESA_MADE_ONCE'] = '';
const vitest = await createVitest(
  'test',
  { root, watch: false, project: ['rules', 'functions', 'adapters', 'parts'], reporters: [reporter], maxWorkers: 1 },
  { plugins: [mutated] },
);

async function attempt({ changes, tests, named }: Trial): Promise<Verdict> {
  const sources = changed(changes, (file) => readFileSync(join(root, file), 'utf8'));
  for (const [file, source] of sources) instead.set(join(root, file), source);
  for (const file of instead.keys()) vitest.invalidateFile(file);
  try {
    if (named === undefined) vitest.resetGlobalTestNamePattern();
    else vitest.setGlobalTestNamePattern(named.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
    const specifications = await vitest.globTestSpecifications(tests.map((test) => join(root, test)));
    if (specifications.length === 0) return { broken: `there is no test ${tests.join()}` };
    failures = [];
    noticedBy = [];
    ended = 0;
    const { unhandledErrors } = await vitest.runTestSpecifications(specifications);
    const all = [...failures, ...unhandledErrors];
    if (all.length === 0 && ended === 0) return { broken: `no test of ${tests.join()} ran` };
    return { failed: all.length > 0, out: [...noticedBy, ...all.map(said)].join('\n') };
  } finally {
    for (const file of instead.keys()) vitest.invalidateFile(file);
    instead.clear();
  }
}

function said(error: unknown): string {
  const { name, message, stack } = error as Error;
  return `${name}: ${message}\n${stack ?? ''}`;
}

process.on('message', (trial: Trial) => {
  void attempt(trial)
    .catch((error: unknown): Verdict => ({ broken: said(error) }))
    .then((verdict) => process.send?.(verdict));
});
process.on('disconnect', () => void vitest.close().finally(() => process.exit()));

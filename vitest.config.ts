import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { dayOfCommit } from './test/support/day-of-commit.ts';

const rules = 'test/{contracts,country,domain,drawing,lambda,mail,sealing,use-cases}/**/*.test.ts';
const functions = 'test/functions/**/*.test.ts';
const adapters = 'test/adapters/**/*.test.ts';

/** They go through every page in every look. A page has a test of its own besides. */
const looks = ['test/pages/looks.test.ts', 'test/pages/console/{whole,all-commands,case/case-looks}.test.ts'];

/** How tests in a browser run: after the others, two files at once. */
const inBrowser = {
  globalSetup: ['test/support/prepared-system.ts', 'test/pages/unpacked-browser.ts'],
  maxWorkers: Math.min(2, availableParallelism()),
  sequence: { groupOrder: 2 },
  testTimeout: 120_000,
  hookTimeout: 240_000,
};

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What functions log is shown only for a test that fails.
    silent: 'passed-only',
    setupFiles: ['test/support/log-of-tests.ts'],
    globalSetup: ['test/support/files-in-memory.ts', 'test/support/synthesized-once.ts'],
    // Each file has a process of its own, which would compile the same libraries anew: a tenth of the time.
    env: {
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/besa-tests'),
      BESA_SEED_OF_TESTS: process.env['BESA_SEED_OF_TESTS'] ?? String(dayOfCommit(import.meta.dirname)),
    },
    maxWorkers: '100%',
    projects: [
      {
        // Rules and what stands directly around them share a process, because they hold no state. One for each file
        // would load the same modules each time.
        extends: true,
        test: { name: 'rules', include: [rules], isolate: false },
      },
      {
        // Functions are handed all that they keep, so their tests share a process as well.
        extends: true,
        test: { name: 'functions', include: [functions], isolate: false },
      },
      {
        // Adapters on the real engine. A double is made of one client, so it is gone with its file.
        extends: true,
        test: { name: 'adapters', include: [adapters], isolate: false },
      },
      {
        // What starts processes, makes templates or takes over a process has one for each file.
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: [rules, functions, adapters, 'test/{flow,soak,pages}/**'],
        },
      },
      {
        // The database in memory, that the simulator runs on, against the suites of the real one.
        extends: true,
        test: { name: 'memory', include: [adapters], isolate: false, env: { BESA_DATABASE: 'memory' } },
      },
      {
        // A slice of `npm run soak`. It proves by size, so it has a command of its own, and CI runs it.
        extends: true,
        test: { name: 'soak', include: ['test/soak/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        // Pages in a real browser, against a whole Besa: one short walk for each change. `pages` is the rest.
        extends: true,
        test: { name: 'browser', include: ['test/pages/slice.test.ts'], ...inBrowser },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['test/pages/**/*.test.ts'],
          exclude: ['test/pages/slice.test.ts', 'test/pages/stock/**', ...looks],
          ...inBrowser,
        },
      },
      {
        // Minutes each, so CI runs one file of them a day.
        extends: true,
        test: { name: 'looks', include: looks, ...inBrowser },
      },
      {
        // The same in browsers of the system, as people have them: Debian's Chromium and Firefox. CI installs them.
        extends: true,
        test: { name: 'browsers', include: ['test/pages/stock/**/*.test.ts'], ...inBrowser },
      },
      {
        // Each file starts a whole Besa with its engines and a process for each function: after the others, and two at
        // once, however many cores there are.
        extends: true,
        test: {
          name: 'flow',
          include: ['test/flow/**/*.test.ts'],
          globalSetup: ['test/support/prepared-system.ts'],
          maxWorkers: Math.min(2, availableParallelism()),
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

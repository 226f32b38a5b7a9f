import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const rules = 'test/{contracts,country,domain,lambda,mail,sealing,use-cases}/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What functions log is shown only for a test that fails.
    silent: 'passed-only',
    setupFiles: ['test/support/log-of-tests.ts'],
    globalSetup: ['test/support/files-in-memory.ts', 'test/support/synthesized-once.ts'],
    // Each file has a process of its own, which would compile the same libraries anew: a tenth of the time.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/besa-tests') },
    maxWorkers: '100%',
    projects: [
      {
        // Rules and what stands directly around them share a process, because they hold no state. One for each file
        // would load the same modules each time.
        extends: true,
        test: { name: 'rules', include: [rules], isolate: false },
      },
      {
        extends: true,
        test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [rules, 'test/{flow,soak}/**'] },
      },
      {
        // The database in memory, that the simulator runs on, against the suites of the real one.
        extends: true,
        test: { name: 'memory', include: ['test/adapters/**/*.test.ts'], env: { BESA_DATABASE: 'memory' } },
      },
      {
        // A slice of `npm run soak`. It proves by size, so it has a command of its own, and CI runs it.
        extends: true,
        test: { name: 'soak', include: ['test/soak/**/*.test.ts'], testTimeout: 120_000 },
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

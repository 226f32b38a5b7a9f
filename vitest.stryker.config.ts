import { defineConfig } from 'vitest/config';

/**
 * The tests that Stryker holds its mutants against: those of the rules and of the framework, and no others, because each
 * mutant runs every test that reaches it. A mutant that only a whole Besa would notice counts as survived.
 */
export default defineConfig({
  test: {
    include: ['test/{domain,lambda,country}/**/*.test.ts', 'test/use-cases/decide-again.test.ts'],
    setupFiles: ['test/support/log-of-tests.ts'],
    // One worker for all test files of a mutant, so that the rules are loaded once for it and not once per file.
    isolate: false,
  },
});

export default {
  // `Problem` stands with the contracts, which throw it; the framework is what makes it an answer.
  mutate: ['shared/domain/**/*.ts', 'shared/lambda/**/*.ts', 'shared/contracts/http/http.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  // The tests that reach a mutant are known by name: to look for files that import what it changes takes time for nothing.
  vitest: { configFile: 'vitest.stryker.config.ts', related: false },
  // Stryker would rewrite the paths in it, with an interface that TypeScript 7 lacks; no test reads it.
  tsconfigFile: 'none',
  // A change to a table that is read once, when its file is loaded, would have to run every test that loads the file: a
  // quarter of the changes would take nine tenths of the time. They are left out of the score.
  ignoreStatic: true,
  // Only what has changed since the last run on this machine is tried again.
  incremental: true,
  incrementalFile: 'build/stryker/incremental.json',
  tempDirName: 'build/stryker/sandbox',
  ignorePatterns: ['build', 'cdk.out', '.besa', 'coverage'],
  reporters: ['html', 'clear-text', 'progress-append-only'],
  htmlReporter: { fileName: 'build/stryker/report.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  thresholds: { high: 96, low: 93, break: 93 },
};

export default {
  mutate: ['shared/domain/**/*.ts', 'shared/lambda/**/*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.stryker.config.ts' },
  // Stryker would rewrite the paths in it, with an interface that TypeScript 7 lacks; no test reads it.
  tsconfigFile: 'none',
  // Only what has changed since the last run on this machine is tried again.
  incremental: true,
  incrementalFile: 'build/stryker/incremental.json',
  tempDirName: 'build/stryker/sandbox',
  ignorePatterns: ['build', 'cdk.out', '.besa', 'coverage'],
  reporters: ['html', 'clear-text', 'progress-append-only'],
  htmlReporter: { fileName: 'build/stryker/report.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  thresholds: { high: 90, low: 80, break: 70 },
};

import type { Plugin } from 'esbuild';

/**
 * The words of the staff console are part of the pack, and no function says them: the console's own build makes one file
 * for each language. So they stay out of every bundle, and a new word there changes no function.
 */
export const noConsoleTexts: Plugin = {
  name: 'no-console-texts',
  setup(build) {
    build.onLoad({ filter: /[\\/]shared[\\/]country[\\/]\w+[\\/]console[\\/]console\.ts$/ }, () => ({
      contents: 'export const consoleTexts = undefined;',
      loader: 'ts',
    }));
  },
};

import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * The SDK looks for a profile in `~/.aws` when a client is first used. A function has no such file. Its settings come
 * from its environment alone, so the search and the reader of ini files stay out of the bundle.
 */
export const noSharedConfig: Plugin = {
  name: 'no-shared-config',
  setup(build) {
    build.onLoad({ filter: /shared-ini-file-loader[\\/]loadSharedConfigFiles\.js$/ }, ({ path }) => ({
      contents: `
        export { CONFIG_PREFIX_SEPARATOR } from './constants';
        export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
      resolveDir: dirname(path),
      loader: 'js',
    }));
  },
};

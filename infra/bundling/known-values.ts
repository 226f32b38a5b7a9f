import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/**
 * Works out the headers of pages while bundling. The hashes of style and scripts are then text in the bundle, and no
 * function hashes at its start. The file may hold only values that JSON can say.
 */
export const knownValues: Plugin = {
  name: 'known-values',
  setup(build) {
    build.onLoad({ filter: /\/shared\/pages\/frame\/page-headers\.ts$/ }, async ({ path }) => {
      const values = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
      const lines = Object.entries(values).map(([name, value]) => {
        if (typeof value === 'function') throw new Error(`${path} has ${name}, which is no value to work out.`);
        return `export const ${name} = ${JSON.stringify(value)};`;
      });
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};

import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** The SDK's clients read their version from their whole package.json. A function needs only name and version of it. */
export const onlyVersion: Plugin = {
  name: 'only-version',
  setup(build) {
    build.onLoad({ filter: /node_modules[\\/]@aws-sdk[\\/].*[\\/]package\.json$/ }, async ({ path }) => {
      const { name, version } = JSON.parse(await readFile(path, 'utf8')) as { name: string; version: string };
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
  },
};

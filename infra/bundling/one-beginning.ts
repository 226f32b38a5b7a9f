import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Loader, Plugin } from 'esbuild';

/**
 * Has everything with which an application begins in one script. Left alone, esbuild makes a chunk of each set of modules
 * that the same parts share: a dozen small files, a third more bytes. Here each part that is loaded later asks for the
 * whole beginning, which is there when it is loaded, and so nothing is split. `beginning`: the module that is all of it.
 */
export const oneBeginning = (beginning: string): Plugin => ({
  name: 'one-beginning',
  setup(build) {
    const loadedLater = new Set<string>();
    build.onResolve({ filter: /\.tsx?$/ }, async ({ path, kind, pluginData, ...from }) => {
      if (kind !== 'dynamic-import' || pluginData === loadedLater) return undefined;
      const { importer, resolveDir } = from;
      const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: loadedLater });
      loadedLater.add(found.path);
      return found;
    });
    build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      if (!loadedLater.has(path)) return undefined;
      const contents = `${await readFile(path, 'utf8')}\nimport ${JSON.stringify(beginning)};`;
      return { contents, loader: extname(path).slice(1) as Loader };
    });
  },
});

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Loader, Plugin } from 'esbuild';

/**
 * Has everything with which an application begins in one script, and the pages that come next in a second one. Left alone,
 * esbuild makes a chunk of each set of modules that the same parts share: dozens of small files, a third more bytes, and
 * one way there and back after the other. Here each part that is loaded later asks for both, which are there when it is
 * loaded, and so nothing of them is split. `beginning` and `next`: the modules that are all of each.
 */
export const oneBeginning = (beginning: string, next: string): Plugin => ({
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
      const before = path === next ? [beginning] : [beginning, next];
      const imports = before.map((one) => `import ${JSON.stringify(one)};`);
      return {
        contents: [await readFile(path, 'utf8'), ...imports].join('\n'),
        loader: extname(path).slice(1) as Loader,
      };
    });
  },
});

import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/** Where a part stands that is loaded later, before what it is made of. */
export const laterNamespace = 'later';

/**
 * Has everything with which an application begins in one script, and the pages that come next in a second one. Left alone,
 * esbuild makes a chunk of each set of modules that the same parts share: dozens of small files, a third more bytes, and
 * one way there and back after the other. Here each part that is loaded later asks for both, which are there when it is
 * loaded, and so nothing of them is split. `beginning` and `next`: the modules that are all of each.
 */
export const oneBeginning = (beginning: string, next: string): Plugin => ({
  name: 'one-beginning',
  setup(build) {
    build.onResolve({ filter: /\.tsx?$/ }, async ({ path, kind, importer, resolveDir, namespace }) => {
      if (kind !== 'dynamic-import' || namespace === laterNamespace) return undefined;
      const found = await build.resolve(path, { kind: 'import-statement', importer, resolveDir });
      return { path: found.path, namespace: laterNamespace };
    });
    build.onLoad({ filter: /./, namespace: laterNamespace }, ({ path }) => {
      const before = path === next ? [beginning] : [beginning, next];
      const imports = before.map((one) => `import ${JSON.stringify(one)};`);
      return { contents: [...imports, `export * from ${JSON.stringify(path)};`].join('\n'), resolveDir: dirname(path) };
    });
  },
});

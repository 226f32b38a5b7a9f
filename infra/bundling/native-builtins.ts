import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

/**
 * Reaches Node's own modules by `process.getBuiltinModule` instead of an ESM import. An import evaluates every export
 * of the module, getters included. That of `node:http` loads undici, which takes 21 ms that nobody needs. Here a
 * property is touched only when it is used. The stand-in is CommonJS on purpose. esbuild then gives named, default and
 * namespace imports, and a `require` in an old package, their usual meaning.
 */
export const nativeBuiltins: Plugin = {
  name: 'native-builtins',
  setup(build) {
    build.onResolve({ filter: /^[a-z0-9:_/]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path: path.replace(/^node:/u, ''), namespace: 'native-builtin' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'native-builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(`node:${path}`)});`,
      loader: 'js',
    }));
  },
};

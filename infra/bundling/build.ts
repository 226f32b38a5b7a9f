import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { freshBundle, lookOfSources } from './fresh-bundle.ts';
import { nativeBuiltins } from './native-builtins.ts';
import { noSharedConfig } from './no-shared-config.ts';
import { onlyKnownErrors } from './only-known-errors.ts';
import { onlyVersion } from './only-version.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Files that decide how a bundle comes out, besides its sources. */
const recipe = [
  'infra/bundling/build.ts',
  'infra/bundling/native-builtins.ts',
  'infra/bundling/no-shared-config.ts',
  'infra/bundling/only-known-errors.ts',
  'infra/bundling/only-version.ts',
  'infra/bundling/environment-credentials.ts',
  'infra/bundling/no-endpoint-discovery.ts',
  'package-lock.json',
];

/** A function's bundle: `index.mjs` and the chunks it imports when needed. The same bytes run on AWS and locally. */
export interface FunctionBundle {
  name: string;
  /** Absolute path of the folder that is the function's code. */
  folder: string;
  metafile: Metafile;
}

/** Where a function's bundle is, whether it has been built or not. */
export function bundleFolder(name: string): string {
  return join(root, 'build', 'functions', name);
}

/** Names of the functions in this checkout: the folders of `functions/` that have a handler. */
export function functionNames(): string[] {
  const functions = join(root, 'functions');
  return readdirSync(functions)
    .filter((name) => existsSync(join(functions, name, 'handler.ts')))
    .sort();
}

/**
 * Bundles the functions into `build/functions/<name>/`, and keeps what each is made of in `build/meta/<name>.json`.
 * What has not changed is neither bundled nor written again. So a running Besa and a test can build at the same time.
 */
export async function buildFunctions(names: readonly string[] = functionNames()): Promise<FunctionBundle[]> {
  return Promise.all(names.map(buildFunction));
}

async function buildFunction(name: string): Promise<FunctionBundle> {
  const folder = bundleFolder(name);
  const record = join(root, 'build', 'meta', name);
  const known = freshBundle(root, record, recipe);
  if (known !== undefined) return { name, folder, metafile: known };
  const startedAt = Date.now();
  const result = await build({
    absWorkingDir: root,
    entryPoints: { index: join('functions', name, 'handler.ts') },
    outdir: relative(root, folder),
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    // Texts stay as they are written. Escaped, an ë takes six bytes instead of two.
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
    alias: {
      '@aws-sdk/credential-provider-node': join(root, 'infra', 'bundling', 'environment-credentials.ts'),
      '@aws-sdk/endpoint-cache': join(root, 'infra', 'bundling', 'no-endpoint-discovery.ts'),
    },
    plugins: [nativeBuiltins, onlyVersion, onlyKnownErrors, noSharedConfig],
  });
  for (const file of result.outputFiles) writeIfChanged(file.path, file.contents);
  const written = new Set(result.outputFiles.map((file) => file.path));
  for (const entry of readdirSync(folder)) {
    if (!written.has(join(folder, entry))) rmSync(join(folder, entry), { recursive: true, force: true });
  }
  writeIfChanged(`${record}.json`, Buffer.from(JSON.stringify(result.metafile)));
  writeIfChanged(`${record}.sources`, Buffer.from(lookOfSources(root, result.metafile, recipe, startedAt)));
  return { name, folder, metafile: result.metafile };
}

/** Puts the new contents in place in one step, so that nobody ever reads half a file. */
function writeIfChanged(path: string, contents: Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  const half = join(dirname(dirname(path)), `.${randomUUID()}.half`);
  writeFileSync(half, contents);
  renameSync(half, path);
}

/** Bytes that are loaded at a cold start: the entry and every chunk it imports statically. */
export function eagerBytes(metafile: Metafile): number {
  const outputs = metafile.outputs;
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint?.endsWith('/handler.ts'));
  const eager = new Set<string>();
  const visit = (path: string): void => {
    if (eager.has(path)) return;
    eager.add(path);
    for (const { kind, path: next } of outputs[path]?.imports ?? []) if (kind === 'import-statement') visit(next);
  };
  if (entry !== undefined) visit(entry);
  return [...eager].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
}

if (import.meta.main) {
  for (const { name, metafile } of await buildFunctions()) {
    console.log(`${name.padEnd(16)} ${(eagerBytes(metafile) / 1024).toFixed(1).padStart(7)} KB at a cold start`);
  }
}

import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { buildBrowserFiles } from './browser-files.ts';
import { freshBundle, lookOfSources } from './fresh-bundle.ts';
import { knownValues } from './known-values.ts';
import { nativeBuiltins } from './native-builtins.ts';
import { noConsoleTexts } from './no-console-texts.ts';
import { noSharedConfig } from './no-shared-config.ts';
import { onlyKnownErrors } from './only-known-errors.ts';
import { onlyVersion } from './only-version.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Files that decide how a bundle comes out, besides its sources. */
const recipe = [
  'infra/bundling/browser-files.ts',
  'infra/bundling/build.ts',
  'infra/bundling/known-values.ts',
  'infra/bundling/native-builtins.ts',
  'infra/bundling/no-console-texts.ts',
  'infra/bundling/no-shared-config.ts',
  'infra/bundling/one-beginning.ts',
  'infra/bundling/only-known-errors.ts',
  'infra/bundling/only-version.ts',
  'infra/bundling/environment-credentials.ts',
  'infra/bundling/no-endpoint-discovery.ts',
  // Worked out while bundling, so they are in no bundle. What else they are made of, pages hold as well.
  'shared/pages/frame/content-policy.ts',
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
    plugins: [knownValues, nativeBuiltins, onlyVersion, onlyKnownErrors, noSharedConfig, noConsoleTexts],
  });
  const browser = await buildBrowserFiles(root, name, join(relative(root, folder), 'files'));
  const metafile = {
    inputs: { ...result.metafile.inputs, ...browser?.metafile.inputs },
    outputs: { ...result.metafile.outputs, ...browser?.metafile.outputs },
  };
  const files = new Map([
    ...result.outputFiles.map(({ path, contents }): [string, Uint8Array] => [path, contents]),
    ...(browser?.files.map(({ path, contents }): [string, Uint8Array] => [join(root, path), contents]) ?? []),
  ]);
  for (const [path, contents] of files) writeIfChanged(path, contents);
  removeOthers(folder, new Set(files.keys()));
  writeIfChanged(`${record}.json`, Buffer.from(JSON.stringify(metafile)));
  writeIfChanged(`${record}.sources`, Buffer.from(lookOfSources(root, metafile, recipe, startedAt)));
  return { name, folder, metafile };
}

/** Takes away what an earlier build has left in a folder, and in the folders in it. */
function removeOthers(folder: string, written: ReadonlySet<string>): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(path)) rmSync(path, { force: true });
  }
}

/** Puts the new contents in place in one step, so that nobody ever reads half a file. */
function writeIfChanged(path: string, contents: Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  const half = join(root, 'build', `.${randomUUID()}.half`);
  writeFileSync(half, contents);
  renameSync(half, path);
}

/** Bytes that are loaded at a cold start: the entry and every chunk it imports statically. */
export function eagerBytes(metafile: Metafile): number {
  return eagerOutputs(metafile).reduce((sum, path) => sum + (metafile.outputs[path]?.bytes ?? 0), 0);
}

/** The files of which something is loaded at a cold start. */
export function eagerInputs(metafile: Metafile): string[] {
  return eagerOutputs(metafile).flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {}));
}

function eagerOutputs({ outputs }: Metafile): string[] {
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint?.endsWith('/handler.ts'));
  const eager = new Set<string>();
  const visit = (path: string): void => {
    if (eager.has(path)) return;
    eager.add(path);
    for (const { kind, path: next } of outputs[path]?.imports ?? []) if (kind === 'import-statement') visit(next);
  };
  if (entry !== undefined) visit(entry);
  return [...eager];
}

if (import.meta.main) {
  for (const { name, metafile } of await buildFunctions()) {
    console.log(`${name.padEnd(16)} ${(eagerBytes(metafile) / 1024).toFixed(1).padStart(7)} KB at a cold start`);
  }
}

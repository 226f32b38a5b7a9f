import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import * as mini from 'zod/mini';
import { median } from './figures.ts';

const run = promisify(execFile);

/** Milliseconds a fresh process takes to load a module, and to answer a first call with it. */
export interface StartUp {
  load: number;
  firstCall: number;
}

/**
 * Loads a module in fresh processes, the given ones in turn, so that noise of the machine meets all of them alike.
 * Medians of `rounds`. The event is handed to the module's `handler`; `settle` waits until what it set off is done.
 */
export async function startUps<const N extends string>(
  modules: Readonly<Record<N, string>>,
  {
    environment,
    event,
    rounds,
    settle,
  }: { environment: NodeJS.ProcessEnv; event: unknown; rounds: number; settle: () => Promise<void> },
): Promise<Record<N, StartUp>> {
  const names = Object.keys(modules) as N[];
  const seen = Object.fromEntries(names.map((name) => [name, [] as StartUp[]])) as Record<N, StartUp[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      seen[name].push(await once(modules[name], environment, event));
      await settle();
    }
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        load: median(seen[name].map(({ load }) => load)),
        firstCall: median(seen[name].map(({ firstCall }) => firstCall)),
      },
    ]),
  ) as Record<N, StartUp>;
}

const script = `
const before = performance.now();
const { handler } = await import(process.argv[1]);
const loaded = performance.now();
const answer = await handler(JSON.parse(process.argv[2]), {});
const answered = performance.now();
console.log(JSON.stringify({ load: loaded - before, firstCall: answered - loaded, status: answer.statusCode }));
process.exit();
`;

async function once(module: string, environment: NodeJS.ProcessEnv, event: unknown): Promise<StartUp> {
  const key = crypto.randomUUID();
  const fresh = JSON.stringify(event).replaceAll('IDEMPOTENCY-KEY', key);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, module, fresh], {
    env: environment,
  });
  // The function's own log lines come before.
  const { load, firstCall, status } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as StartUp & {
    status: number;
  };
  if (status !== 201) throw new Error(`${module} answered ${status}.`);
  return { load, firstCall };
}

const loadScript = `
const before = performance.now();
await import(process.argv[1]);
console.log(performance.now() - before);
process.exit();
`;

/**
 * Milliseconds that fresh processes take to load each module with its environment, above an empty one: in turn, so that
 * noise of the machine meets all of them alike. Medians of `rounds`.
 */
export async function loadTimes(
  modules: readonly { name: string; file: string; environment: NodeJS.ProcessEnv }[],
  empty: string,
  rounds: number,
): Promise<Map<string, number>> {
  const nothing = { name: '', file: empty, environment: {} };
  const took = new Map([nothing, ...modules].map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, file, environment } of [nothing, ...modules]) {
      const flags = ['--input-type=module', '-e', loadScript, file];
      const { stdout } = await run(process.execPath, flags, { env: environment });
      took.get(name)?.push(Number(stdout.trim().split('\n').at(-1)));
    }
  }
  const least = median(took.get('') ?? []);
  return new Map(modules.map(({ name }) => [name, median(took.get(name) ?? []) - least]));
}

/** A module that does nothing: what loading costs at the least. */
export function emptyModule(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'empty.mjs');
  writeFileSync(file, 'export const handler = async () => ({ statusCode: 201 });\n');
  return file;
}

/**
 * Intake as it is, and as it would be without pages: the same entry for JSON alone. Both are bundled in the same way, so
 * what differs is what pages add to a start. Answers with their entries.
 */
export async function intakeWithAndWithoutPages(folder: string): Promise<{ withPages: string; without: string }> {
  const bundled = async (name: string, plugins: esbuild.Plugin[]): Promise<string> => {
    const outdir = join(folder, name);
    await esbuild.build({
      entryPoints: { index: 'functions/intake/handler.ts' },
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      minify: true,
      legalComments: 'none',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      plugins,
    });
    return join(outdir, 'index.mjs');
  };
  const stubs: Readonly<Record<string, string>> = {
    'form-routes.ts': 'export const formRoutes = () => [];',
    'page-request.ts': 'export const readPageRequest = () => {}; export const rootFrom = () => "";',
    'problem-pages.ts': 'export const drawProblem = () => {};',
  };
  const withoutPages: esbuild.Plugin = {
    name: 'without-pages',
    setup: (build) => {
      build.onLoad({ filter: /\/(?:form-routes|page-request|problem-pages)\.ts$/ }, ({ path }) => ({
        contents: stubs[basename(path)] ?? '',
      }));
    },
  };
  return { withPages: await bundled('with-pages', []), without: await bundled('without-pages', [withoutPages]) };
}

/**
 * Intake as it would be with `import { z } from 'zod'`, Node's builtins by plain import and the SDK's own credential
 * chain: what the measures of `infra/bundling/build.ts` are worth. Answers with the entry's path and its bytes.
 */
export async function plainIntake(folder: string): Promise<{ file: string; bytes: number }> {
  const names = Object.keys(mini).filter((name) => name !== 'default' && name !== 'z');
  const { outputFiles } = await esbuild.build({
    entryPoints: ['functions/intake/handler.ts'],
    outfile: join(folder, 'plain.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    legalComments: 'none',
    write: false,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    plugins: [
      {
        name: 'zod-with-everything',
        setup: (build) => {
          build.onResolve({ filter: /^zod\/mini$/ }, () => ({ path: 'all', namespace: 'zod-all' }));
          build.onLoad({ filter: /.*/, namespace: 'zod-all' }, () => ({
            contents: `import { z } from 'zod'; export const { ${names.join(', ')} } = z;`,
            resolveDir: process.cwd(),
          }));
        },
      },
    ],
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error('Nothing was bundled.');
  mkdirSync(folder, { recursive: true });
  writeFileSync(output.path, output.contents);
  return { file: output.path, bytes: output.contents.length };
}

import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { oneBeginning } from './one-beginning.ts';

/** What a browser is given beside a function's bundle, and what it is made of. Paths count from the root. */
export interface BrowserFiles {
  files: readonly { path: string; contents: Uint8Array }[];
  metafile: Metafile;
}

/**
 * Builds the application of a function that has one: the folder `app` with `main.tsx` and `style.css`, and `texts.ts` and
 * `centre-texts.ts` with what is said in each language. Each file is gzipped once, here, and its name holds a hash, so it may be kept for ever.
 * `first.json` says with which files a page begins. Undefined for a function without an application.
 */
export async function buildBrowserFiles(root: string, name: string, into: string): Promise<BrowserFiles | undefined> {
  const folder = join('functions', name);
  if (!existsSync(join(root, folder, 'app', 'main.tsx'))) return undefined;
  const [code, texts] = await Promise.all([buildCode(root, folder), buildTexts(root, folder)]);
  const beginning = (prefix: string): string => code.files.find((file) => file.name.startsWith(prefix))?.name ?? '';
  const first = {
    script: beginning('main-'),
    scripts: code.eager,
    next: code.next,
    style: beginning('style-'),
    texts: namesOf(texts.files, 'texts'),
    centreTexts: namesOf(texts.files, 'centre'),
  };
  const files = [
    { path: join(into, 'first.json'), contents: Buffer.from(JSON.stringify(first)) },
    ...[...code.files, ...texts.files].map(({ name, contents }) => ({
      path: join(into, `${name}.gz`),
      contents: gzipSync(contents, { level: 9 }),
    })),
  ];
  const outputs = files.map(({ path, contents }): [string, Metafile['outputs'][string]] => [
    path,
    { bytes: contents.length, inputs: {}, imports: [], exports: [] },
  ]);
  const inputs = { ...code.inputs, ...texts.inputs };
  return { files, metafile: { inputs, outputs: Object.fromEntries(outputs) } };
}

function namesOf(files: readonly TextFile[], kind: TextFile['kind']): Record<string, string> {
  return Object.fromEntries(files.filter((file) => file.kind === kind).map(({ language, name }) => [language, name]));
}

interface TextFile extends File {
  language: string;
  /** `centre` is loaded with the first page about the centre itself. */
  kind: 'texts' | 'centre';
}

interface File {
  name: string;
  contents: Uint8Array;
}

const everywhere = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

async function buildCode(
  root: string,
  folder: string,
): Promise<{ files: File[]; eager: string[]; next: string[]; inputs: Metafile['inputs'] }> {
  const frame = (file: string): string => join(root, folder, 'app', 'frame', file);
  const { tokenStyle } = await import('#shared/pages/frame/tokens.ts');
  const { outputFiles, metafile } = await build({
    ...everywhere,
    absWorkingDir: root,
    entryPoints: { main: join(folder, 'app', 'main.tsx'), style: join(folder, 'app', 'style.css') },
    outdir: 'files',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [oneBeginning(frame('app.tsx'), frame('first-pages.ts'))],
    // One file of colours and space for all pages.
    banner: { css: tokenStyle },
  });
  const files = outputFiles.map(({ path, contents }) => ({ name: basename(path), contents }));
  const eager = eagerOf(metafile, 'main.tsx');
  return {
    files,
    eager,
    next: eagerOf(metafile, 'first-pages.ts').filter((name) => !eager.includes(name)),
    inputs: { ...metafile.inputs, 'shared/pages/frame/tokens.ts': { bytes: 0, imports: [] } },
  };
}

/** The names of the scripts that one of the parts cannot begin without. */
function eagerOf({ outputs }: Metafile, part: string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    for (const { kind, path: next } of outputs[path]?.imports ?? []) {
      if (kind !== 'import-statement' || found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(Object.keys(outputs).find((path) => outputs[path]?.entryPoint?.endsWith(`/${part}`)) ?? '');
  return [...found].map((path) => basename(path));
}

/** Bundles `texts.ts` for this machine and runs it. So whatever a text is made of counts as its source. */
async function buildTexts(root: string, folder: string): Promise<{ files: TextFile[]; inputs: Metafile['inputs'] }> {
  const { outputFiles, metafile } = await build({
    ...everywhere,
    absWorkingDir: root,
    stdin: {
      contents: `
        import { country } from '#shared/country/current.ts';
        import { centreTexts } from './centre-texts.ts';
        import { consoleTexts } from './texts.ts';
        export default await Promise.all(
          country.languages.flatMap((one) => [
            consoleTexts(country, one).then((said) => ['texts', one, said]),
            centreTexts(country, one).then((said) => ['centre', one, said]),
          ]),
        );
      `,
      resolveDir: join(root, folder),
      loader: 'ts',
    },
    format: 'esm',
    platform: 'node',
  });
  const script = join(root, 'build', `.${randomUUID()}.mjs`);
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(script, outputFiles[0]?.contents ?? '');
  const { default: texts } = (await import(pathToFileURL(script).href).finally(() => rmSync(script))) as {
    default: [TextFile['kind'], string, unknown][];
  };
  const { '<stdin>': _, ...inputs } = metafile.inputs;
  const files = texts.map(([kind, language, said]) => {
    const contents = Buffer.from(JSON.stringify(said));
    const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8);
    return { kind, language, name: `${kind}-${language}-${hash}.json`, contents };
  });
  return { files, inputs };
}

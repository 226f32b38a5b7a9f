import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildFunctions } from '#infra/bundling/build.ts';

const built = await buildFunctions(['console']);
const files = join(built[0]?.folder ?? '', 'files');
const first = JSON.parse(readFileSync(join(files, 'first.json'), 'utf8')) as {
  script: string;
  scripts: readonly string[];
  next: readonly string[];
  style: string;
  texts: Readonly<Record<string, string>>;
};

const packed = (name: string): Buffer => readFileSync(join(files, `${name}.gz`));
const plain = (name: string): string => gunzipSync(packed(name)).toString();

/** What a script imports before it runs: `import{a}from"./b.js"`, `import"./b.js"`, `export*from"./b.js"`. */
const importsOf = (script: string): string[] =>
  [...script.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g)].map(([, name = '']) => name);

/** The first script and all that it cannot begin without. */
function eagerScripts(): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    importsOf(plain(name)).forEach(visit);
  };
  visit(first.script);
  return [...found];
}

const kb = 1024;
const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0);

it('the console begins with at most 60 KB of script, 20 KB of them on the way', () => {
  const eager = eagerScripts();
  const raw = sum(eager.map((name) => Buffer.byteLength(plain(name))));
  const gzipped = sum(eager.map((name) => packed(name).length));
  console.info(`The console begins with ${eager.length} scripts: ${raw} bytes, ${gzipped} gzipped.`);
  // Split into a dozen, the same is a third more on the way (infra/bundling/one-beginning.ts).
  expect(eager).toHaveLength(2);
  expect(raw).toBeLessThanOrEqual(60 * kb);
  expect(gzipped).toBeLessThanOrEqual(20 * kb);
});

it('the pages that come next are one file, small enough to come while somebody is signed in', () => {
  const sizes = first.next.map((name) => [Buffer.byteLength(plain(name)), packed(name).length] as const);
  console.info(`The first pages are ${sizes.map(([raw, gzipped]) => `${raw} bytes, ${gzipped} gzipped`).join('; ')}.`);
  expect(sizes).toHaveLength(1);
  // On slow 4G, 18 KB need less time than the one way there and back that the token takes.
  expect(sizes.every(([raw, gzipped]) => raw <= 56 * kb && gzipped <= 18 * kb)).toBe(true);
});

it('the document names each of them, so that none waits for another', () => {
  expect([first.script, ...first.scripts].sort()).toEqual(eagerScripts().sort());
});

it('each room is loaded when it is opened', () => {
  const eager = eagerScripts();
  const others = readdirSync(files)
    .filter((name) => name.endsWith('.js.gz'))
    .map((name) => name.slice(0, -'.gz'.length))
    .filter((name) => !eager.includes(name));
  expect(others.some((name) => name.startsWith('filing-page-'))).toBe(true);
  expect(others.some((name) => name.startsWith('queue-page-'))).toBe(true);
});

it('style and texts are small on the way, too', () => {
  expect(packed(first.style).length).toBeLessThanOrEqual(8 * kb);
  const texts = Object.values(first.texts).map((name) => packed(name).length);
  console.info(`Style ${packed(first.style).length}, texts ${texts.join(' and ')} bytes gzipped.`);
  expect(Math.max(...texts)).toBeLessThanOrEqual(48 * kb);
});

it('nothing that it is given holds the code of the schemas, of the cloud or of a test', () => {
  const all = readdirSync(files)
    .filter((name) => name.endsWith('.js.gz'))
    .map((name) => plain(name.slice(0, -'.gz'.length)));
  expect(all.filter((script) => /aws-sdk|@smithy|vitest|\bZodMini/.test(script))).toEqual([]);
});

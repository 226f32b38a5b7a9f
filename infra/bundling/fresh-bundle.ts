import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/**
 * Size and time of each source of a bundle, and of each file that decides how it is bundled. A file written at `before`
 * (epoch, ms) or later counts as new.
 */
export function lookOfSources(root: string, metafile: Metafile, recipe: readonly string[], before = Infinity): string {
  const files = Object.keys(metafile.inputs).filter((path) => !path.includes(':'));
  return [...files, ...recipe]
    .map((path) => statSync(join(root, path), { throwIfNoEntry: false }))
    .map((file) => {
      if (file === undefined) return 'gone';
      // Written while bundling, so it is not known which of the two contents went in.
      return file.mtimeMs >= before ? 'new' : `${file.size}-${file.mtimeMs}`;
    })
    .join(' ');
}

/**
 * What a bundle is made of, if bundling again would make the same; else undefined. `<record>.json` is its metafile,
 * `<record>.sources` says how its sources looked. Imports name files, so no new file can slip in.
 */
export function freshBundle(root: string, record: string, recipe: readonly string[]): Metafile | undefined {
  if (!existsSync(`${record}.json`) || !existsSync(`${record}.sources`)) return undefined;
  const metafile = JSON.parse(readFileSync(`${record}.json`, 'utf8')) as Metafile;
  const complete = Object.entries(metafile.outputs).every(
    ([path, { bytes }]) => statSync(join(root, path), { throwIfNoEntry: false })?.size === bytes,
  );
  const unchanged = readFileSync(`${record}.sources`, 'utf8') === lookOfSources(root, metafile, recipe);
  return complete && unchanged ? metafile : undefined;
}

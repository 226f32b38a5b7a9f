import type { Change } from './mutant.ts';

/** The sources as the changes leave them, by file. Throws when a change does not fit its file. */
export function changed(changes: readonly Change[], read: (file: string) => string): Map<string, string> {
  const sources = new Map<string, string>();
  for (const { file, find, replace } of changes) {
    const source = sources.get(file) ?? read(file);
    if (source.split(find).length !== 2) throw new Error(`"${find}" does not stand in ${file} once.`);
    sources.set(
      file,
      source.replace(find, () => replace),
    );
  }
  return sources;
}

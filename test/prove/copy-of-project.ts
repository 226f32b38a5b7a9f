import { cpSync, globSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from './mutant.ts';

/** A copy of the project, in which one mutant lives after the other. */
export interface Copy {
  folder: string;
  /** Makes the changes; answers what takes them back. Throws when one does not fit its file. */
  change: (changes: readonly Change[], what: string) => () => void;
}

/** Copies the project, with what was bundled before and the times of all files: then only what changes is bundled anew. */
export function copyOfProject(root: string, folder: string): Copy {
  for (const part of ['functions', 'infra', 'shared', 'test', 'docs', 'build'])
    cpSync(join(root, part), join(folder, part), { recursive: true, preserveTimestamps: true });
  for (const name of globSync('*.{json,ts,md}', { cwd: root })) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    change: (changes, what) => {
      const before = changes.map(({ file, find, replace }) => {
        const path = join(folder, file);
        const source = readFileSync(path, 'utf8');
        if (source.split(find).length !== 2)
          throw new Error(`"${what}" does not fit ${file} any more: mend the mutant.`);
        const { atime, mtime } = statSync(path);
        writeFileSync(
          path,
          source.replace(find, () => replace),
        );
        return { path, source, atime, mtime };
      });
      return () => {
        // The last change first, because a file may have several. With the times it had, for what is bundled goes by them.
        for (const { path, source, atime, mtime } of before.toReversed()) {
          writeFileSync(path, source);
          utimesSync(path, atime, mtime);
        }
      };
    },
  };
}

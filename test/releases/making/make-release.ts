import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releasedChangelog } from './changelog.ts';

export interface Making {
  /** The folder of the repository. */
  root: string;
  version: string;
  /** The day that the changelog gives it, such as 2026-12-01. */
  date: string;
  /** Keeps what the release writes, in `test/releases/<version>/`. Throws when it refuses. */
  keep: (root: string, version: string) => void;
}

/** The releases that may follow: with something mended, something new, something that breaks. */
export function nextAfter(version: string): string[] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [`${major}.${minor}.${patch + 1}`, `${major}.${minor + 1}.0`, `${major + 1}.0.0`];
}

/**
 * Makes a release of what is committed. All is looked at before anything is written, and what is kept comes first, because
 * it may refuse. Commits nothing: somebody looks at it first.
 */
export function makeRelease({ root, version, date, keep }: Making): void {
  const read = (name: string): string => readFileSync(join(root, name), 'utf8');
  const { version: current } = JSON.parse(read('package.json')) as { version: string };
  const next = nextAfter(current);
  if (!next.includes(version)) throw new Error(`After ${current} comes ${next.join(' or ')}, not ${version}.`);
  const changed = uncommitted(root);
  if (changed.length > 0) throw new Error(`Not all is committed:\n${changed.slice(0, 5).join('\n')}`);
  const files = {
    'CHANGELOG.md': releasedChangelog(read('CHANGELOG.md'), version, date),
    'package.json': withVersion(read('package.json'), current, version, 1),
    // The lock file names it twice: for itself, and for the package at its root.
    'package-lock.json': withVersion(read('package-lock.json'), current, version, 2),
  };
  keep(root, version);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
}

/** What git would still have to add or commit. */
function uncommitted(root: string): string[] {
  const { stdout, status } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error('git does not say what is committed here.');
  return stdout.split('\n').filter((line) => line !== '');
}

/** The text with another version in its first lines of that kind, and every other byte as it is. */
function withVersion(text: string, from: string, to: string, times: number): string {
  const line = `"version": "${from}"`;
  const parts = text.split(line);
  if (parts.length <= times) throw new Error(`There is no line ${line} where it should be.`);
  return [parts.slice(0, times + 1).join(`"version": "${to}"`), ...parts.slice(times + 1)].join(line);
}

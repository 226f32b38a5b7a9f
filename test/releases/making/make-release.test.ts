import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRelease, nextAfter } from './make-release.ts';

const changelog = `# Changelog

## Unreleased

Can be gone back from: yes.

- Something new.

## 0.1.0 - 2026-11-23

The first release. Can be gone back from: no, there is nothing before it.
`;
const manifest = `{
  "name": "besa",
  "version": "0.1.0",
  "devDependencies": { "other": "0.1.0" }
}
`;
const lock = `{
  "name": "besa",
  "version": "0.1.0",
  "packages": {
    "": { "name": "besa", "version": "0.1.0" },
    "node_modules/other": { "version": "0.1.0" }
  }
}
`;

let root: string;
const path = (name: string): string => join(root, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');
const git = (...parts: string[]): string =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@besa.example', ...parts], {
    cwd: root,
    encoding: 'utf8',
  });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'besa-release-'));
  git('init', '--quiet');
  commit({ 'CHANGELOG.md': changelog, 'package.json': manifest, 'package-lock.json': lock });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function commit(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(path(name), text);
  git('add', '-A');
  git('commit', '--quiet', '--message', 'x');
}

function keep(_: string, version: string): void {
  mkdirSync(path(`test/releases/${version}`), { recursive: true });
  writeFileSync(path(`test/releases/${version}/events.json`), '[]\n');
}

const make = (version: string, keeping = keep): void => {
  makeRelease({ root, version, date: '2026-12-01', keep: keeping });
};

/** Nothing was written, kept or committed. */
function expectUntouched(): void {
  expect(git('status', '--porcelain')).toBe('');
  expect(git('log', '--oneline').trim().split('\n')).toHaveLength(1);
}

describe('making a release', () => {
  it('keeps it, and gives it its number and date in every place', () => {
    make('0.2.0');
    expect(existsSync(path('test/releases/0.2.0/events.json'))).toBe(true);
    expect(read('CHANGELOG.md')).toBe(changelog.replace('## Unreleased', '## 0.2.0 - 2026-12-01'));
    expect(read('package.json')).toBe(manifest.replace('"version": "0.1.0"', '"version": "0.2.0"'));
    const versions = JSON.parse(read('package-lock.json')) as {
      version: string;
      packages: Record<string, { version: string }>;
    };
    expect(versions.version).toBe('0.2.0');
    expect(versions.packages['']?.version).toBe('0.2.0');
    expect(versions.packages['node_modules/other']?.version).toBe('0.1.0');
  });

  it('leaves committing to whoever has looked at it', () => {
    make('0.2.0');
    const changed = git('status', '--porcelain').trimEnd().split('\n');
    expect(changed.map((line) => line.slice(3))).toEqual([
      'CHANGELOG.md',
      'package-lock.json',
      'package.json',
      'test/',
    ]);
  });

  it.each(
    [
      ['0.1.1', '0.2.0', '1.0.0'].map((next) => [next, true] as const),
      ['0.1.0', '0.1.2', '0.3.0', '0.2.1', '2.0.0', '0.2', 'next', '0.2.0-rc.1'].map((next) => [next, false] as const),
    ].flat(),
  )('%s follows 0.1.0: %s', (version, follows) => {
    expect(nextAfter('0.1.0').includes(version)).toBe(follows);
    if (follows) return;
    expect(() => {
      make(version);
    }).toThrow('After 0.1.0 comes 0.1.1 or 0.2.0 or 1.0.0');
    expectUntouched();
  });

  it.each([
    ['a changed file', 'package.json', `${manifest}\n`],
    ['a new file', 'notes.txt', 'x'],
  ])('is refused where %s is not committed', (_, name, text) => {
    writeFileSync(path(name), text);
    expect(() => {
      make('0.2.0');
    }).toThrow(`Not all is committed:\n`);
    expect(read('CHANGELOG.md')).toBe(changelog);
    expect(existsSync(path('test'))).toBe(false);
  });

  it.each([
    [
      'has nothing unreleased',
      changelog.replace('## Unreleased', '## 0.1.5 - 2026-11-30'),
      'nothing is to be released',
    ],
    ['does not say whether one can go back', changelog.replace('Can be gone back from: yes.', 'New.'), 'does not say'],
    ['leaves open whether one can go back', changelog.replace('from: yes.', 'from:'), 'does not say'],
    ['says nothing else', changelog.replace('- Something new.\n', ''), 'nothing else'],
  ])('is refused where the changelog %s', (_, text, reason) => {
    rmSync(path('.git'), { recursive: true });
    git('init', '--quiet');
    commit({ 'CHANGELOG.md': text });
    expect(() => {
      make('0.2.0');
    }).toThrow(reason);
    expectUntouched();
  });

  it('changes nothing where the release cannot be kept', () => {
    expect(() => {
      make('0.2.0', () => {
        throw new Error('0.2.0 is kept already.');
      });
    }).toThrow('kept already');
    expectUntouched();
  });
});

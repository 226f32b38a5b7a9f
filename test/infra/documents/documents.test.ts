import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = globSync(['*.md', '{docs,functions,infra,shared,test}/**/*.md']).sort();
const textOf = (file: string): string => readFileSync(file, 'utf8');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

/** The anchor a heading has in the rendered page. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(' ', '-');

describe.each(documents)('%s', (file) => {
  it('leads only to what is there', () => {
    const targets = [...textOf(file).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = '']) => target);
    const dead = targets.filter((target) => {
      const [path = '', anchor] = target.split('#');
      const there = path === '' ? file : join(dirname(file), path);
      if (!existsSync(there)) return true;
      if (anchor === undefined) return false;
      const anchors = [...textOf(there).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
      return !anchors.includes(anchor);
    });
    expect(dead).toEqual([]);
  });

  it('names only commands that exist', () => {
    const named = [...textOf(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

it('what is read above is not nothing', () => {
  expect(documents.length).toBeGreaterThan(20);
  expect(documents).toContain('docs/runbook.md');
});

import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const app = join(import.meta.dirname, '../../../functions/console/app');
/** What every page has is styled once for all rooms. */
const ofAll = ['frame', 'form'];

/** The class with which each rule of a stylesheet begins. */
function classesIn(file: string): string[] {
  const css = readFileSync(join(app, file), 'utf8');
  return [...css.matchAll(/^\s*\.([\w-]+)/gm)].map(([, name = '']) => name);
}

it('no class is styled by two rooms, so that neither draws the other', () => {
  const rooms = new Map<string, Set<string>>();
  const files = globSync('*/*.css', { cwd: app }).filter((file) => !ofAll.includes(basename(dirname(file))));
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) {
    for (const name of classesIn(file)) rooms.set(name, (rooms.get(name) ?? new Set()).add(dirname(file)));
  }
  expect([...rooms].filter(([, of]) => of.size > 1).map(([name, of]) => `${name}: ${[...of].join(', ')}`)).toEqual([]);
});

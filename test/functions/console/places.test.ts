import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { staffRoutes, type StaffFunction, type StaffRoute } from '#shared/contracts/http/staff/staff-routes.ts';

/*
 * Every route of the staff API has its place in the console, so that nothing needs another tool. docs/console.md says
 * which command stands where.
 */

const root = join(import.meta.dirname, '../../..');
const app = join(root, 'functions/console/app');

/**
 * Each file of the application by its path, without its comments: a path in a comment asks for nothing. What speaks to the
 * API for all of them is no place.
 */
const files = globSync('**/*.{ts,tsx}', { cwd: app, exclude: ['api/**'] }).map((path) => ({
  path,
  source: readFileSync(join(app, path), 'utf8').replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gmu, ''),
}));

type Route = Pick<StaffRoute, 'name' | 'method' | 'path'> & { servedBy: StaffFunction };

/** How a command is sent. A name alone does not tell `approval` of a case from `approval` of the directory. */
const sending: Readonly<Record<string, (name: string) => string>> = {
  'case-desk': (name) =>
    String.raw`<(?!CentreForm\b)\w+\s(?:(?!command=|<\w)[^])*?command="${name}"|\bcommand\(\s*'${name}'`,
  directory: (name) => String.raw`<CentreForm\s(?:(?!command=|<\w)[^])*?command="${name}"`,
  filing: (name) => String.raw`\b${name}\(body`,
};

/** How a path is asked, with something in the place of each blank. */
const asking = (path: string): string =>
  path.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/gu, String.raw`(?:\$\{[^}]+\}|\{\w+\})`) + '(?=[\'"`?$])';

/** The files of the application in which a route is used. */
function placesOf({ name, method, path, servedBy }: Route): string[] {
  const sent = method === 'POST' ? sending[servedBy]?.(name) : undefined;
  const used = new RegExp(sent ?? asking(path), 'u');
  return files.filter(({ source }) => used.test(source)).map((file) => file.path);
}

describe('every route of the staff API', () => {
  it('has its place in the console', () => {
    const without = staffRoutes().filter((route) => placesOf(route).length === 0);
    expect(without.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it.each<Route>([
    { name: 'praise', method: 'POST', path: '/v1/cases/{number}/praise', servedBy: 'case-desk' },
    { name: 'showPraise', method: 'GET', path: '/v1/cases/{number}/praise', servedBy: 'case-desk' },
    { name: 'search', method: 'POST', path: '/v1/search', servedBy: 'finding' },
    // The same name has a place, but for the other function.
    { name: 'claim', method: 'POST', path: '/v1/directory/claim', servedBy: 'directory' },
    { name: 'suspension', method: 'POST', path: '/v1/cases/{number}/suspension', servedBy: 'case-desk' },
  ])('is missed where it has none: $method $path', (route) => {
    expect(placesOf(route)).toEqual([]);
  });
});

describe('the table of commands in docs/console.md', () => {
  /** What each folder of the application sends. */
  const sent = staffRoutes()
    .filter(({ method }) => method === 'POST')
    .flatMap((route) => placesOf(route).map((path) => `${path.split('/')[0] ?? ''}: ${route.name}`));

  it('names every command in the row of each folder that sends it, and no other', () => {
    const docs = readFileSync(join(root, 'docs/console.md'), 'utf8');
    const rows = [...docs.matchAll(/^\| .+? \| `app\/(?<folder>[\w-]+)`\s+\| (?<names>.+?)\s+\|$/gmu)];
    const said = rows.flatMap(({ groups }) =>
      [...(groups?.['names'] ?? '').matchAll(/`(\w+)`/gu)].map(([, name]) => `${groups?.['folder']}: ${name}`),
    );
    expect(said.toSorted()).toEqual([...new Set(sent)].toSorted());
  });
});

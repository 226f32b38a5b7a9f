import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';
import type { StaffFunction } from '#shared/contracts/http/staff/staff-routes.ts';

type Paths = Readonly<Record<string, Readonly<Record<string, { summary: string }>>>>;

const marks = /<!-- routes -->[^]*<!-- \/routes -->/;

/**
 * A function's README, with the table of its routes as they are now: each with what the staff API's document says that it
 * is for. What stands around the table is written by hand.
 */
export function readmeWithRoutes(servedBy: StaffFunction, document: Readonly<Record<string, unknown>>): string {
  const paths = document['paths'] as Paths;
  const readme = readFileSync(join(import.meta.dirname, '../../functions', servedBy, 'README.md'), 'utf8');
  if (!marks.test(readme)) throw new Error(`The README of ${servedBy} has no place for its routes.`);
  const rows = staffRoutes()
    .filter((route) => route.servedBy === servedBy)
    .map(({ method, path, needsIfMatch }) => {
      const summary = paths[path]?.[method.toLowerCase()]?.summary ?? '';
      return `| \`${method} ${path}\` | ${summary} | ${needsIfMatch === true ? '`If-Match`' : '–'} |`;
    });
  const table = ['| Method and path | What it does | Needs |', '|---|---|---|', ...rows].join('\n');
  return readme.replace(marks, () => `<!-- routes -->\n\n${table}\n\n<!-- /routes -->`);
}

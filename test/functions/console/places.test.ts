import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';

const app = join(import.meta.dirname, '../../../functions/console/app');
const source = globSync('**/*.{ts,tsx}', { cwd: app })
  .map((file) => readFileSync(join(app, file), 'utf8'))
  .join('\n');

/** Where the console sends a command: a form or a button of it, a panel, or a call by its name. */
function isSent(name: string): boolean {
  return new RegExp(
    `\\b(?:command|fileReport|directoryCommand)(?:=|\\(|: )\\{?["']${name}["']|^  ${name}: \\{|\\b${name}\\(`,
    'm',
  ).test(source);
}

/** Where it asks: the path is written, with something in the place of each blank. */
function isAsked(path: string): boolean {
  const written = path
    .replaceAll(/[.?]/g, String.raw`\$&`)
    .replaceAll(/\{\w+\}/g, String.raw`(?:\$\{[^}]+\}+|\{\w+\})`);
  return new RegExp(`${written}(?=[\`'"?$])`).test(source);
}

it('every route of the staff API has its place in the console', () => {
  const without = staffRoutes().filter(({ name, path }) => !isSent(name) && !isAsked(path));
  expect(without.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

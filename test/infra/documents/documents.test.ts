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

interface Named {
  script: string;
  option: string;
}

/** Options behind `npm run x --` up to the end of that code; in the row of a table about the command, whole code spans. */
function optionsNamed(text: string): Named[] {
  const calls = [...text.matchAll(/npm (?:run )?([\w:-]+) -- ([^`|)#\n]*)/g)];
  const rows = [...text.matchAll(/^\| `npm run ([\w:-]+)` +\|(.*)$/gm)].flatMap(([row, script = '']) =>
    [...row.matchAll(/`(--[^`]*)`/g)].map(([, span = '']) => ['', script, span]),
  );
  return [...calls, ...rows].flatMap(([, script = '', rest = '']) =>
    [...rest.matchAll(/(?<=^|[\s`[])--([a-z][\w-]*)/g)].map(([, option = '']) => ({ script, option })),
  );
}

/** Whether the script's file, or one beside it, reads that option. What `deploy` is given goes to the CDK as it is. */
function takes(script: string, option: string): boolean {
  const entry = /[\w/.-]+\.ts$/.exec(scripts[script] ?? '')?.[0];
  if (entry === undefined) return false;
  const reads = new RegExp(`'--${option}'|^\\s*'?${option}'?: \\{ type: '|[{,] '?${option}'?: \\{ type: '`, 'm');
  return globSync(`${dirname(entry)}/*.ts`).some((file) => reads.test(textOf(file)));
}

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

  it('gives to commands only options that they take', () => {
    expect(optionsNamed(textOf(file)).filter(({ script, option }) => !takes(script, option))).toEqual([]);
  });

  it('makes accounts whose mail leaves, at an address that counts as confirmed', () => {
    const made = [...textOf(file).matchAll(/aws cognito-idp admin-create-user(?:[^\n]*\\\n)*[^\n]*/g)].map(
      ([all]) => all,
    );
    const sent = '--desired-delivery-mediums EMAIL';
    const confirmed = ['Name=email,Value=', 'Name=email_verified,Value=true'];
    const needs = (command: string) => (command.includes('--message-action RESEND') ? [sent] : [sent, ...confirmed]);
    expect(made.filter((command) => !needs(command).every((one) => command.includes(one)))).toEqual([]);
  });

  it('names only commands that exist', () => {
    const named = [...textOf(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

it('what is read above is not nothing', () => {
  expect(optionsNamed('| `npm run sim` | or `-- --seed 7` |')).toEqual([{ script: 'sim', option: 'seed' }]);
  expect(optionsNamed('npm start -- --port 3000 [--sample]\n--elsewhere').map(({ option }) => option)).toEqual([
    'port',
    'sample',
  ]);
  expect(takes('sim', 'seed')).toBe(true);
  expect(takes('sim', 'sead')).toBe(false);
  expect(documents.flatMap((file) => optionsNamed(textOf(file))).length).toBeGreaterThan(30);
  expect(documents.length).toBeGreaterThan(20);
  expect(documents).toContain('docs/runbook.md');
});

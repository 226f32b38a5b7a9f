import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reactors, topology } from '#shared/contracts/events/consumers.ts';
import { staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';

const textOf = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

describe('what is written beside the code', () => {
  it.each(reactors)('names the events that trigger a function, and no other: %s', (reactor) => {
    const line = textOf(`functions/${reactor}/README.md`)
      .split('\n')
      .find((one) => one.includes('**Triggered by**'));
    const named = [...(line ?? '').matchAll(/`([a-z]+\.[a-z_]+)`/g)].map(([, name = '']) => name);
    expect(new Set(named)).toEqual(new Set(topology[reactor]));
  });

  it.each(['access-log', 'case-desk', 'directory', 'filing', 'finding', 'information'] as const)(
    'lists the routes of %s, and no other',
    (name) => {
      const readme = textOf(`functions/${name}/README.md`);
      const [, under = ''] = /\(under `([^`]+)`\)/.exec(readme) ?? [];
      const table = readme.split('\n').filter((line) => line.startsWith('|'));
      const listed = [...table.join('\n').matchAll(/`(GET|POST) ([^`?]+)[^`]*`/g)].map(([, method, path = '']) =>
        path.startsWith('/') ? `${method} ${path}` : `${method} ${under}/${path}`,
      );
      const served = staffRoutes().filter(({ servedBy }) => servedBy === name);
      expect(new Set(listed)).toEqual(new Set(served.map(({ method, path }) => `${method} ${path}`)));
    },
  );

  it('draws every function into the picture of the flow', () => {
    const picture =
      textOf('README.md')
        .split('```')
        .find((block) => block.includes('CaseEvents')) ?? '';
    const functions = readdirSync(new URL('../../../functions', import.meta.url));
    expect(functions.filter((name) => !picture.includes(name))).toEqual([]);
  });

  it('shows in CONTRIBUTING only code that stands in a file which it names', () => {
    const page = textOf('CONTRIBUTING.md');
    const inOneLine = (code: string): string => code.replaceAll(/\s+/g, ' ').trim();
    const blocks = [...page.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => inOneLine(code));
    const named = [...page.matchAll(/\]\(([^)]+\.ts)\)/g)].map(([, file = '']) => inOneLine(textOf(file)));
    expect(blocks.length).toBeGreaterThan(5);
    expect(blocks.filter((block) => !named.some((text) => text.includes(block)))).toEqual([]);
  });

  it('gives every decision record a number of its own', () => {
    const files = readdirSync(new URL('../../../docs/decisions', import.meta.url)).filter(
      (name) => name !== 'README.md',
    );
    const numbers = files.map((name) => name.slice(0, 3));
    expect(numbers).toEqual([...new Set(numbers)]);
    expect(numbers.length).toBeGreaterThan(40);
  });

  it('has a line for every decision record in their index, under its own number', () => {
    const folder = new URL('../../../docs/decisions', import.meta.url);
    const index = textOf('docs/decisions/README.md');
    const records = readdirSync(folder).filter((name) => name !== 'README.md');
    expect(records.filter((name) => !index.includes(`- [${name.slice(0, 3)}](${name}) `))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reactors, topology } from '#shared/contracts/events/consumers.ts';

const textOf = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

describe('what is written beside the code', () => {
  it.each(reactors)('names the events that trigger a function, and no other: %s', (reactor) => {
    const line = textOf(`functions/${reactor}/README.md`)
      .split('\n')
      .find((one) => one.includes('**Triggered by**'));
    const named = [...(line ?? '').matchAll(/`([a-z]+\.[a-z_]+)`/g)].map(([, name = '']) => name);
    expect(new Set(named)).toEqual(new Set(topology[reactor]));
  });

  it('draws every function into the picture of the flow', () => {
    const picture =
      textOf('README.md')
        .split('```')
        .find((block) => block.includes('CaseEvents')) ?? '';
    const functions = readdirSync(new URL('../../../functions', import.meta.url));
    expect(functions.filter((name) => !picture.includes(name))).toEqual([]);
  });

  it('gives every decision record a number of its own', () => {
    const files = readdirSync(new URL('../../../docs/decisions', import.meta.url)).filter(
      (name) => name !== 'README.md',
    );
    const numbers = files.map((name) => name.slice(0, 3));
    expect(numbers).toEqual([...new Set(numbers)]);
    expect(numbers.length).toBeGreaterThan(40);
  });
});

import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles } from '#test/support/source-files.ts';

const mostFiles = 15;
const product = ['functions', 'shared', 'infra'].flatMap(sourceFiles);

describe('The folders of the product', () => {
  it('hold no more files than a newcomer can look over', () => {
    const folders = Map.groupBy(product, dirname);
    expect(folders.size).toBeGreaterThan(50);
    const crowded = [...folders].filter(([, files]) => files.length > mostFiles).map(([folder]) => folder);
    expect(crowded).toEqual([]);
  });

  it('keep what runs in a function apart from what deploys it', () => {
    const running = product.filter((file) => !file.startsWith('infra/'));
    const upward = running.filter((file) => importsOf(file).some((imported) => imported.startsWith('infra/')));
    expect(upward).toEqual([]);
  });

  it('use nothing of the tests', () => {
    const tested = product.filter((file) => importsOf(file).some((imported) => imported.startsWith('test/')));
    expect(tested).toEqual([]);
  });
});

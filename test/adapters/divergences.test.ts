import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { divergences } from './divergences.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8');
const sentences = Object.keys(divergences);

describe('What the databases of the tests do otherwise than DynamoDB', () => {
  it('is of cases that both are asked', () => {
    const cases = globSync('**/*.test.ts', { cwd: import.meta.dirname })
      .map(read)
      .join('\n');
    expect(sentences.filter((sentence) => !cases.includes(`'${sentence}'`))).toEqual([]);
  });

  it('is told to readers, each with its reason', () => {
    const told = read('../sim/README.md');
    const rows = Object.entries(divergences).map(
      ([sentence, { engine, because }]) => `| ${engine} | ${sentence} | ${because} |`,
    );
    const lines = new Set(told.split('\n').map((line) => line.replaceAll(/ +/gu, ' ').trim()));
    expect(rows.filter((row) => !lines.has(row))).toEqual([]);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sweepBounds, valueOf } from '#infra/documents/sweep-bounds.ts';
import { metrics } from '#shared/lambda/log/metrics.ts';

/** The code of the sweeps, besides that of mails, whose bounds stand with them. */
const files = globSync([
  'functions/{escalation,retention,sweeper}/*.ts',
  'shared/adapters/aws/erasing/*.ts',
  'shared/adapters/aws/events/pending-events.ts',
  'shared/adapters/aws/directory/directory-notices.ts',
  'shared/adapters/aws/figures/*.ts',
  'shared/lambda/time-left.ts',
]).filter((file) => file !== 'functions/escalation/send-due-mails.ts');

/** Names that say how many or for how long. A pause between two tries bounds nothing. */
const isBound = (name: string): boolean => /(?:atOnce|AtOnce|AtMost|PerShard|PerSweep|OfShard|Ms)$/.test(name);

it('every number that bounds a sweep stands in the table, with what happens beyond it', () => {
  const found = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:export )?const (\w+) = [\d_* ]+;/gm)]
      .map(([, name = '']) => name)
      .filter(isBound)
      .map((constant) => `${file} ${constant}`),
  );
  const listed = sweepBounds
    .filter(({ constant }) => constant !== '')
    .map(({ file, constant }) => `${file} ${constant}`);
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter((one) => !listed.includes(one))).toEqual([]);
});

it('the table speaks of what is there: each constant has a value, each measurement exists', () => {
  const withoutValue = sweepBounds.filter((bound) => bound.constant !== '' && valueOf(bound) === undefined);
  const unknown = sweepBounds.filter(({ measuredBy }) => measuredBy !== undefined && !(measuredBy in metrics));
  const unsaid = sweepBounds.filter(({ beyond }) => beyond === '');
  expect([withoutValue, unknown, unsaid]).toEqual([[], [], []]);
});

it('every sweep that may leave work has a measurement of it', () => {
  const measured = new Set(sweepBounds.flatMap(({ measuredBy }) => measuredBy ?? []));
  expect([...measured].sort()).toEqual(
    Object.keys(metrics)
      .filter((name) => name.endsWith('LeftUndone'))
      .sort(),
  );
});

import { expect, it } from 'vitest';
import { visitKeeper } from '#shared/use-cases/visit-keeper.ts';

const visit = '00000000-0000-4000-8000-00000000000a';
const form = new Map([['visit', [visit]]]);

it('leaving waits for no database that fails, and words that were typed come back', async () => {
  const lines: unknown[] = [];
  const keeper = visitKeeper({
    visits: { end: () => Promise.reject(new Error('canary')), hasEnded: () => Promise.reject(new Error('canary')) },
    log: (...line) => lines.push(line),
  });
  await keeper.end(form);
  expect(await keeper.hasEnded(form)).toBe(false);
  expect(lines).toEqual([
    ['visit_unknown', { errorName: 'Error' }],
    ['visit_unknown', { errorName: 'Error' }],
  ]);
});

it('asks of nothing that is no visit', async () => {
  const asked: string[] = [];
  const visits = {
    end: (one: string) => Promise.resolve(void asked.push(one)),
    hasEnded: (one: string) => Promise.resolve(asked.push(one) > 0),
  };
  const keeper = visitKeeper({ visits, log: () => undefined });
  for (const one of ['', 'x', `${visit}0`, visit.toUpperCase()]) {
    await keeper.end(new Map([['visit', [one]]]));
    expect(await keeper.hasEnded(new Map([['visit', [one]]]))).toBe(false);
  }
  expect(asked).toEqual([]);
  await keeper.end(form);
  expect(await keeper.hasEnded(form)).toBe(true);
  expect(asked).toEqual([visit, visit]);
});

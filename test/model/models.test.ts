import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { besa as besasDelivery, deliveryModel, rejectedDeliveries } from './delivery.ts';
import { explore, step, type Model } from './explore.ts';
import { besa as besasTimers, rejectedTimers, timerModel } from './timers.ts';

/** `npm run prove` looks with six. */
const faults = Number(process.env['BESA_MODEL_FAULTS'] ?? 3);
const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'delivery.md'), 'utf8').replaceAll(/\s+/g, ' ');

describe.each([
  ['delivery', deliveryModel(besasDelivery) as Model<unknown>, 40_000],
  ['timers', timerModel(besasTimers) as Model<unknown>, 1_000],
])('the design of %s', (_, model, atLeast) => {
  it(`keeps its promises in every state that ${faults} faults can lead to`, { timeout: 300_000 }, () => {
    const { states, violation } = explore(model, faults);
    expect(violation).toBeUndefined();
    expect(states).toBeGreaterThan(atLeast);
  });
});

const rejected = [
  ...Object.entries(rejectedDeliveries).map(
    ([name, design]) => [name, deliveryModel(design) as Model<unknown>] as const,
  ),
  ...Object.entries(rejectedTimers).map(([name, design]) => [name, timerModel(design) as Model<unknown>] as const),
];

describe.each(rejected)('the rejected design "%s"', (name, model) => {
  it('breaks, by the history that docs/delivery.md tells', () => {
    const { violation } = explore(model, 2);
    if (violation === undefined) throw new Error('It broke nothing.');
    expect(page).toContain(`**${name}** ${violation.what} ${violation.history.join(', ')}.`);
  });
});

describe('the explorer', () => {
  const counts = (moves: Model<number>['moves']): Model<number> => ({
    initial: 0,
    moves,
    broken: (at) => (at > 2 ? 'It is more than two.' : undefined),
    unfinished: (at) => (at < 2 ? 'It is less than two.' : undefined),
  });

  it('finds what must never be, by the shortest way', () => {
    const model = counts((at) => [step('one', at + 1), step('two', at + 2)]);
    expect(explore(model, 0).violation).toEqual({ what: 'It is more than two.', faults: 0, history: ['one', 'two'] });
  });

  it('finds what never comes about', () => {
    const model = counts((at) => (at === 0 ? [step('one', 1)] : []));
    expect(explore(model, 0).violation).toEqual({ what: 'It is less than two.', faults: 0, history: ['one'] });
  });

  it('finds what can be put off forever', () => {
    const model = counts((at) => (at === 2 ? [] : [step('on', at + 1), step('back', 0)]));
    expect(explore(model, 0).violation?.what).toBe('Steps go in a circle.');
  });
});

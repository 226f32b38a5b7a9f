import { describe, expect, it } from 'vitest';
import { templatesOf } from '#test/infra/templates.ts';
import { hindrances } from './compare-stacks.ts';
import { keptVersions, readRelease } from './kept-release.ts';
import { holdsData, stacksOf, type KeptStacks } from './kept-resources.ts';

/** What a later release may give another id, by stack and logical id as 0.1.0 had it: nothing is stored under it. */
const letGo: Readonly<Record<string, string>> = {
  'service AlarmsKey3C2381B3': 'It seals alarms on their way. It moved to the data stack with their topics.',
};

/** One stage that keeps its data and one that does not: the others are made alike, and each takes seconds to make. */
const compared = ['local', 'prod'];

const keptStacks = (version: string, stage: string): KeptStacks => readRelease(version).resources[stage] as KeptStacks;

/** Each release with the one that follows it; the last one with today's. */
const followed = keptVersions().flatMap((version, index, all) =>
  compared.map((stage) => ({ version, stage, next: all[index + 1] })),
);

describe.each(followed)('the stacks of $stage since $version', { timeout: 60_000 }, ({ version, stage, next }) => {
  const before = keptStacks(version, stage);

  it('hold tables, keys and pools of every kind that lasts', () => {
    const all = Object.values(before).flatMap(({ resources }) => Object.values(resources));
    const types = new Set(all.flatMap((resource) => (typeof resource === 'string' ? [] : [resource.type])));
    expect([...types]).toEqual(expect.arrayContaining([...holdsData]));
  });

  it('can be deployed over, and gone back to over the data stack that followed', async () => {
    const after = next === undefined ? stacksOf(await templatesOf(stage)) : keptStacks(next, stage);
    expect(hindrances(before, after).filter(({ place }) => letGo[place] === undefined)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { templatesOf } from '#test/infra/templates.ts';
import { keptVersions, readRelease } from './kept-release.ts';
import { lasting, stacksOf, type KeptStacks, type LastingResource } from './kept-resources.ts';

/** Tables, keys, pools: by stack and logical id. */
function lastingOf(stacks: KeptStacks): [place: string, resource: LastingResource][] {
  return Object.entries(stacks).flatMap(([stack, { resources }]) =>
    Object.entries(resources).flatMap(([id, resource]): [string, LastingResource][] =>
      typeof resource === 'string' ? [] : [[`${stack} ${id}`, resource]],
    ),
  );
}

/** What CloudFormation would replace the resource for. An index can be added or taken away. */
const identityOf = ({ type, identity }: LastingResource): object =>
  type === 'AWS::DynamoDB::Table'
    ? { type, TableName: identity['TableName'], KeySchema: identity['KeySchema'] }
    : { type, ...identity };

/** What a later release may give another id, by stack and logical id as 0.1.0 had it: nothing is stored under it. */
const letGo: Readonly<Record<string, string>> = {
  'service AlarmsKey3C2381B3': 'It seals alarms on their way. It moved to the data stack with their topics.',
};

/** One stage that keeps its data and one that does not: the others are made alike, and each takes seconds to make. */
const compared = ['local', 'prod'];

const kept = keptVersions().flatMap((version) =>
  Object.entries(readRelease(version).resources)
    .filter(([stage]) => compared.includes(stage))
    .map(([stage, stacks]) => ({
      version,
      stage,
      stacks: stacks as KeptStacks,
    })),
);

describe.each(kept)('the stacks of $stage since $version', { timeout: 60_000 }, ({ stage, stacks }) => {
  it('hold tables, keys and pools of every kind that lasts', () => {
    const types = new Set(lastingOf(stacks).map(([, { type }]) => type));
    expect([...types].toSorted()).toEqual(Object.keys(lasting).toSorted());
  });

  it('give no table, key or pool another logical id or another identity', async () => {
    const today = Object.fromEntries(lastingOf(stacksOf(await templatesOf(stage))));
    const keeps = lastingOf(stacks).filter(([place]) => letGo[place] === undefined);
    const before = keeps.map(([place, resource]) => [place, identityOf(resource)] as const);
    const now = before.map(
      ([place]) => [place, today[place] === undefined ? 'gone' : identityOf(today[place])] as const,
    );
    expect(Object.fromEntries(now)).toEqual(Object.fromEntries(before));
  });
});

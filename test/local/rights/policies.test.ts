import { describe, expect, it } from 'vitest';
import { readPolicies } from '#infra/local/rights/policies.ts';
import type { AccessCheck } from '#infra/local/rights/policies.ts';
import type { Resource } from '#infra/local/template/template.ts';

const roleArn = 'arn:aws:iam::000000000000:role/R';
const table = 'arn:aws:dynamodb:eu-south-1:000000000000:table/T';
const key = 'arn:aws:kms:eu-south-1:000000000000:key/K';
const root = { AWS: 'arn:aws:iam::000000000000:root' };

const resource = (type: string, arn: string, properties: Record<string, unknown>): Resource => ({
  stack: 'S',
  logicalId: arn.split('/').pop() ?? arn,
  type,
  name: arn.split('/').pop() ?? arn,
  ref: arn.split('/').pop() ?? arn,
  arn,
  properties,
});

const trust = { Statement: [{ Principal: { Service: 'lambda.amazonaws.com' } }] };
const role = (...statements: object[]): Resource =>
  resource('AWS::IAM::Role', roleArn, {
    AssumeRolePolicyDocument: trust,
    Policies: [{ PolicyDocument: { Statement: statements } }],
  });

function may(
  resources: Resource[],
  action: string,
  on: string,
  context: AccessCheck['context'] = {},
): boolean | undefined {
  return readPolicies(resources).get(roleArn)?.may({ action, resource: on, context });
}
const allow = (Action: string | string[], Resource: string | string[], Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});
const deny = (Action: string, Resource: string) => ({ Effect: 'Deny', Action, Resource });

describe('what a role may do', () => {
  it('is nothing that its policy does not name', () => {
    const one = [role(allow('dynamodb:GetItem', table))];
    expect(may(one, 'dynamodb:GetItem', table)).toBe(true);
    expect(may(one, 'dynamodb:PutItem', table)).toBe(false);
    expect(may(one, 'dynamodb:GetItem', `${table}2`)).toBe(false);
    expect(may(one, 'dynamodb:GetItem', `${table}/index/due`)).toBe(false);
  });

  it('follows wildcards in actions and resources, and not beyond them', () => {
    const one = [role(allow('dynamodb:Get*', `${table}/index/*`))];
    expect(may(one, 'dynamodb:GetItem', `${table}/index/due`)).toBe(true);
    expect(may(one, 'dynamodb:Query', `${table}/index/due`)).toBe(false);
    expect(may(one, 'dynamodb:GetItem', table)).toBe(false);
  });

  it('reads actions without regard to case, as IAM does', () => {
    expect(may([role(allow('DynamoDB:getitem', table))], 'dynamodb:GetItem', table)).toBe(true);
  });

  it('ends at an explicit deny', () => {
    expect(
      may([role(allow('dynamodb:*', table), deny('dynamodb:DeleteItem', '*'))], 'dynamodb:DeleteItem', table),
    ).toBe(false);
  });

  it('includes policies attached from elsewhere in the template', () => {
    const attached = resource('AWS::IAM::Policy', 'P', {
      Roles: ['R'],
      PolicyDocument: { Statement: [allow('sqs:SendMessage', 'arn:aws:sqs:::q')] },
    });
    expect(may([role(), attached], 'sqs:SendMessage', 'arn:aws:sqs:::q')).toBe(true);
  });

  it('is not decided by a managed policy: that stops the start', () => {
    const managed = resource('AWS::IAM::Role', roleArn, {
      AssumeRolePolicyDocument: trust,
      ManagedPolicyArns: ['arn:…'],
    });
    expect(() => readPolicies([managed])).toThrow(/managed policy/u);
  });

  it.each([
    ['an unknown condition key', { StringEquals: { 'aws:RequestedRegion': 'x' } }],
    ['an unknown operator', { NumericLessThan: { 'dynamodb:Select': '1' } }],
  ])('is not guessed where a condition has %s: that stops the start', (_, condition) => {
    expect(() => readPolicies([role(allow('dynamodb:GetItem', table, condition))])).toThrow(/the policy condition/u);
  });

  it('is not guessed where a statement says NotAction: that stops the start', () => {
    expect(() => readPolicies([role({ Effect: 'Allow', NotAction: 'x', Resource: '*' })])).toThrow(/policy of R/u);
  });
});

describe('a condition', () => {
  const holds = (condition: object, context: AccessCheck['context']): boolean | undefined =>
    may([role(allow('dynamodb:GetItem', table, condition))], 'dynamodb:GetItem', table, context);
  const keys = 'dynamodb:LeadingKeys';
  const attributes = 'dynamodb:Attributes';

  it.each([
    ['equal', { StringEquals: { [keys]: 'a' } }, { [keys]: ['a'] }, true],
    ['not equal', { StringEquals: { [keys]: 'a' } }, { [keys]: ['b'] }, false],
    ['absent', { StringEquals: { [keys]: 'a' } }, {}, false],
    ['absent, if it exists', { StringEqualsIfExists: { [keys]: 'a' } }, {}, true],
    ['other, if it exists', { StringEqualsIfExists: { [keys]: 'a' } }, { [keys]: 'b' }, false],
    ['absent, negated', { StringNotEquals: { [keys]: 'a' } }, {}, true],
    ['equal, negated', { StringNotEquals: { [keys]: 'a' } }, { [keys]: 'a' }, false],
    ['like', { StringLike: { [keys]: 'REQUEST#*' } }, { [keys]: ['REQUEST#1'] }, true],
    ['not like', { StringLike: { [keys]: 'REQUEST#*' } }, { [keys]: ['CASE#REQUEST#1'] }, false],
    ['several where one is compared', { StringEquals: { [keys]: ['a', 'b'] } }, { [keys]: ['a', 'b'] }, false],
    ['one of several wanted', { StringEquals: { [keys]: ['a', 'b'] } }, { [keys]: 'b' }, true],
    [
      'all of several given',
      { 'ForAllValues:StringEquals': { [attributes]: ['a', 'b'] } },
      { [attributes]: ['a', 'b'] },
      true,
    ],
    [
      'not all of several given',
      { 'ForAllValues:StringEquals': { [attributes]: ['a'] } },
      { [attributes]: ['a', 'c'] },
      false,
    ],
    ['all of nothing', { 'ForAllValues:StringEquals': { [attributes]: ['a'] } }, {}, true],
    [
      'any of several given',
      { 'ForAnyValue:StringEquals': { [attributes]: ['a'] } },
      { [attributes]: ['c', 'a'] },
      true,
    ],
    ['any of nothing', { 'ForAnyValue:StringEquals': { [attributes]: ['a'] } }, {}, false],
    ['null, absent', { Null: { [keys]: 'true' } }, {}, true],
    ['null, present', { Null: { [keys]: 'true' } }, { [keys]: 'a' }, false],
    ['not null, present', { Null: { [keys]: 'false' } }, { [keys]: 'a' }, true],
    ['a dot is a dot', { StringLike: { [keys]: 'a.c*' } }, { [keys]: 'abc' }, false],
    ['true', { Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:SecureTransport': 'true' }, true],
    ['false', { Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': 'true' }, false],
    ['two keys, both', { StringEquals: { [keys]: 'a', [attributes]: 'b' } }, { [keys]: 'a', [attributes]: 'b' }, true],
    ['two keys, one', { StringEquals: { [keys]: 'a', [attributes]: 'b' } }, { [keys]: 'a' }, false],
  ])('on a value that is %s', (_, condition, context, expected) => {
    expect(holds(condition, context)).toBe(expected);
  });
});

describe('a key', () => {
  const keyWith = (...statements: object[]): Resource =>
    resource('AWS::KMS::Key', key, { KeyPolicy: { Statement: statements } });
  const forAccount = { Effect: 'Allow', Principal: root, Action: 'kms:*', Resource: '*' };
  const decrypts = role(allow('kms:Decrypt', key));

  it('needs both its own policy and the role’s where it leaves the decision to the account', () => {
    expect(may([decrypts, keyWith(forAccount)], 'kms:Decrypt', key)).toBe(true);
    expect(may([role(), keyWith(forAccount)], 'kms:Decrypt', key)).toBe(false);
    expect(may([decrypts, keyWith()], 'kms:Decrypt', key)).toBe(false);
  });

  it('may be given to a role by its own policy alone', () => {
    const given = { Effect: 'Allow', Principal: { AWS: roleArn }, Action: 'kms:Decrypt', Resource: '*' };
    expect(may([role(), keyWith(given)], 'kms:Decrypt', key)).toBe(true);
  });

  it('refuses everybody without the encryption context its policy demands', () => {
    const demanded = {
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { Null: { 'kms:EncryptionContext:caseId': 'true' } },
    };
    const keyed = [decrypts, keyWith(forAccount, demanded)];
    expect(may(keyed, 'kms:Decrypt', key)).toBe(false);
    expect(may(keyed, 'kms:Decrypt', key, { 'kms:EncryptionContext:caseId': 'x' })).toBe(true);
  });

  it('does not care what its policy says of services', () => {
    const service = { Effect: 'Deny', Principal: { Service: 'x.amazonaws.com' }, Action: 'kms:Decrypt', Resource: '*' };
    expect(may([decrypts, keyWith(forAccount, service)], 'kms:Decrypt', key)).toBe(true);
  });
});

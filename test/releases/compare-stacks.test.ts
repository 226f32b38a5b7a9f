import { describe, expect, it } from 'vitest';
import { hindrances } from './compare-stacks.ts';
import type { KeptStack, KeptStacks, LastingResource } from './kept-resources.ts';

const index = (name: string, sortKey = `${name}Sk`) => ({
  IndexName: name,
  KeySchema: [
    { AttributeName: `${name}Pk`, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ],
  Projection: { ProjectionType: 'ALL' },
});

const table = (indexes = [index('due')], keys = ['pk', 'sk'], attributes = { pk: 'S', sk: 'S' }): LastingResource => ({
  type: 'AWS::DynamoDB::Table',
  identity: {
    KeySchema: keys.map((AttributeName, at) => ({ AttributeName, KeyType: at === 0 ? 'HASH' : 'RANGE' })),
    AttributeDefinitions: Object.entries(attributes).map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    GlobalSecondaryIndexes: indexes,
  },
  deletionPolicy: 'Retain',
});

const key: LastingResource = { type: 'AWS::KMS::Key', identity: { KeySpec: 'HMAC_256' }, deletionPolicy: 'Retain' };
const queue: LastingResource = { type: 'AWS::SQS::Queue', identity: {}, deletionPolicy: 'Delete' };

/** Two stacks: the second reads the table's name of the first, and not the key. */
function release(resources: KeptStack['resources'] = {}, data: Partial<KeptStack> = {}): KeptStacks {
  return {
    data: {
      resources: { Cases: table(), Content: key, Role: 'AWS::IAM::Role', ...resources },
      exports: ['KeyArn', 'TableName'],
      values: { KeyArn: { 'Fn::GetAtt': ['Content', 'Arn'] }, TableName: { Ref: 'Cases' } },
      imports: [],
      ...data,
    },
    reactors: { resources: { Triage: queue }, exports: [], values: {}, imports: ['TableName'] },
  };
}

const said = (after: KeptStacks, before = release()): string[] =>
  hindrances(before, after).map(({ place, says }) => `${place}: ${says}`);

describe('between two releases', () => {
  it('nothing hinders the same one, or one with something more', () => {
    expect(said(release())).toEqual([]);
    const more = release({
      Cases: table([index('due'), index('asked')]),
      Desk: key,
      Role: 'AWS::IAM::Policy',
    });
    more['console'] = { resources: {}, exports: ['New'], values: { New: 1 }, imports: ['KeyArn'] };
    expect(said(more)).toEqual([]);
  });

  it.each<[string, KeptStack['resources'], string]>([
    [
      'a key of another kind',
      { Content: { ...key, identity: { KeySpec: 'RSA_2048' } } },
      'Content: the AWS::KMS::Key would be replaced',
    ],
    [
      'a table with another sort key',
      { Cases: table([index('due')], ['pk', 'at']) },
      'Cases: the AWS::DynamoDB::Table would be replaced',
    ],
    ['a table of another type', { Cases: key }, 'Cases: the AWS::DynamoDB::Table has become another thing'],
    [
      'a key that nobody retains',
      { Content: { ...key, deletionPolicy: 'Delete' } },
      'Content: the AWS::KMS::Key would go with its stack',
    ],
    [
      'two more indexes',
      { Cases: table([index('due'), index('asked'), index('kept')]) },
      'Cases: only one index can change in a release: asked, kept',
    ],
    [
      'an index in the place of another',
      { Cases: table([index('asked')]) },
      'Cases: only one index can change in a release: due, asked',
    ],
    [
      'an index by another attribute',
      { Cases: table([index('due', 'at')]) },
      'Cases: an index cannot become another one: due',
    ],
    [
      'an attribute of another type',
      { Cases: table([index('due')], ['pk', 'sk'], { pk: 'S', sk: 'N' }) },
      'Cases: an attribute has another type: sk',
    ],
  ])('%s hinders', (_, resources, expected) => {
    expect(said(release(resources))).toEqual([`data ${expected}`]);
  });

  it('a key that is retained except while it is made is retained', () => {
    expect(said(release({ Content: { ...key, deletionPolicy: 'RetainExceptOnCreate' } }))).toEqual([]);
  });

  it('a table, a queue or a whole stack that is gone hinders', () => {
    const { data, ...others } = release();
    const renamed = { ...data, resources: { CasesAnew: table(), Content: key } } as KeptStack;
    expect(said({ ...others, data: renamed })).toEqual(['data Cases: the AWS::DynamoDB::Table is gone']);
    expect(said({ data: data as KeptStack })).toEqual(['reactors Triage: the AWS::SQS::Queue is gone']);
  });

  it('an export that is read stays as it is; one that nobody reads may go', () => {
    expect(said(release({}, { exports: ['TableName'] }))).toEqual([]);
    expect(said(release({}, { exports: ['KeyArn'] }))).toEqual(['TableName: the export is gone']);
    const moved = { KeyArn: { Ref: 'Other' }, TableName: { Ref: 'Other' } };
    expect(said(release({}, { values: moved }))).toEqual(['TableName: the export has another value']);
  });

  it('of a release that did not keep what is read, every export is read', () => {
    const before = release();
    for (const stack of Object.values(before)) {
      delete stack.imports;
      delete stack.values;
    }
    expect(said(release({}, { exports: [] }), before)).toEqual([
      'KeyArn: the export is gone',
      'TableName: the export is gone',
    ]);
  });
});

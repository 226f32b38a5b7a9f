import { describe, expect, it } from 'vitest';
import { accessChecks } from '#infra/local/rights/access-checks.ts';
import type { Account } from '#infra/local/rights/access-checks.ts';
import type { AccessCheck } from '#infra/local/rights/policies.ts';

const keyArn = 'arn:aws:kms:eu-south-1:000000000000:key/T';
const account: Account = {
  region: 'eu-south-1',
  accountId: '000000000000',
  tables: new Map([
    [
      'T',
      {
        name: 'T',
        keySchema: [],
        attributes: [],
        indexes: [],
        streamView: undefined,
        partitionKey: 'pk',
        indexPartitionKeys: { due: 'duePk' },
        encryptionKeyArn: keyArn,
      },
    ],
  ]),
};
const arnOfT = 'arn:aws:dynamodb:eu-south-1:000000000000:table/T';
const ofTable = (checks: AccessCheck[]): AccessCheck[] => checks.filter(({ action }) => action.startsWith('dynamodb:'));
const database = (action: string, body: Record<string, unknown>): AccessCheck[] =>
  accessChecks(account, 'dynamodb', action, body, []);

describe('a call of the database', () => {
  it('is checked as the parts of its transaction, which know what they are part of', () => {
    const Key = { pk: { S: 'CASE#1' }, sk: { S: 'META' } };
    const checks = ofTable(
      database('TransactWriteItems', {
        TransactItems: [
          { Put: { TableName: 'T', Item: { ...Key, status: { S: 'received' } } } },
          {
            Update: {
              TableName: 'T',
              Key,
              UpdateExpression: 'SET #s = :s',
              ExpressionAttributeNames: { '#s': 'status' },
            },
          },
          { Delete: { TableName: 'T', Key } },
          { ConditionCheck: { TableName: 'T', Key, ConditionExpression: 'attribute_exists(revision)' } },
        ],
      }),
    );
    expect(checks.map(({ action }) => action)).toEqual([
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:ConditionCheckItem',
    ]);
    expect(checks.map(({ context }) => context['dynamodb:EnclosingOperation'])).toEqual(
      Array(4).fill('TransactWriteItems'),
    );
    expect(checks.map(({ context }) => context['dynamodb:Attributes'])).toEqual([
      ['pk', 'sk', 'status'],
      ['pk', 'sk', 'status'],
      ['pk', 'sk'],
      ['pk', 'sk', 'revision'],
    ]);
  });

  it('alone is part of nothing', () => {
    const [check] = database('PutItem', { TableName: 'T', Item: { pk: { S: 'a' } } });
    expect(check?.context['dynamodb:EnclosingOperation']).toBeUndefined();
  });

  it('needs the table’s key, through the database and not otherwise', () => {
    const check = database('GetItem', { TableName: 'T', Key: { pk: { S: 'a' } } }).find(
      ({ action }) => action === 'kms:Decrypt',
    );
    expect(check?.resource).toBe(keyArn);
    expect(check?.context['kms:ViaService']).toBe('dynamodb.eu-south-1.amazonaws.com');
  });

  it.each([
    ['by its key', 'GetItem', { Key: { pk: { S: 'CASE#1' }, sk: { S: 'x' } } }, arnOfT, ['CASE#1']],
    [
      'by a query',
      'Query',
      {
        KeyConditionExpression: 'pk = :p AND begins_with(sk, :s)',
        ExpressionAttributeValues: { ':p': { S: 'CASE#1' }, ':s': { S: 'x' } },
      },
      arnOfT,
      ['CASE#1'],
    ],
    [
      'by a query with a name filled in',
      'Query',
      {
        KeyConditionExpression: '#k = :p',
        ExpressionAttributeNames: { '#k': 'pk' },
        ExpressionAttributeValues: { ':p': { S: 'CASE#1' } },
      },
      arnOfT,
      ['CASE#1'],
    ],
    [
      'on an index by the index’s own key',
      'Query',
      {
        IndexName: 'due',
        KeyConditionExpression: 'duePk = :p AND dueSk <= :now',
        ExpressionAttributeValues: { ':p': { S: 'DUE#3' }, ':now': { S: 'x' } },
      },
      `${arnOfT}/index/due`,
      ['DUE#3'],
    ],
    ['not at all by a scan', 'Scan', {}, arnOfT, []],
  ])('knows which partitions it asks for %s', (_, action, body, resource, keys) => {
    const [check] = database(action, { TableName: 'T', ...body });
    expect(check?.resource).toBe(resource);
    expect(check?.context['dynamodb:LeadingKeys']).toEqual(keys);
  });

  it('names every attribute of an update: keys, what it sets, removes and asks', () => {
    const [check] = database('UpdateItem', {
      TableName: 'T',
      Key: { pk: { S: 'a' }, number: { N: '1' } },
      UpdateExpression:
        'SET sentAt = if_not_exists(sentAt, :at), marks.#first = :one REMOVE pendingPk, list[0] ADD resent :one',
      ConditionExpression: 'attribute_exists(pk) AND NOT contains(tags, :at) AND size(words) BETWEEN :one AND :at',
      ExpressionAttributeNames: { '#first': 'first' },
    });
    expect(new Set(check?.context['dynamodb:Attributes'])).toEqual(
      new Set(['pk', 'number', 'sentAt', 'marks', 'pendingPk', 'list', 'resent', 'tags', 'words']),
    );
  });

  it('checks each row of a batch', () => {
    const keys = [{ pk: { S: 'a' } }, { pk: { S: 'b' } }];
    const checks = ofTable(database('BatchGetItem', { RequestItems: { T: { Keys: keys } } }));
    expect(checks.map(({ context }) => context['dynamodb:LeadingKeys'])).toEqual([['a'], ['b']]);
  });
});

describe('a call of another service', () => {
  it('sends a batch by the right to send one message', () => {
    const [check] = accessChecks(account, 'sqs', 'SendMessageBatch', { QueueUrl: 'http://x/000000000000/q' }, []);
    expect(check).toMatchObject({ action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-south-1:000000000000:q' });
  });

  it('uses a key with the context it brings', () => {
    const [check] = accessChecks(
      account,
      'kms',
      'Decrypt',
      { KeyId: keyArn, EncryptionContext: { caseId: '1', purpose: 'content' } },
      [],
    );
    expect(check?.context).toMatchObject({
      'kms:EncryptionContext:caseId': '1',
      'kms:EncryptionContextKeys': ['caseId', 'purpose'],
    });
    expect(check?.context['kms:ViaService']).toBeUndefined();
  });

  it('mails from an address of a known domain, through a configuration set', () => {
    const body = { Source: 'Besa <besa@besa.example>', ConfigurationSetName: 'set' };
    const checks = accessChecks(account, 'ses', 'SendEmail', body, ['besa.example']);
    expect(checks.map(({ resource }) => resource.split(':').pop())).toEqual([
      'identity/besa.example',
      'configuration-set/set',
    ]);
    expect(checks[0]?.context['ses:FromAddress']).toBe('besa@besa.example');
  });
});

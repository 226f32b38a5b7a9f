import { App } from 'aws-cdk-lib';
import { Template as TemplateOfStack } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { trailDays } from '#infra/account/trail.ts';
import { DataStack } from '#infra/data/data-stack.ts';
import { stageNames } from '#infra/stage-names.ts';
import { ofType, spoken, templatesOf } from '../templates.ts';
import type { Statement } from '../templates.ts';

const { stage, templates } = await templatesOf('prod');
const only = (type: string) => {
  const [[id, resource] = [], ...others] = Object.entries(ofType(templates.Data, type));
  if (id === undefined || resource === undefined || others.length > 0) throw new Error(`Not one ${type}.`);
  return { id, ...resource };
};

describe('the trail of the account', () => {
  it('has every change and every use of a key, in every region, and shows when a file is missing', () => {
    const trail = only('AWS::CloudTrail::Trail');
    expect(trail.Properties).toMatchObject({
      IsLogging: true,
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
      S3BucketName: { Ref: only('AWS::S3::Bucket').id },
    });
    // Neither key management nor anything else is left out; reads of tables are not in it.
    expect(trail.Properties['EventSelectors']).toEqual([{ IncludeManagementEvents: true, ReadWriteType: 'All' }]);
    expect(trail.Properties).not.toHaveProperty('AdvancedEventSelectors');
  });

  it('is kept for a year, in a bucket that is closed and encrypted', () => {
    const { Properties } = only('AWS::S3::Bucket');
    expect(trailDays).toBeGreaterThan(365);
    expect(Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    const { Rules } = Properties['LifecycleConfiguration'] as { Rules: Record<string, unknown>[] };
    expect(Rules.flatMap(({ ExpirationInDays }) => ExpirationInDays ?? [])).toEqual([trailDays]);
  });

  it('lets nobody but CloudTrail write there, for this account, and nobody without TLS', () => {
    const { Statement } = only('AWS::S3::BucketPolicy').Properties['PolicyDocument'] as { Statement: Statement[] };
    const said = Statement.map(({ Effect, Principal, Action, Resource, Condition }) => [
      Effect,
      Principal,
      Action,
      spoken(Array.isArray(Resource) ? Resource[1] : Resource),
      Condition,
    ]);
    const cloudTrail = { Service: 'cloudtrail.amazonaws.com' };
    expect(said).toEqual([
      ['Deny', { AWS: '*' }, 's3:*', 'TrailBucket/*', { Bool: { 'aws:SecureTransport': 'false' } }],
      ['Allow', cloudTrail, 's3:GetBucketAcl', 'TrailBucket', undefined],
      [
        'Allow',
        cloudTrail,
        's3:PutObject',
        'TrailBucket/AWSLogs/AWS::AccountId/*',
        { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
      ],
    ]);
  });

  it('is said where it is', () => {
    const files = Object.entries(templates.Data.Outputs).filter(([id]) => id.startsWith('TrailFiles'));
    expect(files.map(([, { Value }]) => Value)).toEqual([{ Ref: only('AWS::S3::Bucket').id }]);
  });
});

describe('the budget of the account', () => {
  it('tells the addresses of the stage before and when it is spent', () => {
    const { Budget, NotificationsWithSubscribers } = only('AWS::Budgets::Budget').Properties as {
      Budget: unknown;
      NotificationsWithSubscribers: {
        Notification: { NotificationType: string; Threshold: number };
        Subscribers: { Address: string; SubscriptionType: string }[];
      }[];
    };
    expect(Budget).toEqual({
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: stage.budget?.usdAMonth, Unit: 'USD' },
    });
    expect(
      NotificationsWithSubscribers.map(({ Notification: { NotificationType, Threshold } }) => [
        NotificationType,
        Threshold,
      ]),
    ).toEqual([
      ['ACTUAL', 80],
      ['ACTUAL', 100],
      ['FORECASTED', 100],
    ]);
    for (const { Subscribers } of NotificationsWithSubscribers) {
      expect(Subscribers).toEqual(stage.budget?.addresses.map((Address) => ({ Address, SubscriptionType: 'EMAIL' })));
      expect(Subscribers.length).toBeGreaterThan(0);
    }
  });
});

describe('a stage that is not the first of its account', () => {
  it('makes neither', () => {
    const { budget: _, ...made } = stage;
    const second = TemplateOfStack.fromStack(
      new DataStack(new App(), 'Second', { stage: { ...made, makesTrail: false } }),
    );
    for (const type of ['AWS::CloudTrail::Trail', 'AWS::S3::Bucket', 'AWS::Budgets::Budget']) {
      expect(second.findResources(type)).toEqual({});
    }
  });

  it.each(stageNames)('each stage on AWS is the first, by the code: %s', async (name) => {
    const { Data } = (await templatesOf(name)).templates;
    const expected = name === 'local' ? 0 : 1;
    for (const type of ['AWS::CloudTrail::Trail', 'AWS::Budgets::Budget']) {
      expect(Object.keys(ofType(Data, type))).toHaveLength(expected);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { grownMonth, idleMonth, reportsCost, totalOf } from '#infra/documents/cost.ts';
import type { CostLine } from '#infra/documents/cost.ts';
import { prices, pricesOf } from '#infra/documents/prices.ts';
import { ofType, servicesOf, templatesOf } from '../templates.ts';

const prod = await templatesOf('prod');
const { Data: data } = prod.templates;
const units = { readUnits: 20, writeUnits: 1 };
const idle = idleMonth(prod, units);
const report = { ...units, apiRequests: 9, invocations: 19, keyRequests: 5, queueRequests: 10, mails: 1 };
const lineOf = (lines: readonly CostLine[], what: string): CostLine => {
  const found = lines.find((one) => one.what === what);
  if (found === undefined) throw new Error(`There is no line ${what}.`);
  return found;
};

/** Kinds of resources that have a line: for standing there, or for what goes through them. */
const billed = [
  'AWS::ApiGateway::RestApi',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Cognito::UserPool',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::SES::EmailIdentity',
  'AWS::SQS::Queue',
  'AWS::Scheduler::Schedule',
  'AWS::WAFv2::WebACL',
];
/** Kinds that cost nothing, or cents only when something goes wrong: mails of alarms, events of mails that came back. */
const free = [
  'AWS::ApiGateway::Account',
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGateway::GatewayResponse',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::Stage',
  // As long as an account has no more than two.
  'AWS::Budgets::Budget',
  // The first trail of an account; its files are billed.
  'AWS::CloudTrail::Trail',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::Cognito::ManagedLoginBranding',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::Events::Rule',
  'AWS::IAM::Role',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Version',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::WAFv2::WebACLAssociation',
];

describe('the cost of an idle month', () => {
  it('counts what stands in the templates', () => {
    const keys = Object.values(prod.templates).flatMap((template) => Object.keys(ofType(template, 'AWS::KMS::Key')));
    expect(lineOf(idle, 'customer-managed keys')).toMatchObject({ count: keys.length, usd: keys.length });
    expect(lineOf(idle, 'dashboards').count).toBe(1);
    // Two heartbeats and three tables are computed from two metrics each.
    const computed = prod.alarms.filter(({ name }) => /Heartbeat|Throttled/.test(name)).length;
    expect(lineOf(idle, 'metrics that alarms watch').count).toBe(prod.alarms.length + computed);
  });

  it('bills each person who signs in, at the price of the pool as it is', () => {
    expect(ofType(data, 'AWS::Cognito::UserPool')).not.toEqual({});
    expect(lineOf(idle, 'people who sign in')).toMatchObject({ count: 25, usd: 25 * prices.signedInMonth.usd });
    const lite = Object.fromEntries(
      Object.entries(data.Resources).map(([id, resource]) => [
        id,
        { ...resource, Properties: { ...resource.Properties, UserPoolTier: 'LITE' } },
      ]),
    );
    const templates = { ...prod.templates, Data: { ...data, Resources: lite } };
    expect(() => idleMonth({ templates }, units)).toThrow('price');
  });

  it('leaves out no kind of resource that is billed', () => {
    const all = Object.values(prod.templates).flatMap(({ Resources }) => Object.values(Resources));
    expect(new Set(all.map(({ Type }) => Type))).toEqual(new Set([...billed, ...free]));
  });

  it('counts the watch of every minute, the run of every hour and the waiting at queues', () => {
    const minutes = 730 * 60;
    expect(lineOf(idle, 'runs of schedules').count).toBe(2 * minutes + 730);
    expect(lineOf(idle, 'their reads of the database').count).toBe(20 * minutes);
    const fed = Object.values(ofType(servicesOf(prod), 'AWS::SQS::Queue')).filter(
      (queue) => 'RedrivePolicy' in queue.Properties,
    );
    expect(lineOf(idle, 'polls of queues').count).toBe(fed.length * 15 * minutes);
  });

  it('is the same for a further stage', async () => {
    expect(totalOf(idleMonth(await templatesOf('dev'), units))).toBeCloseTo(totalOf(idle));
  });

  it('is the sum of its lines', () => {
    expect(totalOf(idle)).toBeCloseTo(idle.reduce((sum, { usd }) => sum + usd, 0));
    expect(totalOf(idle)).toBeGreaterThan(10);
  });
});

describe('the cost of reports', () => {
  it('grows with their number and nothing else', () => {
    expect(totalOf(reportsCost(2000, report))).toBeCloseTo(2 * totalOf(reportsCost(1000, report)));
    expect(lineOf(reportsCost(1000, report), 'requests to the APIs')).toMatchObject({
      count: 9000,
      usd: 9000 * 3.5e-6,
    });
  });
});

describe('what comes with time', () => {
  const grown = grownMonth(prod, report);

  it('bills two versions at most of each key that rotates', () => {
    const keys = Object.values(prod.templates).flatMap((template) => Object.values(ofType(template, 'AWS::KMS::Key')));
    const rotating = keys.filter(({ Properties }) => Properties['EnableKeyRotation'] === true).length;
    expect(rotating).toBeGreaterThan(0);
    expect(rotating).toBeLessThan(keys.length);
    expect(lineOf(grown, 'versions of keys, in the second year').usd).toBe(rotating);
    expect(lineOf(grown, 'versions of keys, from the third year on').usd).toBe(2 * rotating);
  });

  it('bills what reports leave, twice: to keep it, and to go back to it', () => {
    expect(lineOf(grown, 'gigabytes of 1,000 reports, at most').count).toBeCloseTo(0.001024);
    expect(lineOf(grown, 'the same, restorable for 35 days').count).toBeCloseTo(0.001024);
  });

  it('recovers no table for longer than it says', () => {
    const days = Object.values(ofType(data, 'AWS::DynamoDB::Table')).map(
      ({ Properties }) =>
        (Properties['PointInTimeRecoverySpecification'] as { RecoveryPeriodInDays: number }).RecoveryPeriodInDays,
    );
    expect(Math.max(...days)).toBe(35);
  });
});

describe('the prices', () => {
  it('are higher in Europe for some things, and lower for none', () => {
    const of = [...idle, ...reportsCost(1000, report)];
    expect(of.filter(({ usd, europe }) => europe < usd)).toEqual([]);
    expect(totalOf(of, 'europe')).toBeGreaterThan(totalOf(of));
  });

  it('are all used, and dated', () => {
    const all = [...idle, ...reportsCost(1, report), ...grownMonth(prod, report)];
    const used = new Set(all.map(({ priced }) => priced));
    expect(used).toEqual(new Set(Object.keys(prices)));
    expect(pricesOf.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});

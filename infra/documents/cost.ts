import { metrics } from '#shared/lambda/log/metrics.ts';
import { prices } from './prices.ts';
import type { Price, Priced } from './prices.ts';
import type { Synthesized, TemplateResource } from '../synthesize.ts';

/** One line of the bill. */
export interface CostLine {
  what: string;
  priced: Priced;
  count: number;
  usd: number;
  /** The same at the prices of the European region. */
  europe: number;
}

/** What one sweep with nothing to do uses, both functions together. */
export interface IdleUnits {
  readUnits: number;
  writeUnits: number;
}

/** What one report uses from being sent to being resolved. */
export interface ReportUnits extends IdleUnits {
  apiRequests: number;
  invocations: number;
  keyRequests: number;
  queueRequests: number;
  mails: number;
}

/**
 * What every invocation is counted with, about: milliseconds, and bytes of its own log and the platform's. The
 * milliseconds are more than any measured one takes, so that the figure errs upwards.
 */
export const billedMilliseconds = 200;
const loggedBytes = 1500;

/**
 * How many people sign in within a month. A centre on call round the clock, with volunteers and an auditor, has about
 * so many. Sign-in is billed for each of them, however much they do.
 */
const peopleAtWork = 25;

const minutesAMonth = 730 * 60;
/** Lambda polls each queue with five pollers, and each waits up to 20 seconds for a message. */
const pollsAMinute = 5 * 3;
const hoursAMonth = minutesAMonth / 60;

/** How often a schedule runs in a month. */
function runsAMonth({ Properties }: TemplateResource): number {
  return Properties['ScheduleExpression'] === 'rate(1 hour)' ? hoursAMonth : minutesAMonth;
}

/** CloudTrail writes about as many files: each five minutes where Besa is, and a signed list an hour for each region. */
const trailFilesAMonth = minutesAMonth / 5 + 20 * hoursAMonth;

/** DynamoDB asks for a table's key at most every five minutes, for each table and each function. */
const keyRequestsAMinute = 1 / 5;

/** A month in which nobody reports: what stands there, and the watch that runs every minute. */
export function idleMonth({ templates }: Pick<Synthesized, 'templates'>, units: IdleUnits): CostLine[] {
  const resources = Object.values(templates).flatMap(({ Resources }) => Object.values(Resources));
  const count = (type: string): number => resources.filter((resource) => resource.Type === type).length;
  const polled = resources.filter(
    ({ Type, Properties }) => Type === 'AWS::Lambda::EventSourceMapping' && !('StartingPosition' in Properties),
  ).length;
  const runs = sum(resources, 'AWS::Scheduler::Schedule', runsAMonth);
  const sweepTables = 3;
  return [
    line('customer-managed keys', 'keyMonth', count('AWS::KMS::Key')),
    line('firewall', 'firewallMonth', count('AWS::WAFv2::WebACL')),
    line('firewall rules', 'firewallRuleMonth', sum(resources, 'AWS::WAFv2::WebACL', rulesOf)),
    line('metrics that alarms watch', 'alarmMetricMonth', sum(resources, 'AWS::CloudWatch::Alarm', watchedBy)),
    line('measurements of its own, at most', 'ownMetricMonth', Object.keys(metrics).length),
    line('dashboards', 'dashboardMonth', count('AWS::CloudWatch::Dashboard')),
    line('people who sign in', 'signedInMonth', sum(resources, 'AWS::Cognito::UserPool', signedIn)),
    line('polls of queues', 'queueRequest', polled * pollsAMinute * minutesAMonth),
    line('runs of schedules', 'scheduledRun', runs),
    line('invocations', 'invocation', runs),
    line('their memory and time', 'gigabyteSecond', (runs * billedMilliseconds * 0.5) / 1000),
    line('their reads of the database', 'readUnit', minutesAMonth * units.readUnits),
    line('their writes to the database', 'writeUnit', minutesAMonth * units.writeUnits),
    line('requests for the tables’ key', 'keyRequest', runs * sweepTables * keyRequestsAMinute),
    line('their logs', 'logGigabyte', (runs * loggedBytes) / 1e9),
    line('files of the trail', 'storedFile', trailFilesAMonth * count('AWS::CloudTrail::Trail')),
  ];
}

/** The cost of so many reports, each from being sent to being resolved. */
export function reportsCost(reports: number, units: ReportUnits): CostLine[] {
  const invocations = reports * units.invocations;
  return [
    line('requests to the APIs', 'apiRequest', reports * units.apiRequests),
    line('the same through the firewall', 'firewallRequest', reports * units.apiRequests),
    line('invocations', 'invocation', invocations),
    line('their memory and time', 'gigabyteSecond', (invocations * billedMilliseconds) / 1000),
    line('writes to the database', 'writeUnit', reports * units.writeUnits),
    line('reads of the database', 'readUnit', reports * units.readUnits),
    line('requests to keys', 'keyRequest', reports * units.keyRequests),
    line('requests to queues', 'queueRequest', reports * units.queueRequests),
    line('mails', 'mail', reports * units.mails),
    line('logs', 'logGigabyte', (invocations * loggedBytes) / 1e9),
  ];
}

/** What comes to an idle month as time goes by: keys that have rotated, and reports that are kept. */
export function grownMonth({ templates }: Pick<Synthesized, 'templates'>, units: ReportUnits): CostLine[] {
  const resources = Object.values(templates).flatMap(({ Resources }) => Object.values(Resources));
  const rotating = sum(resources, 'AWS::KMS::Key', ({ Properties }) =>
    Number(Properties['EnableKeyRotation'] === true),
  );
  // A written unit is a row, or a part of one, of at most 1 KB. So this errs upwards: many rows are written over.
  const gigabytes = (1000 * units.writeUnits * 1024) / 1e9;
  return [
    line('versions of keys, in the second year', 'keyVersionMonth', rotating),
    line('versions of keys, from the third year on', 'keyVersionMonth', 2 * rotating),
    line('gigabytes of 1,000 reports, at most', 'storedGigabyteMonth', gigabytes),
    line('the same, restorable for 35 days', 'restorableGigabyteMonth', gigabytes),
  ];
}

/** What lines cost together, in the region that prices are of, or in the European one. */
export const totalOf = (lines: readonly CostLine[], at: 'usd' | 'europe' = 'usd'): number =>
  lines.reduce((total, one) => total + one[at], 0);

function line(what: string, priced: Priced, count: number): CostLine {
  const { usd, per, europe = usd }: Price = prices[priced];
  const units = count / per;
  return { what, priced, count, usd: units * usd, europe: units * europe };
}

function sum(resources: readonly TemplateResource[], type: string, of: (resource: TemplateResource) => number): number {
  return resources.filter(({ Type }) => Type === type).reduce((total, resource) => total + of(resource), 0);
}

const rulesOf = ({ Properties }: TemplateResource): number => (Properties['Rules'] as unknown[]).length;

/** Without threat protection a pool is billed at another price. Throws for one that has no price here. */
function signedIn({ Properties }: TemplateResource): number {
  if (Properties['UserPoolTier'] !== 'PLUS') throw new Error('The price of this user pool is not known.');
  return peopleAtWork;
}

/** An alarm on a computed value is billed for each metric that the value is computed from. */
function watchedBy({ Properties }: TemplateResource): number {
  const parts = (Properties['Metrics'] ?? []) as { MetricStat?: unknown }[];
  return Math.max(1, parts.filter(({ MetricStat }) => MetricStat !== undefined).length);
}

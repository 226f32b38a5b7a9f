import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { TableName } from '#shared/adapters/aws/dynamo/table-design.ts';
import { stackRoles } from './stacks.ts';
import type { StackRole } from './stacks.ts';
import { stageNames } from './stage-names.ts';
import type { StageName } from './stage-names.ts';

/** How many requests per second a method takes, and how many at once. */
export interface Throttle {
  rate: number;
  burst: number;
}

/** All that differs from stage to stage. */
export interface Stage {
  name: StageName;
  /** The number of its account. When undefined, it is that of the credentials in use; a stage that keeps data names it. */
  account?: string;
  /** One of `allowedRegions` (place.ts). */
  region: string;
  logRetention: RetentionDays;
  /** Tables, keys, people and logs outlive the stacks. */
  keepsData: boolean;
  /** Stacks that nobody deletes by mistake, with their tables and people. The first deployment is without (decision 195). */
  protectedStacks: readonly StackRole[];
  /**
   * How a new version of what takes reports, threads and cases begins: with a tenth of the requests while alarms watch, or
   * with all of them, asking no alarm (decision 196).
   */
  newVersions: 'a tenth first' | 'all at once';
  mail: {
    /** The domain whose DNS holds the three DKIM records. */
    domain: string;
    from: string;
    /** How many mails the mail service takes in 24 hours: 200 in a new account, until AWS has raised it. */
    mailsPerDay: number;
  };
  /** Where reporters come in, when that is a domain of the centre's own. Else the gateway's address, below `/live`. */
  publicUrl?: string;
  /** Where staff work; the links of mails and the sign-in lead there. */
  staffUrl: string;
  /**
   * ARNs of certificates (ACM, in the region of the stage) for the hosts of `publicUrl` and `staffUrl`. Where there is
   * one, the stack makes that domain name and maps it to the API (docs/deploy.md).
   */
  certificates?: { public?: string; staff?: string };
  /** The gateway's own addresses go on answering beside an own domain, until its DNS record is there and proven. */
  keepsGatewayAddress?: true;
  /** First part of the sign-in address; unique in the region among all accounts. */
  signInPrefix: string;
  /** Where signing in answers, in place of Cognito's domain: on one machine only. */
  signInUrl?: string;
  /** Who is told by an alarm. Each address confirms its subscription once. */
  alarms: {
    childMayBeWaiting: readonly string[];
    lookTomorrow: readonly string[];
    /** Told of everything that rings, so that no alarm rings where nobody hears it. */
    lastResort: string;
  };
  /**
   * From how many erasures within a day on an alarm rings. An ordinary day has a few; a class of thirty that reported
   * together is erased together. What erases too much can be undone for seven days (docs/data.md, Keys).
   */
  erasuresPerDay: number;
  throttles: { report: Throttle; followUp: Throttle; desk: Throttle; read: Throttle; staff: Throttle };
  /**
   * Whether mails to institutions hold access codes. Where it is closed, they answer by phone, and no mail names the page.
   */
  referralDesk: 'open' | 'closed';
  /**
   * Keeps one execution each for the two sweeps. So a flood of reports cannot keep Besa from looking at its clocks.
   * Needs an account whose concurrency quota is 102 or more (docs/deploy.md).
   */
  reservesSweeps: boolean;
  /**
   * API Gateway writes access logs by one role for each account and region. The first stage in an account makes it;
   * further stages leave it alone.
   */
  makesGatewayLogRole: boolean;
  /** A trail of who did what in the account. One is enough for an account: the first stage in it makes it. */
  makesTrail: boolean;
  /** What a month in the account may cost, and who is told when it costs more. Like the trail, once for each account. */
  budget?: { usdAMonth: number; addresses: readonly string[] };
  /** Tables restored to a point in time, each in the place of the one that the data stack made (docs/restore.md). */
  restoredTables?: Partial<Record<TableName, { name: string; streamArn?: string }>>;
}

const erasuresPerDay = 50;

const throttles = {
  report: { rate: 50, burst: 100 },
  followUp: { rate: 20, burst: 60 },
  desk: { rate: 10, burst: 30 },
  read: { rate: 100, burst: 200 },
  staff: { rate: 20, burst: 50 },
} as const;

/** A stage's data. Addresses are examples until a centre puts in its own. Throws for a name that is no stage. */
export function stageOf(name: string): Stage {
  const known = stageNames.find((stage) => stage === name);
  if (known === undefined) throw new Error(`There is no stage ${name}. Stages: ${stageNames.join(', ')}.`);
  return stages[known]();
}

const stages: Readonly<Record<StageName, () => Stage>> = {
  local: () => ({
    name: 'local',
    account: '000000000000',
    region: 'eu-south-1',
    logRetention: RetentionDays.ONE_WEEK,
    keepsData: false,
    protectedStacks: [],
    newVersions: 'all at once',
    mail: { domain: 'besa.example', from: 'besa@besa.example', mailsPerDay: 50_000 },
    // On one machine Besa itself says at which port it answers (infra/local/template/besa-templates.ts).
    staffUrl: 'http://127.0.0.1:3000/staff',
    signInUrl: 'http://127.0.0.1:3000',
    signInPrefix: 'besa-local',
    alarms: {
      childMayBeWaiting: ['on-call@besa.example'],
      lookTomorrow: ['engineers@besa.example'],
      lastResort: 'director@besa.example',
    },
    erasuresPerDay,
    // A class of thirty and a load test share one machine here. The gateway is not what they measure.
    throttles: {
      report: { rate: 2000, burst: 2000 },
      followUp: { rate: 2000, burst: 2000 },
      desk: { rate: 2000, burst: 2000 },
      read: { rate: 2000, burst: 2000 },
      staff: { rate: 2000, burst: 2000 },
    },
    referralDesk: 'open',
    reservesSweeps: false,
    makesGatewayLogRole: true,
    makesTrail: false,
  }),
  dev: () => ({
    name: 'dev',
    region: 'eu-central-1',
    logRetention: RetentionDays.ONE_WEEK,
    keepsData: false,
    protectedStacks: [],
    newVersions: 'all at once',
    mail: { domain: 'dev.besa.example', from: 'besa@dev.besa.example', mailsPerDay: 200 },
    staffUrl: 'https://staff.dev.besa.example',
    signInPrefix: 'besa-dev-change-me',
    alarms: {
      childMayBeWaiting: ['engineers@besa.example'],
      lookTomorrow: ['engineers@besa.example'],
      lastResort: 'engineers@besa.example',
    },
    erasuresPerDay,
    throttles,
    referralDesk: 'open',
    reservesSweeps: false,
    makesGatewayLogRole: true,
    makesTrail: true,
    budget: { usdAMonth: 60, addresses: ['engineers@besa.example'] },
  }),
  test: () => ({
    name: 'test',
    region: 'eu-central-1',
    logRetention: RetentionDays.ONE_MONTH,
    keepsData: false,
    protectedStacks: [],
    newVersions: 'a tenth first',
    mail: { domain: 'test.besa.example', from: 'besa@test.besa.example', mailsPerDay: 200 },
    staffUrl: 'https://staff.test.besa.example',
    signInPrefix: 'besa-test-change-me',
    alarms: {
      childMayBeWaiting: ['engineers@besa.example'],
      lookTomorrow: ['engineers@besa.example'],
      lastResort: 'supervisor@besa.example',
    },
    erasuresPerDay,
    throttles,
    referralDesk: 'open',
    reservesSweeps: true,
    makesGatewayLogRole: true,
    makesTrail: true,
    budget: { usdAMonth: 60, addresses: ['engineers@besa.example'] },
  }),
  prod: () => ({
    name: 'prod',
    region: 'eu-central-1',
    logRetention: RetentionDays.THREE_MONTHS,
    keepsData: true,
    protectedStacks: stackRoles,
    newVersions: 'a tenth first',
    mail: { domain: 'besa.example', from: 'besa@besa.example', mailsPerDay: 200 },
    staffUrl: 'https://staff.besa.example',
    signInPrefix: 'besa-change-me',
    alarms: {
      childMayBeWaiting: ['on-call@besa.example'],
      lookTomorrow: ['engineers@besa.example'],
      lastResort: 'director@besa.example',
    },
    erasuresPerDay,
    throttles,
    referralDesk: 'open',
    reservesSweeps: true,
    makesGatewayLogRole: true,
    makesTrail: true,
    budget: { usdAMonth: 100, addresses: ['engineers@besa.example'] },
  }),
};

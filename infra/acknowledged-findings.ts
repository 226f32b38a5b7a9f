import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { serviceRoles, stackRoles } from './stacks.ts';
import type { StackRole } from './stacks.ts';

interface Finding {
  rule: string;
  stacks: readonly StackRole[];
  /** Path of the construct below its stack; empty where the reason holds for all of the stack. */
  at: string;
  reason: string;
}

const gatewayPolicy =
  'AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]';

const nist = (rule: string): string => `NIST.800.53.R5::NIST.800.53.R5-${rule}`;
const serverless = (rule: string): string => `Serverless::Serverless-${rule}`;

const apis = [
  { stacks: ['PublicApi'], at: 'PublicApi/Public/Api' },
  { stacks: ['StaffApi'], at: 'StaffApi/Staff/Api' },
] as const;
const apiStacks = ['PublicApi', 'StaffApi'] as const;

const star = (resource: string): string => `AwsSolutions::AwsSolutions-IAM5[Resource::${resource}]`;

/** The roles by which new versions take over, and the function that each is for. */
const shifted = [
  { stacks: ['PublicApi'], at: 'PublicApi/Public/NewVersions/intakeRole', calls: 'PublicApiIntakeFunctionDFBFB8E6' },
  {
    stacks: ['PublicApi'],
    at: 'PublicApi/Public/NewVersions/follow-upRole',
    calls: 'PublicApiFollowUpFunction95AA22D4',
  },
  { stacks: ['StaffApi'], at: 'StaffApi/Staff/NewVersions/case-deskRole', calls: 'StaffApiCaseDeskFunction73AE896D' },
] as const;

const notLost = 'Nothing is lost when an invocation fails: ';
const untraced =
  'A trace would tie a reporter’s request to everything that followed it, for thirty days, past erasure (P8). A traceparent in log and event is enough.';

/**
 * Findings of the rule packs in the tests that stand on purpose, each with its reason. The packs are cdk-nag's
 * AwsSolutions, NIST 800-53 R5 and Serverless. The tests fail on a finding that is not here, and on an entry that no
 * longer arises.
 */
export const acknowledgedFindings: readonly Finding[] = [
  ...apis.flatMap(({ stacks, at }) => [
    {
      rule: 'AwsSolutions::AwsSolutions-APIG2',
      stacks,
      at,
      reason:
        'The functions validate: strictly, in the language of the reader, with help. The gateway would refuse without any of it.',
    },
    {
      rule: 'AwsSolutions::AwsSolutions-APIG6',
      stacks,
      at,
      reason:
        'Execution logs would hold headers, paths and bodies of reports. Access logs without any of these are on.',
    },
  ]),
  ...['AwsSolutions::AwsSolutions-APIG4', 'AwsSolutions::AwsSolutions-COG4'].map((rule) => ({
    rule,
    stacks: ['PublicApi'] as const,
    at: 'PublicApi/Public/Api',
    reason:
      'Anyone reports without an account, a child first of all. Throttles, firewall and strict limits protect it.',
  })),
  ...['AwsSolutions::AwsSolutions-APIG4', 'AwsSolutions::AwsSolutions-COG4'].flatMap((rule) =>
    ['Default/GET', 'Default/{proxy+}/GET'].map((method) => ({
      rule,
      stacks: ['StaffApi'] as const,
      at: `StaffApi/Staff/Api/${method}`,
      reason: 'The console is one document and files that hold nothing of a case. Signing in begins with it.',
    })),
  ),
  {
    rule: gatewayPolicy,
    stacks: ['PublicApi'],
    at: 'GatewayLogRole/Role',
    reason: 'API Gateway accepts only a role with the rights of exactly this policy, and it may only write logs.',
  },
  ...shifted.flatMap(({ stacks, at, calls }) => [
    {
      rule: star(`<${calls}.Arn>:*`),
      stacks,
      at,
      reason: 'AWS numbers the versions of a function, so those of this one function can be named only by a star.',
    },
    {
      rule: star('arn:<AWS::Partition>:cloudwatch:<AWS::Region>:<AWS::AccountId>:alarm:*'),
      stacks,
      at,
      reason: 'CloudWatch judges the right to see alarms by all alarms of the account, whichever are asked for.',
    },
  ]),
  {
    rule: 'AwsSolutions::AwsSolutions-SQS3',
    stacks: ['Reactors'],
    at: 'Relay/GaveUp/Queue',
    reason: 'It is a dead-letter queue: what the stream gave up on. The rule sees only queues behind queues.',
  },
  {
    rule: nist('DynamoDBInBackupPlan'),
    stacks: ['Data'],
    at: '',
    reason:
      'Point-in-time recovery brings any second of 35 days back. A vault would keep what was erased (P10), and wrapped keys must never lie in one.',
  },
  ...['AwsSolutions::AwsSolutions-S1', nist('S3BucketLoggingEnabled')].map((rule) => ({
    rule,
    stacks: ['Data'] as const,
    at: 'Trail/Bucket',
    reason:
      'It holds the log of the account. A log of that log would need one, too; signed lists show what is missing.',
  })),
  {
    rule: nist('S3BucketReplicationEnabled'),
    stacks: ['Data'],
    at: 'Trail/Bucket',
    reason: 'A copy in another region would leave the one place that the data-protection officer chose.',
  },
  ...[
    [nist('S3DefaultEncryptionKMS'), 'Trail/Bucket'] as const,
    [nist('CloudTrailEncryptionEnabled'), 'Trail/Trail'] as const,
  ].map(([rule, at]) => ({
    rule,
    stacks: ['Data'] as const,
    at,
    reason:
      'Encrypted by S3. It holds what the account’s administrators may see anyway; a key would guard it from nobody.',
  })),
  {
    rule: nist('CloudTrailCloudWatchLogsEnabled'),
    stacks: ['Data'],
    at: 'Trail/Trail',
    reason:
      'Who looks into it looks back over months, in the bucket or the event history; alarms watch what must ring.',
  },
  {
    rule: nist('CloudWatchLogGroupEncrypted'),
    stacks: serviceRoles,
    at: '',
    reason:
      'Logs are encrypted by CloudWatch, and hold codes and ids of ours only (P8): a key of their own guards nothing.',
  },
  {
    rule: nist('IAMNoInlinePolicy'),
    stacks: serviceRoles,
    at: '',
    reason:
      'A role belongs to one function and its rights are written beside it, by hand: nothing to share, nothing to drift.',
  },
  {
    rule: nist('LambdaConcurrency'),
    stacks: serviceRoles,
    at: '',
    reason:
      'A limit on intake would refuse a class of thirty. The sweeps have executions reserved, notification a limit at its source.',
  },
  {
    rule: nist('LambdaDLQ'),
    stacks: serviceRoles,
    at: '',
    reason: `${notLost}who waits for an answer is told, queues and the stream have their own, a sweep comes again in a minute.`,
  },
  {
    rule: serverless('LambdaDLQ'),
    stacks: serviceRoles,
    at: '',
    reason: `${notLost}who waits for an answer is told, queues and the stream have their own, a sweep comes again in a minute.`,
  },
  {
    rule: serverless('LambdaAsyncFailureDestination'),
    stacks: ['Reactors'],
    at: 'Sweeps',
    reason: `${notLost}the sweep of the next minute does all that this one did not, and a missing one rings.`,
  },
  {
    rule: serverless('LambdaEventSourceMappingDestination'),
    stacks: ['Reactors'],
    at: '',
    reason:
      'A queue’s failures go to its dead-letter queue; Lambda knows no destination for them. The stream’s source has one.',
  },
  {
    rule: nist('LambdaInsideVPC'),
    stacks: serviceRoles,
    at: '',
    reason:
      'Functions call AWS services only, by signed requests; a network would add ways in and a bill, and slow the first start.',
  },
  {
    rule: nist('APIGWCacheEnabledAndEncrypted'),
    stacks: apiStacks,
    at: '',
    reason: 'A cache would keep answers that hold receipts and messages. Nothing of the API is cached at the gateway.',
  },
  {
    rule: nist('APIGWExecutionLoggingEnabled'),
    stacks: apiStacks,
    at: '',
    reason: 'Execution logs would hold headers, paths and bodies of reports. Access logs without any of these are on.',
  },
  {
    rule: nist('APIGWSSLEnabled'),
    stacks: apiStacks,
    at: '',
    reason:
      'A client certificate shows an HTTP backend who calls. Here Lambda is invoked by a signed call of the gateway.',
  },
  {
    rule: nist('WAFv2LoggingEnabled'),
    stacks: ['PublicApi'],
    at: 'Firewall',
    reason: 'Its log would hold the address of everybody who reports (P8). Metrics by rule are on.',
  },
  { rule: serverless('LambdaTracing'), stacks: serviceRoles, at: '', reason: untraced },
  { rule: serverless('APIGWXrayEnabled'), stacks: apiStacks, at: '', reason: untraced },
  {
    rule: serverless('SNSRedrivePolicy'),
    stacks: ['Data'],
    at: 'Alarms',
    reason:
      'An alarm that reaches one address late stands in CloudWatch meanwhile and reaches the others; redriven days later it would mislead.',
  },
  {
    rule: serverless('SQSRedrivePolicy'),
    stacks: ['Reactors'],
    at: '',
    reason:
      'The queues without one are the dead-letter queues themselves; every queue of work has one (a test counts them).',
  },
];

/** Says, in the app itself, that these findings are known. Does nothing where the rule packs do not run. */
export function acknowledgeFindings(stacks: Readonly<Record<StackRole, IConstruct>>): void {
  for (const role of stackRoles) {
    const { node } = stacks[role];
    for (const { rule, at, reason } of acknowledgedFindings.filter((finding) => finding.stacks.includes(role))) {
      const path = at === '' ? node.path : `${node.path}/${at}`;
      const [construct] = node.findAll().filter((one) => one.node.path === path);
      if (construct !== undefined) Validations.of(construct).acknowledge({ id: rule, reason });
    }
  }
}

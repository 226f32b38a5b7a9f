import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

interface Finding {
  rule: string;
  /** Path of the construct below its stack. */
  at: string;
  reason: string;
}

const gatewayPolicy =
  'AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]';

/**
 * Findings of the rule packs the tests run (cdk-nag AwsSolutions) that stand on purpose, each with its reason. A finding
 * that is not here fails the tests; one that no longer arises does too.
 */
export const acknowledgedFindings: readonly Finding[] = [
  ...['PublicApi/Public/Api', 'StaffApi/Staff/Api'].flatMap((at) => [
    {
      rule: 'AwsSolutions::AwsSolutions-APIG2',
      at,
      reason:
        'The functions validate: strictly, in the language of the reader, with help. The gateway would refuse without any of it.',
    },
    {
      rule: 'AwsSolutions::AwsSolutions-APIG6',
      at,
      reason:
        'Execution logs would hold headers, paths and bodies of reports. Access logs without any of these are on.',
    },
  ]),
  ...['AwsSolutions::AwsSolutions-APIG4', 'AwsSolutions::AwsSolutions-COG4'].map((rule) => ({
    rule,
    at: 'PublicApi/Public/Api',
    reason:
      'Anyone reports without an account, a child first of all. Throttles, firewall and strict limits protect it.',
  })),
  {
    rule: gatewayPolicy,
    at: 'GatewayLogRole/Role',
    reason: 'API Gateway accepts only a role with the rights of exactly this policy, and it may only write logs.',
  },
  {
    rule: 'AwsSolutions::AwsSolutions-SQS3',
    at: 'Relay/GaveUp/Queue',
    reason: 'It is a dead-letter queue: what the stream gave up on. The rule sees only queues behind queues.',
  },
];

/** Says, in the app itself, that these findings are known. Does nothing where the rule packs do not run. */
export function acknowledgeFindings(stack: IConstruct): void {
  for (const { rule, at, reason } of acknowledgedFindings) {
    const [construct] = stack.node.findAll().filter(({ node }) => node.path === `${stack.node.path}/${at}`);
    if (construct !== undefined) Validations.of(construct).acknowledge({ id: rule, reason });
  }
}

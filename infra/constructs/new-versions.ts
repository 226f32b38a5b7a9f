import { Aws, Stack } from 'aws-cdk-lib';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { BesaAlarm } from './besa-alarm.ts';
import type { BesaFunction } from './besa-function.ts';

export interface NewVersionsProps {
  stage: Stage;
  /** Those that have an alias take over by it. */
  functions: readonly BesaFunction[];
  /** What else ends a take-over, besides the errors of the function itself. */
  alarms: readonly BesaAlarm[];
}

/**
 * How new versions take over from the ones that run. `a tenth first`: a tenth of the requests for ten minutes, then all; an
 * alarm within these minutes gives all of them back. `all at once`: no alarm is asked, so that what is broken can be mended
 * while it rings.
 */
export class NewVersions extends Construct {
  constructor(scope: Construct, id: string, { stage, functions, alarms }: NewVersionsProps) {
    super(scope, id);
    const isSlow = stage.newVersions === 'a tenth first';
    const application = new LambdaApplication(this, 'Application');
    for (const { name, alias, errors } of functions) {
      if (alias === undefined) continue;
      new LambdaDeploymentGroup(this, name, {
        application,
        alias,
        deploymentConfig: isSlow
          ? LambdaDeploymentConfig.CANARY_10PERCENT_10MINUTES
          : LambdaDeploymentConfig.ALL_AT_ONCE,
        alarms: [errors, ...alarms].map(({ alarm }) => alarm),
        ignoreAlarmConfiguration: !isSlow,
        autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: isSlow },
        role: this.roleFor(name, alias),
      });
    }
  }

  /** May move the one alias, and see whether alarms ring. The managed policy for this may do it to every function. */
  private roleFor(name: string, alias: Alias): IRole {
    const { functionArn } = alias.lambda;
    const here = { region: Aws.REGION, account: Aws.ACCOUNT_ID };
    const alarms = Stack.of(this).formatArn({ ...here, service: 'cloudwatch', resource: 'alarm:*' });
    const statements = [
      new PolicyStatement({
        sid: 'MoveTheAlias',
        actions: ['lambda:GetAlias', 'lambda:UpdateAlias'],
        resources: [functionArn, `${functionArn}:${alias.aliasName}`],
      }),
      // It looks whether the new version has warm copies. AWS numbers versions, so they can be named only by a star.
      new PolicyStatement({
        sid: 'SeeItsVersions',
        actions: ['lambda:GetProvisionedConcurrencyConfig'],
        resources: [`${functionArn}:*`],
      }),
      // CloudWatch judges this right by all alarms of the account, whichever are asked for.
      new PolicyStatement({ sid: 'SeeAlarms', actions: ['cloudwatch:DescribeAlarms'], resources: [alarms] }),
    ];
    return new Role(this, `${name}Role`, {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
      inlinePolicies: { MoveTheAlias: new PolicyDocument({ statements }) },
      // The CDK would add the managed policy.
    }).withoutPolicyUpdates();
  }
}

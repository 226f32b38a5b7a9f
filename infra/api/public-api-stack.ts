import { Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { importAlarmTopics } from '../alarms/alarm-topics.ts';
import { exportValue } from '../constructs/exports.ts';
import { importDataPlane } from '../data/data-plane.ts';
import type { Stage } from '../stages.ts';
import { Firewall, firewallExport, putBehind } from './firewall.ts';
import { GatewayLogRole } from './gateway-log-role.ts';
import { informationExport, PublicApi } from './public-api.ts';

/** Where reporters come in, and what stands before both APIs: the firewall, and the role by which the gateway logs. */
export class PublicApiStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const around = { stage, data: importDataPlane(this, stage), topics: importAlarmTopics(this, stage) };

    const publicApi = new PublicApi(this, 'PublicApi', around);
    exportValue(this, stage, informationExport, publicApi.information.lambda.functionArn);
    if (stage.makesGatewayLogRole) publicApi.node.addDependency(new GatewayLogRole(this, 'GatewayLogRole'));

    const firewall = new Firewall(this, 'Firewall');
    putBehind(firewall.arn, publicApi);
    exportValue(this, stage, firewallExport, firewall.arn);
  }
}

import { Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlarmTopics } from './alarms/alarm-topics.ts';
import { Dashboard } from './alarms/dashboard.ts';
import { importDataPlane } from './data/data-plane.ts';
import { Firewall } from './api/firewall.ts';
import { GatewayLogRole } from './api/gateway-log-role.ts';
import { Keeping } from './reactors/retention.ts';
import { MailFeedback } from './reactors/mail-feedback.ts';
import { Mail } from './reactors/mail.ts';
import { PublicApi } from './api/public-api.ts';
import { Reactors } from './reactors/reactors.ts';
import { Relay } from './reactors/relay.ts';
import { StaffApi } from './api/staff-api.ts';
import type { Stage } from './stages.ts';
import { Sweeps } from './reactors/sweeps.ts';
import { Watches } from './alarms/watches.ts';

/** Everything that can be made again: it reads like the drawing of the flow in the README. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const data = importDataPlane(this, stage);
    const topics = new AlarmTopics(this, 'Alarms', stage);
    const mail = new Mail(this, 'Mail', stage);

    const publicApi = new PublicApi(this, 'PublicApi', { stage, topics, data });
    const staffApi = new StaffApi(this, 'StaffApi', { stage, topics, data });
    new Firewall(this, 'Firewall', { Public: publicApi.stageArn, Staff: staffApi.stageArn });
    if (stage.makesGatewayLogRole) {
      const logRole = new GatewayLogRole(this, 'GatewayLogRole');
      publicApi.node.addDependency(logRole);
      staffApi.node.addDependency(logRole);
    }

    const reactors = new Reactors(this, 'Reactors', { stage, topics, data, mail });
    new MailFeedback(this, 'MailFeedback', { stage, topics, data, mail });
    const relay = new Relay(this, 'Relay', { stage, topics, data, reactors });
    const sweeps = new Sweeps(this, 'Sweeps', { stage, topics, data, reactors, mail });
    new Keeping(this, 'Keeping', { stage, topics, data });
    new Watches(this, 'Watches', { stage, topics, data });
    new Dashboard(this, 'Dashboard', { stage, publicApi, relay, sweeps });
  }
}

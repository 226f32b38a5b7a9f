import { Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { importAlarmTopics } from '../alarms/alarm-topics.ts';
import { Dashboard } from '../alarms/dashboard.ts';
import { Watches } from '../alarms/watches.ts';
import { importDataPlane } from '../data/data-plane.ts';
import type { Stage } from '../stages.ts';
import { MailFeedback } from './mail-feedback.ts';
import { Mail } from './mail.ts';
import { Reactors } from './reactors.ts';
import { Relay } from './relay.ts';
import { Keeping } from './retention.ts';
import { Sweeps } from './sweeps.ts';

/** What works on cases while nobody asks: events, mails, deadlines, keeping, and the watch over all of it. */
export class ReactorsStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const around = { stage, data: importDataPlane(this, stage), topics: importAlarmTopics(this, stage) };
    const mail = new Mail(this, 'Mail', stage);

    const reactors = new Reactors(this, 'Reactors', { ...around, mail });
    new MailFeedback(this, 'MailFeedback', { ...around, mail });
    const relay = new Relay(this, 'Relay', { ...around, reactors });
    const sweeps = new Sweeps(this, 'Sweeps', { ...around, reactors, mail });
    new Keeping(this, 'Keeping', around);
    new Watches(this, 'Watches', around);
    new Dashboard(this, 'Dashboard', { stage, relay, sweeps });
  }
}

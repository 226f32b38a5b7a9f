import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AlarmMeaning } from '../alarms/alarm-list.ts';
import type { RunbookHeading } from '../alarms/runbook.ts';
import { BesaAlarm } from './besa-alarm.ts';
import type { Surroundings } from './besa-function.ts';

export interface DeadLetterQueueProps extends Surroundings, Pick<AlarmMeaning, 'impact'> {
  alarmClass: AlarmMeaning['class'];
  runbook?: RunbookHeading;
}

/**
 * Keeps what could not be done, for fourteen days. For an event it is never the only copy: the sweeper still knows the
 * event. For a mail that came back it is the only copy (decision 081).
 */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    new BesaAlarm(this, 'NotEmpty', {
      topics: props.topics,
      class: props.alarmClass,
      impact: props.impact,
      runbook: props.runbook ?? 'A dead-letter queue holds a message',
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      atLeast: 1,
    });
  }
}

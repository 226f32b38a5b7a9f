import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { MetricName } from '#shared/lambda/metrics.ts';
import { BesaAlarm } from './constructs/besa-alarm.ts';
import type { Surroundings } from './constructs/besa-function.ts';

/**
 * Alarms on what Besa measures of itself. These measurements carry no stage: each stage has an account of its own
 * (docs/deploy.md).
 */
export class Watches extends Construct {
  constructor(scope: Construct, id: string, { topics }: Surroundings) {
    super(scope, id);
    const measured = (metricName: MetricName, statistic: 'Sum' | 'Maximum'): Metric =>
      new Metric({ namespace: 'Besa', metricName, statistic, period: Duration.minutes(1) });

    new BesaAlarm(this, 'Stuck', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'An event was sent three times and is still not done: a case stands where it was.',
      runbook: 'A dead-letter queue holds a message',
      metric: measured('EventStuck', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'RaiseFailed', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'A missed deadline could not be raised.',
      runbook: 'A missed deadline reaches nobody',
      metric: measured('RaiseFailed', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'NobodyToTell', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'A missed deadline was raised and nobody holds the duty it goes to.',
      runbook: 'A missed deadline reaches nobody',
      metric: measured('NobodyToTell', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'RungSkipped', {
      topics,
      class: 'look_tomorrow',
      impact:
        'A rung of the ladder was skipped because nobody active holds its duty: the climb is shorter than planned.',
      runbook: 'A missed deadline reaches nobody',
      metric: measured('RungSkipped', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'MailWaits', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'A mail to staff has waited for ten minutes: somebody who should act does not know.',
      runbook: 'Mail is refused or bounces',
      metric: measured('OldestUnsentMailAge', 'Maximum'),
      atLeast: Duration.minutes(10).toSeconds(),
    });
    new BesaAlarm(this, 'MailRefused', {
      topics,
      class: 'look_tomorrow',
      impact: 'The mail service will never take a mail to somebody in the directory.',
      runbook: 'Mail is refused or bounces',
      metric: measured('MailRefused', 'Sum'),
      atLeast: 1,
    });
  }
}

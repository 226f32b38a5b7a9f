import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { MetricName } from '#shared/lambda/log/metrics.ts';
import { BesaAlarm } from '../constructs/besa-alarm.ts';
import type { Surroundings } from '../constructs/besa-function.ts';
import type { DataPlane } from '../data/data-plane.ts';

/**
 * Alarms on what Besa measures itself, and on the mail service and the database. Besa's measurements carry no stage,
 * because each stage has an account of its own (docs/deploy.md).
 */
export class Watches extends Construct {
  constructor(scope: Construct, id: string, { topics, data }: Surroundings & { data: DataPlane }) {
    super(scope, id);
    const measured = (metricName: MetricName, statistic: 'Sum' | 'Maximum'): Metric =>
      new Metric({ namespace: 'Besa', metricName, statistic, period: Duration.minutes(1) });

    new BesaAlarm(this, 'Stuck', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'An event was sent three times and is still not done: a case stands where it was.',
      runbook: 'An event is not done',
      metric: measured('EventStuck', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'Undone', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'What happened to a case half an hour ago has still not had its effects.',
      runbook: 'An event is not done',
      metric: measured('OldestUndoneEventAge', 'Maximum'),
      atLeast: Duration.minutes(30).toSeconds(),
    });
    new BesaAlarm(this, 'RaisedLate', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'A deadline passed two minutes ago and the person to be called has not been called.',
      runbook: 'Deadlines are raised late',
      metric: measured('RaiseDelay', 'Maximum'),
      atLeast: Duration.minutes(2).toSeconds(),
      // A severity that is raised moves deadlines earlier, some of them into the past. One sweep escalates them all.
      periods: 2,
    });
    new BesaAlarm(this, 'TimersLeft', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'More deadlines are due than the sweeps come to: people who should be called are called late.',
      runbook: 'A sweep leaves work undone',
      metric: measured('TimersLeftUndone', 'Maximum'),
      atLeast: 1,
      // One sweep may leave something to the next.
      periods: 3,
    });
    new BesaAlarm(this, 'EventsLeft', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'More events are undone than the sweeps come to: some cases stand where they were.',
      runbook: 'A sweep leaves work undone',
      metric: measured('EventsLeftUndone', 'Maximum'),
      atLeast: 1,
      periods: 5,
    });
    new BesaAlarm(this, 'NewerEvents', {
      topics,
      class: 'look_tomorrow',
      impact:
        'A newer release wrote events that this one does not know: what follows from them waits until it is back.',
      runbook: 'Events of a newer release wait',
      metric: measured('EventsOfNewerRelease', 'Maximum'),
      atLeast: 1,
      // While a release is deployed, its events wait for its sweeper for some minutes.
      periods: 15,
    });
    new BesaAlarm(this, 'NoticesLeft', {
      topics,
      class: 'look_tomorrow',
      impact: 'Mails about changes of the directory wait: somebody may object to a change too late.',
      runbook: 'A sweep leaves work undone',
      metric: measured('NoticesLeftUndone', 'Maximum'),
      atLeast: 1,
      periods: 5,
    });
    new BesaAlarm(this, 'CaseUnreadable', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'A case cannot be shown and is missing in the lists of staff: nobody sees that a child waits there.',
      runbook: 'A case cannot be shown',
      metric: measured('CaseUnreadable', 'Sum'),
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
      impact: 'Staff had to be told of a case and nobody can be told: it is tried again each minute.',
      runbook: 'A missed deadline reaches nobody',
      metric: measured('NobodyToTell', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'NobodyToAsk', {
      topics,
      class: 'look_tomorrow',
      impact:
        'Something about a case needs a second person, and nobody is left: somebody may have shut all others out.',
      runbook: 'Nobody is left to decide',
      metric: measured('NobodyToAsk', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'TransactionTooLarge', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'A change of a case is too large to be written: what was asked for it does not happen.',
      runbook: 'A change is too large to be written',
      metric: measured('TransactionTooLarge', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'RungSkipped', {
      topics,
      class: 'look_tomorrow',
      impact:
        'A rung of the ladder was skipped: nobody active holds it, or all who do were told before. The climb is shorter.',
      runbook: 'A missed deadline reaches nobody',
      metric: measured('RungSkipped', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'CriticalRungSkipped', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'A rung was skipped under a critical case: fewer people than planned are called to a child in danger.',
      runbook: 'A missed deadline reaches nobody',
      metric: measured('CriticalRungSkipped', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'KeysUnavailable', {
      topics,
      class: 'child_may_be_waiting',
      impact:
        'A report could not be sealed, or one could not be opened: whoever sent it is told to try again or to call.',
      runbook: 'The keys do not answer',
      metric: measured('KeysUnavailable', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'KeysInHaste', {
      topics,
      class: 'look_tomorrow',
      impact: 'More sealed texts were opened at once than people read: somebody may be taking what children told us.',
      runbook: 'Very many texts are opened',
      metric: measured('KeyAskedFor', 'Sum').with({ period: Duration.minutes(5) }),
      // A case that is opened, answered and passed on asks for about six keys. The reports of a school class are read
      // within half an hour.
      atLeast: 100,
    });
    new BesaAlarm(this, 'RosterGaps', {
      topics,
      class: 'look_tomorrow',
      impact: 'In some hours of the next day and night nobody cleared is on duty: some addresses cannot be looked at.',
      runbook: 'The roster has gaps',
      // Measured in the morning only, so the alarm stands until the next morning.
      metric: measured('HoursWithoutClearance', 'Maximum').with({ period: Duration.days(1) }),
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
    new BesaAlarm(this, 'MailsHalfUsed', {
      topics,
      class: 'look_tomorrow',
      impact: 'Half of the mails of a day are sent: what was told before is repeated hourly from now on.',
      runbook: 'The mails of a day run out',
      metric: measured('MailQuotaUsed', 'Maximum'),
      atLeast: 50,
    });
    new BesaAlarm(this, 'MailsNearlyUsed', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'Three quarters of the mails of a day are sent: only first news of critical cases leaves at once.',
      runbook: 'The mails of a day run out',
      metric: measured('MailQuotaUsed', 'Maximum'),
      atLeast: 75,
    });
    new BesaAlarm(this, 'MailRefused', {
      topics,
      class: 'look_tomorrow',
      impact: 'The mail service will never take a mail to somebody in the directory.',
      runbook: 'Mail is refused or bounces',
      metric: measured('MailRefused', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'MailUndelivered', {
      topics,
      class: 'look_tomorrow',
      impact:
        'A mail to somebody on duty, or to an institution, told nobody; somebody else was told instead, and the ladder is a rung shorter.',
      runbook: 'Mail is refused or bounces',
      metric: measured('MailUndelivered', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'MailProviderRefuses', {
      topics,
      class: 'child_may_be_waiting',
      impact: 'Mails to several people of one mail provider come back at once: who is called may not know.',
      runbook: 'A mail provider refuses our mails',
      metric: measured('MailProviderRefuses', 'Sum'),
      atLeast: 1,
    });
    new BesaAlarm(this, 'ManyBounces', {
      topics,
      class: 'look_tomorrow',
      impact: 'So many mails bounce that the mail service may stop sending: staff would no longer be told.',
      runbook: 'Mail is refused or bounces',
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.BounceRate',
        statistic: 'Maximum',
        period: Duration.hours(1),
      }),
      // SES reviews an account at 5 % and may pause it at 10 %.
      atLeast: 0.05,
    });
    for (const table of ['Cases', 'CaseEvents', 'Keys'] as const) {
      const throttled = (kind: 'Read' | 'Write'): Metric =>
        new Metric({
          namespace: 'AWS/DynamoDB',
          metricName: `${kind}ThrottleEvents`,
          dimensionsMap: { TableName: data.tables[table].name },
          statistic: 'Sum',
          period: Duration.minutes(5),
        });
      new BesaAlarm(this, `${table}Throttled`, {
        topics,
        class: 'look_tomorrow',
        impact: `The database turned calls on ${table} away: they are made again, and answers are slow meanwhile.`,
        runbook: 'The database turns calls away',
        metric: new MathExpression({
          expression: 'FILL(reads, 0) + FILL(writes, 0)',
          usingMetrics: { reads: throttled('Read'), writes: throttled('Write') },
          period: Duration.minutes(5),
          label: `Calls on ${table} turned away`,
        }),
        atLeast: 1,
      });
    }
  }
}

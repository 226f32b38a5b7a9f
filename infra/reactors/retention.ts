import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { environment as retentionVariables } from '#functions/retention/env.ts';
import type { MetricName } from '#shared/lambda/log/metrics.ts';
import { BesaAlarm } from '../constructs/besa-alarm.ts';
import { BesaFunction } from '../constructs/besa-function.ts';
import type { Surroundings } from '../constructs/besa-function.ts';
import { addSchedule } from '../constructs/schedule.ts';
import type { DataPlane } from '../data/data-plane.ts';
import { queriesIndex, reads, throughTables } from '../constructs/rights.ts';
import { writesItsRows } from '../constructs/written-rows.ts';

/** Keeps cases no longer than allowed. No other function can remove a case, and this one cannot open one. */
export class Keeping extends Construct {
  constructor(scope: Construct, id: string, around: Surroundings & { data: DataPlane }) {
    super(scope, id);
    const { data, topics, stage } = around;
    const { Cases, CaseEvents, Keys, Erasures, Facts, AccessLog } = data.tables;
    const impact = 'Cases are kept longer than people were told, and nobody is told before one is erased.';

    const retention = new BesaFunction(this, 'Retention', {
      ...around,
      name: 'retention',
      impact,
      alarmClass: 'look_tomorrow',
      judgedBy: Duration.days(1),
      memoryMegabytes: 512,
      // What is left waits for the next hour.
      timeoutSeconds: 300,
      variables: retentionVariables,
      values: {
        CASES_TABLE: Cases.name,
        CASE_EVENTS_TABLE: CaseEvents.name,
        KEYS_TABLE: Keys.name,
        ERASURES_TABLE: Erasures.name,
        FACTS_TABLE: Facts.name,
        ACCESS_LOG_TABLE: AccessLog.name,
      },
      rights: [
        queriesIndex(Cases, 'Cases', 'kept'),
        reads('Cases', Cases, ['GetItem', 'BatchGetItem', 'Query'], ['CASE#']),
        reads('CaseEvents', CaseEvents, ['Query'], ['CASE#']),
        queriesIndex(Erasures, 'Erasures', 'unfinished'),
        reads('Facts', Facts, ['Query']),
        ...writesItsRows('retention', data),
        throughTables(this, data),
      ],
    });
    addSchedule(this, 'RetentionSchedule', { lambda: retention.lambda, rate: '1 hour' });

    new BesaAlarm(this, 'ErasingLate', {
      topics,
      class: 'look_tomorrow',
      impact,
      runbook: 'Cases are not erased in time',
      metric: new Metric({
        namespace: 'Besa',
        metricName: 'ErasureDelay' satisfies MetricName,
        statistic: 'Maximum',
        period: Duration.days(1),
      }),
      atLeast: Duration.days(2).toSeconds(),
      // The measurement comes every hour. When a day has none, the runs have stopped.
      periods: 2,
      missing: 'bad',
    });

    new BesaAlarm(this, 'ManyErased', {
      topics,
      // What was erased can be brought back for some days only. A working day later may be too late.
      class: 'child_may_be_waiting',
      impact: 'Very many cases were erased within a day. If that was nobody’s plan, what children told is being lost.',
      runbook: 'Very many cases are erased',
      metric: new Metric({
        namespace: 'Besa',
        metricName: 'CaseErased' satisfies MetricName,
        statistic: 'Sum',
        // It rings as soon as the day has that many, not when the day is over.
        period: Duration.days(1),
      }),
      atLeast: stage.erasuresPerDay,
    });

    new BesaAlarm(this, 'KeepingLeft', {
      topics,
      class: 'look_tomorrow',
      impact:
        'More cases are due to be erased than the hourly runs come to: some are kept longer than people were told.',
      runbook: 'A sweep leaves work undone',
      metric: new Metric({
        namespace: 'Besa',
        metricName: 'KeepingLeftUndone' satisfies MetricName,
        statistic: 'Maximum',
        period: Duration.hours(1),
      }),
      atLeast: 1,
      // After an outage one run may leave something to the next. Six runs in a row do not catch up.
      periods: 6,
    });
  }
}

import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { environment as escalationVariables } from '#functions/escalation/env.ts';
import { environment as sweeperVariables } from '#functions/sweeper/env.ts';
import { BesaAlarm } from '../constructs/besa-alarm.ts';
import { BesaFunction } from '../constructs/besa-function.ts';
import type { Surroundings } from '../constructs/besa-function.ts';
import { addSchedule } from '../constructs/schedule.ts';
import type { DataPlane } from '../data/data-plane.ts';
import type { Mail } from './mail.ts';
import type { Reactors } from './reactors.ts';
import {
  marksLetters,
  marksMails,
  pacesLetters,
  queriesIndex,
  reads,
  sendsAccessCodes,
  sendsTo,
  throughTables,
  updatesOnly,
} from '../constructs/rights.ts';
import { writesItsRows } from '../constructs/written-rows.ts';

/**
 * The attributes that the sweeper may touch. They are the relay's mark, a count of resends, and the pending mark it
 * removes.
 */
export const sweeperMarkAttributes = ['pk', 'number', 'sentAt', 'resent', 'pendingPk', 'pendingSk'] as const;

/** What looks again every minute, whatever happened before: at what is not done, and at what is due. */
export class Sweeps extends Construct {
  readonly functions: Readonly<Record<'sweeper' | 'escalation', BesaFunction>>;

  constructor(
    scope: Construct,
    id: string,
    around: Surroundings & { data: DataPlane; reactors: Reactors; mail: Mail },
  ) {
    super(scope, id);
    const { data, mail, reactors, stage } = around;
    const { Cases, CaseEvents, Directory, Keys } = data.tables;
    const sweep = {
      ...around,
      memoryMegabytes: 512 as const,
      // A sweep that took longer than a minute would meet the next one. Then both would only waste reads.
      timeoutSeconds: 55,
      alarmClass: 'child_may_be_waiting' as const,
      triedOnce: true,
      ...(stage.reservesSweeps ? { reservedConcurrency: 1 } : {}),
    };

    const sweeperImpact = 'Work lost between two functions is not picked up again.';
    const sweeper = new BesaFunction(this, 'Sweeper', {
      ...sweep,
      name: 'sweeper',
      impact: sweeperImpact,
      variables: sweeperVariables,
      values: { CASES_TABLE: Cases.name, CASE_EVENTS_TABLE: CaseEvents.name, ...reactors.queueUrls() },
      rights: [
        queriesIndex(CaseEvents, 'CaseEvents', 'pending'),
        updatesOnly('CaseEvents', CaseEvents, sweeperMarkAttributes),
        reads('Cases', Cases, ['Query'], ['CASE#']),
        sendsTo(Object.values(reactors.queues)),
        throughTables(this, data),
      ],
    });
    this.everyMinute('SweeperSchedule', sweeper, around, sweeperImpact);

    const escalationImpact = 'Nobody is called when a deadline is missed.';
    const escalation = new BesaFunction(this, 'Escalation', {
      ...sweep,
      name: 'escalation',
      impact: escalationImpact,
      variables: escalationVariables,
      values: {
        CASES_TABLE: Cases.name,
        CASE_EVENTS_TABLE: CaseEvents.name,
        KEYS_TABLE: Keys.name,
        DIRECTORY_TABLE: Directory.name,
        CONTENT_KEY_ARN: data.keyArns.Content,
        MAIL_FROM: mail.from,
        MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
        MAILS_PER_DAY: String(stage.mail.mailsPerDay),
        STAFF_URL: stage.staffUrl,
      },
      rights: [
        queriesIndex(Cases, 'Cases', 'due'),
        reads('Cases', Cases, ['GetItem', 'BatchGetItem', 'Query'], ['CASE#', 'LETTER#', 'PACE#', 'SENT#', 'KNOWS#']),
        reads(
          'Directory',
          Directory,
          ['GetItem', 'BatchGetItem', 'Query'],
          ['STAFF#', 'DUTY#', 'ROLE#', 'ROSTER', 'NOTICES', 'DISTRUSTED'],
        ),
        ...writesItsRows('escalation', data),
        marksMails(Cases),
        pacesLetters(Cases),
        marksLetters(Cases),
        ...sendsAccessCodes(data),
        throughTables(this, data),
        mail.sending(),
      ],
    });
    this.everyMinute('EscalationSchedule', escalation, around, escalationImpact);
    this.functions = { sweeper, escalation };
  }

  /** Invokes a function every minute. An alarm rings when three minutes pass without a sweep that ended well. */
  private everyMinute(id: string, { lambda }: BesaFunction, { topics }: Surroundings, impact: string): void {
    addSchedule(this, id, { lambda, rate: '1 minute' });
    const minute = { period: Duration.minutes(1), statistic: 'Sum' };
    new BesaAlarm(this, `${id}Heartbeat`, {
      topics,
      class: 'child_may_be_waiting',
      impact,
      runbook: 'A sweep has stopped',
      metric: new MathExpression({
        expression: 'invocations - FILL(errors, 0)',
        usingMetrics: { invocations: lambda.metricInvocations(minute), errors: lambda.metricErrors(minute) },
        period: Duration.minutes(1),
        label: 'Sweeps that ended well',
      }),
      below: 1,
      periods: 3,
      missing: 'bad',
    });
  }
}

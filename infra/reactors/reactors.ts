import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { environment as notificationVariables } from '#functions/notification/env.ts';
import { environment as referralVariables } from '#functions/referral/env.ts';
import { environment as statisticsVariables } from '#functions/statistics/env.ts';
import { environment as slaTimerVariables } from '#functions/sla-timer/env.ts';
import { environment as triageVariables } from '#functions/triage/env.ts';
import { queueUrlName } from '#shared/lambda/environment.ts';
import type { QueueUrlName } from '#shared/lambda/environment.ts';
import type { AlarmMeaning } from '../alarms/alarm-list.ts';
import type { Surroundings } from '../constructs/besa-function.ts';
import { Reactor, ReactorQueue } from '../constructs/reactor.ts';
import type { DataPlane } from '../data/data-plane.ts';
import type { Mail } from './mail.ts';
import { marksMails, pacesLetters, reads, sendsAccessCodes, throughTables } from '../constructs/rights.ts';
import { writesItsRows } from '../constructs/written-rows.ts';
import { reactors } from '../../shared/contracts/events/consumers.ts';
import type { Reactor as ReactorName } from '../../shared/contracts/events/consumers.ts';

const impacts: Readonly<Record<ReactorName, string>> = {
  triage: 'New reports are stored but not triaged: nobody is told of a critical one until its clock runs out.',
  'sla-timer': 'Deadlines of the next steps are not set: a case can stand still without anybody being called.',
  referral: 'Nobody is told to whom a case should go: a child in danger may not be passed on to who can act.',
  statistics: 'What is published of the last quarter may lack cases.',
  notification: 'Staff are not told of new cases, warnings and missed deadlines.',
};

const timeoutSeconds = 30;

/** Nobody waits for a figure. A person waits for everything else. */
function alarmClassOf(reactor: ReactorName): AlarmMeaning['class'] {
  return reactor === 'statistics' ? 'look_tomorrow' : 'child_may_be_waiting';
}

/**
 * Every function that reacts to events, each behind its own queue. Which events a function consumes stands in
 * shared/contracts/events/consumers.ts.
 */
export class Reactors extends Construct {
  readonly queues: Readonly<Record<ReactorName, Queue>>;

  constructor(scope: Construct, id: string, around: Surroundings & { data: DataPlane; mail: Mail }) {
    super(scope, id);
    const { data, mail } = around;
    const { Cases, CaseEvents, Directory, Facts } = data.tables;

    const queueOf = (reactor: ReactorName, constructId: string): ReactorQueue =>
      new ReactorQueue(this, constructId, {
        ...around,
        timeoutSeconds,
        impact: impacts[reactor],
        alarmClass: alarmClassOf(reactor),
      });
    const queues: Record<ReactorName, ReactorQueue> = {
      triage: queueOf('triage', 'TriageQueue'),
      'sla-timer': queueOf('sla-timer', 'SlaTimerQueue'),
      referral: queueOf('referral', 'ReferralQueue'),
      statistics: queueOf('statistics', 'StatisticsQueue'),
      notification: queueOf('notification', 'NotificationQueue'),
    };
    this.queues = {
      triage: queues.triage.queue,
      'sla-timer': queues['sla-timer'].queue,
      referral: queues.referral.queue,
      statistics: queues.statistics.queue,
      notification: queues.notification.queue,
    };
    const reactor = <R extends ReactorName>(name: R) => ({
      ...around,
      name,
      queue: queues[name],
      impact: impacts[name],
      timeoutSeconds,
      memoryMegabytes: 512 as const,
      alarmClass: alarmClassOf(name),
    });

    new Reactor(this, 'Triage', {
      ...reactor('triage'),
      variables: triageVariables,
      values: { CASES_TABLE: Cases.name, CASE_EVENTS_TABLE: CaseEvents.name },
      rights: [
        reads('Cases', Cases, ['GetItem', 'Query'], ['CASE#', 'LIKE#', 'URL#']),
        ...writesItsRows('triage', data),
        throughTables(this, data),
      ],
    });

    new Reactor(this, 'SlaTimer', {
      ...reactor('sla-timer'),
      variables: slaTimerVariables,
      values: { CASES_TABLE: Cases.name, CASE_EVENTS_TABLE: CaseEvents.name },
      rights: [
        reads('Cases', Cases, ['GetItem', 'Query'], ['CASE#']),
        ...writesItsRows('sla-timer', data),
        throughTables(this, data),
      ],
    });

    new Reactor(this, 'Referral', {
      ...reactor('referral'),
      variables: referralVariables,
      values: { CASES_TABLE: Cases.name, CASE_EVENTS_TABLE: CaseEvents.name, DIRECTORY_TABLE: Directory.name },
      rights: [
        reads('Cases', Cases, ['GetItem'], ['CASE#']),
        reads('Directory', Directory, ['Query'], ['INSTITUTIONS']),
        ...writesItsRows('referral', data),
        throughTables(this, data),
      ],
    });

    new Reactor(this, 'Statistics', {
      ...reactor('statistics'),
      variables: statisticsVariables,
      values: { CASES_TABLE: Cases.name, FACTS_TABLE: Facts.name },
      rights: [
        reads('Cases', Cases, ['BatchGetItem'], ['CASE#']),
        ...writesItsRows('statistics', data),
        throughTables(this, data),
      ],
    });

    new Reactor(this, 'Notification', {
      ...reactor('notification'),
      // The mail service takes a few mails a second. A burst waits in the queue, not in the service.
      maximumConcurrency: 2,
      variables: notificationVariables,
      values: {
        CASES_TABLE: Cases.name,
        DIRECTORY_TABLE: Directory.name,
        CONTENT_KEY_ARN: data.keyArns.Content,
        MAIL_FROM: mail.from,
        MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
        MAILS_PER_DAY: String(around.stage.mail.mailsPerDay),
        STAFF_URL: around.stage.staffUrl,
      },
      rights: [
        reads('Cases', Cases, ['GetItem', 'BatchGetItem', 'Query'], ['CASE#', 'PACE#', 'SENT#', 'DESK#']),
        reads('Directory', Directory, ['GetItem', 'BatchGetItem', 'Query'], ['STAFF#', 'DUTY#', 'ROLE#', 'ROSTER']),
        ...writesItsRows('notification', data),
        marksMails(Cases),
        pacesLetters(Cases),
        ...sendsAccessCodes(data),
        throughTables(this, data),
        mail.sending(),
      ],
    });
  }

  /** The variables by which the relay and the sweeper find the queues. */
  queueUrls(): Record<QueueUrlName, string> {
    return Object.fromEntries(
      reactors.map((reactor) => [queueUrlName(reactor), this.queues[reactor].queueUrl]),
    ) as Record<QueueUrlName, string>;
  }
}

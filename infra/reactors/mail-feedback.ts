import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { environment as mailFeedbackVariables } from '#functions/mail-feedback/env.ts';
import type { Surroundings } from '../constructs/besa-function.ts';
import { Reactor, ReactorQueue } from '../constructs/reactor.ts';
import type { DataPlane } from '../data/data-plane.ts';
import type { Mail } from './mail.ts';
import { marksAddresses, marksMails, reads, throughTables } from '../constructs/rights.ts';
import { writesItsRows } from '../constructs/written-rows.ts';

const timeoutSeconds = 30;
const impact =
  'Mails to staff come back and nobody hears of it: who should act does not know, and nobody else is told.';

/**
 * What the mail service says about mails that it took. The way back is: configuration set, event bus, rule, queue,
 * function.
 */
export class MailFeedback extends Construct {
  constructor(scope: Construct, id: string, around: Surroundings & { data: DataPlane; mail: Mail }) {
    super(scope, id);
    const { data, mail } = around;
    const { Cases, CaseEvents, Directory } = data.tables;

    // SES gives its events to the account's own bus and to no other.
    const bus = EventBus.fromEventBusName(this, 'Bus', 'default');
    mail.configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.eventBus(bus),
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
    });
    const queue = new ReactorQueue(this, 'FeedbackQueue', {
      ...around,
      timeoutSeconds,
      impact,
      alarmClass: 'child_may_be_waiting',
    });
    new Rule(this, 'Rule', {
      description: 'Besa: mails to staff that came back',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Complaint Received', 'Email Rejected', 'Email Delivery Delayed'],
        detail: { mail: { tags: { 'ses:configuration-set': [mail.configurationSet.configurationSetName] } } },
      },
      targets: [
        new SqsQueue(queue.queue, { deadLetterQueue: queue.deadLetters.queue, maxEventAge: Duration.hours(24) }),
      ],
    });
    new Reactor(this, 'MailFeedback', {
      ...around,
      name: 'mail-feedback',
      queue,
      impact,
      timeoutSeconds,
      memoryMegabytes: 512,
      alarmClass: 'child_may_be_waiting',
      variables: mailFeedbackVariables,
      values: { CASES_TABLE: Cases.name, CASE_EVENTS_TABLE: CaseEvents.name, DIRECTORY_TABLE: Directory.name },
      rights: [
        reads('Cases', Cases, ['GetItem', 'Query'], ['CASE#', 'LETTER#', 'TAG#']),
        reads('Directory', Directory, ['GetItem', 'BatchGetItem', 'Query'], ['STAFF#', 'DUTY#', 'ROSTER', 'BOUNCES']),
        ...writesItsRows('mail-feedback', data),
        marksMails(Cases),
        ...marksAddresses(Directory),
        throughTables(this, data),
      ],
    });
  }
}

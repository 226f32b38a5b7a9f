import { randomUUID } from 'node:crypto';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { dynamoClient, sesClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { directoryNotices } from '#shared/adapters/aws/directory/directory-notices.ts';
import { directory, distrust } from '#shared/adapters/aws/directory/directory.ts';
import { dueIndex } from '#shared/adapters/aws/indexes/due-index.ts';
import { knownReceipts, receiptLookups } from '#shared/adapters/aws/indexes/lookup-index.ts';
import { accessLetters, openedByKms } from '#shared/adapters/aws/mail/access-letters.ts';
import { letters } from '#shared/adapters/aws/mail/letters.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import { owedAlerts } from '#shared/adapters/aws/mail/owed-alerts.ts';
import { mailer } from '#shared/adapters/aws/mail/mailer.ts';
import { undeliveredWriter } from '#shared/adapters/aws/mail/undelivered-writer.ts';
import { country } from '#shared/country/small.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import { scheduleHandler } from '#shared/lambda/events/schedule-handler.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { environment } from './env.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';

const env = readEnvironment(environment);
const tables = {
  cases: env.CASES_TABLE,
  caseEvents: env.CASE_EVENTS_TABLE,
  keys: env.KEYS_TABLE,
  directory: env.DIRECTORY_TABLE,
};
const db = dynamoClient();

/**
 * Triggered every minute. It may fire twice, or while the last sweep still runs. Each escalation is one transaction on
 * condition of the case's revision, so two sweeps never escalate the same twice. What fails is left to the next sweep.
 */
export const handler = scheduleHandler(
  sweepDeadlines({
    due: dueIndex(db, tables),
    cases: caseReader(db, tables),
    writer: caseWriter(db, tables),
    mailbox: mailbox(db, tables),
    letters: letters(db, tables),
    accessLetters: accessLetters(db, tables, openedByKms(env.CONTENT_KEY_ARN, measure)),
    mailsPerDay: Number(env.MAILS_PER_DAY),
    mailer: mailer(sesClient(), { from: env.MAIL_FROM, configurationSet: env.MAIL_CONFIGURATION_SET }),
    directory: directory(db, tables),
    notices: directoryNotices(db, tables),
    newTag: randomUUID,
    undelivered: undeliveredWriter(db, tables),
    owed: owedAlerts(db, tables),
    distrust: distrust(db, tables),
    known: knownReceipts(db, tables),
    receipts: receiptLookups(db, tables),
    clock: systemClock,
    country,
    wording: await mailWording(country),
    staffUrl: env.STAFF_URL,
    log,
    measure,
  }),
);

import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import { letters } from '#shared/adapters/aws/mail/letters.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import { undeliveredWriter } from '#shared/adapters/aws/mail/undelivered-writer.ts';
import { country } from '#shared/country/small.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { feedbackHandler } from '#shared/lambda/events/feedback-handler.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { environment } from './env.ts';
import { takeFeedback } from './take-feedback.ts';

const env = readEnvironment(environment);
const tables = { cases: env.CASES_TABLE, caseEvents: env.CASE_EVENTS_TABLE, directory: env.DIRECTORY_TABLE };
const db = dynamoClient();

/**
 * Triggered by the feedback queue (bounce, complaint, reject, delay), possibly twice or days late. The mark on the MAIL
 * row is part of the transaction, so each mail is reported once.
 */
export const handler = feedbackHandler(
  takeFeedback({
    cases: caseReader(db, tables),
    directory: directory(db, tables),
    mailbox: mailbox(db, tables),
    letters: letters(db, tables),
    undelivered: undeliveredWriter(db, tables),
    clock: systemClock,
    country,
    log,
    measure,
  }),
);

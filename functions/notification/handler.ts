import { randomBytes, randomUUID } from 'node:crypto';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { doneWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { deskSteps } from '#shared/adapters/aws/cases/desk-rows.ts';
import { knownAccesses } from '#shared/adapters/aws/cases/access-desk.ts';
import { dynamoClient, sesClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import { accessLetters, openedByKms } from '#shared/adapters/aws/mail/access-letters.ts';
import { letters } from '#shared/adapters/aws/mail/letters.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import { mailer } from '#shared/adapters/aws/mail/mailer.ts';
import { country } from '#shared/country/small.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import { queueHandler } from '#shared/lambda/events/queue-handler.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { environment } from './env.ts';
import { withOneRota } from './one-rota.ts';
import { tellStaff } from './tell-staff.ts';

const env = readEnvironment(environment);
const tables = { cases: env.CASES_TABLE, directory: env.DIRECTORY_TABLE };
const db = dynamoClient();
const writer = doneWriter(db, tables, deskSteps);
const mails = mailer(sesClient(), { from: env.MAIL_FROM, configurationSet: env.MAIL_CONFIGURATION_SET });
const wording = await mailWording(country);

/**
 * Triggered by the notification queue (`shared/contracts/events/consumers.ts`), possibly twice or late. DONE and MAIL
 * rows are one transaction, so people are told once. A crash between sending and marking repeats a mail.
 */
export const handler = queueHandler(
  'notification',
  () =>
    tellStaff({
      cases: caseReader(db, tables),
      writer,
      directory: withOneRota(directory(db, tables)),
      mailbox: mailbox(db, tables),
      letters: letters(db, tables),
      mailsPerDay: Number(env.MAILS_PER_DAY),
      mailer: mails,
      accessLetters: accessLetters(db, tables, openedByKms(env.CONTENT_KEY_ARN, measure)),
      accesses: knownAccesses(db, tables),
      randomBytes,
      clock: systemClock,
      country,
      wording,
      staffUrl: env.STAFF_URL,
      newTag: randomUUID,
      log,
      measure,
    }),
  writer,
);

import { randomBytes } from 'node:crypto';
import { knownAccesses } from '#shared/adapters/aws/cases/access-desk.ts';
import { accessLog } from '#shared/adapters/aws/access/access-log.ts';
import { caseFinder } from '#shared/adapters/aws/cases/case-finder.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { deskSteps } from '#shared/adapters/aws/cases/desk-rows.ts';
import { dynamoClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { kmsClient } from '#shared/adapters/aws/keys/kms-client.ts';
import { commandReader } from '#shared/adapters/aws/cases/command-reader.ts';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import { dueIndex } from '#shared/adapters/aws/indexes/due-index.ts';
import { keepingIndex } from '#shared/adapters/aws/indexes/keeping-index.ts';
import { receiptLookups } from '#shared/adapters/aws/indexes/lookup-index.ts';
import { historyReader } from '#shared/adapters/aws/cases/history-reader.ts';
import {
  institutionEntries,
  isRegisteredCampaign,
  platformCodes,
} from '#shared/adapters/aws/directory/directory-lists.ts';
import { keyMaker } from '#shared/adapters/aws/keys/key-maker.ts';
import { keyOpener } from '#shared/adapters/aws/keys/key-opener.ts';
import { deskMac } from '#shared/adapters/aws/keys/macs.ts';
import { letters } from '#shared/adapters/aws/mail/letters.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import { referralReader } from '#shared/adapters/aws/cases/referral-reader.ts';
import { sealedReader } from '#shared/adapters/aws/cases/sealed-reader.ts';
import { workQueue } from '#shared/adapters/aws/indexes/work-queue.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { admitStaff } from '#shared/use-cases/admit-staff.ts';
import { referralsHere } from '#shared/use-cases/referrals-here.ts';
import { environment } from './env.ts';
import { caseDeskRoutes } from './routes.ts';

const env = readEnvironment(environment);
const db = dynamoClient();
const tables = {
  cases: env.CASES_TABLE,
  caseEvents: env.CASE_EVENTS_TABLE,
  keys: env.KEYS_TABLE,
  accessLog: env.ACCESS_LOG_TABLE,
  directory: env.DIRECTORY_TABLE,
};

const kms = kmsClient();
const people = directory(db, tables);

const routes = caseDeskRoutes({
  admit: admitStaff(people),
  directory: people,
  queue: workQueue(db, tables),
  keepingIndex: keepingIndex(db, tables),
  finder: caseFinder(db, tables),
  cases: caseReader(db, tables),
  history: historyReader(db, tables),
  mails: mailbox(db, tables),
  mailbox: mailbox(db, tables),
  letters: letters(db, tables),
  due: dueIndex(db, tables),
  sealed: sealedReader(db, tables),
  referrals: referralReader(db, tables),
  accesses: knownAccesses(db, tables),
  deskMac: deskMac(kms, env.DESK_KEY_ARN),
  isDeskOpen: env.REFERRAL_DESK === 'open',
  receipts: receiptLookups(db, tables),
  randomBytes,
  keys: keyOpener(kms, env.CONTENT_KEY_ARN, measure),
  keyMaker: keyMaker(kms, env.CONTENT_KEY_ARN),
  accessLog: accessLog(db, tables),
  writer: caseWriter(db, tables, deskSteps),
  commands: commandReader(db, tables),
  clock: systemClock,
  log,
  measure,
  ownPlatforms: platformCodes(db, tables),
  isCampaign: isRegisteredCampaign(db, tables),
  country: { ...country, ...referralsHere(country, institutionEntries(db, tables)) },
});

/**
 * Triggered by the staff API. It may run twice for the same command, when a client sends it again. The Idempotency-Key
 * makes it take effect once, and the retry gets the answer that was stored with the first.
 */
export const handler = httpHandler(routes, country, 'staff');

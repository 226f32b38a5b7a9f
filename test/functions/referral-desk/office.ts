import { randomBytes, randomUUID } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { tellStaff } from '#functions/notification/tell-staff.ts';
import { mailsUntil, sendDueMails } from '#functions/escalation/send-due-mails.ts';
import { accessOpener } from '#functions/referral-desk/open-access.ts';
import { answerOffice } from '#functions/referral-desk/pages/answer-office.ts';
import { officeRoutes } from '#functions/referral-desk/pages/office-routes.ts';
import { referralDeskRoutes, type ReferralDeskDeps } from '#functions/referral-desk/routes.ts';
import { accessDesk, knownAccesses } from '#shared/adapters/aws/cases/access-desk.ts';
import { directory, staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { dueIndex } from '#shared/adapters/aws/indexes/due-index.ts';
import { accessCodes } from '#shared/adapters/aws/keys/access-codes.ts';
import { accessLetters } from '#shared/adapters/aws/mail/access-letters.ts';
import { letters } from '#shared/adapters/aws/mail/letters.ts';
import { owedAlerts } from '#shared/adapters/aws/mail/owed-alerts.ts';
import { undeliveredWriter } from '#shared/adapters/aws/mail/undelivered-writer.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { visits } from '#shared/adapters/aws/cases/visits.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import {
  deskAddressesGiven,
  deskAnswered,
  deskNoted,
  deskReferralShown,
  deskSessionBegun,
} from '#shared/contracts/http/public/desk-answers.ts';
import { country } from '#shared/country/current.ts';
import { contactDuty } from '#shared/domain/case/referral.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import { drawOfficeProblem } from '#shared/pages/office/problem.ts';
import type { Envelope } from '#shared/ports/mailbox.ts';
import { visitKeeper } from '#shared/use-cases/visit-keeper.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { people } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';

/** Form of an access code in a mail, and of a one-time code. */
const accessForm = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/;
const digitsForm = /\b\d{3} \d{3}\b/;

const answerOf = {
  code: deskNoted,
  session: deskSessionBegun,
  referral: deskReferralShown,
  addresses: deskAddressesGiven,
  answer: deskAnswered,
  'not-for-me': deskNoted,
};

/** What institutions and the centre's mails do, beside a case desk. */
export function officeBeside(desk: Desk, instead: Partial<ReferralDeskDeps> = {}) {
  const { db, tables } = desk.database;
  const { clock } = desk;
  const due = dueIndex(db, tables);
  const { log, measure, cases, writer, commands } = desk.deps;
  const known = directory(db, tables, clock);
  const access = accessDesk(db, tables);
  const sent: Envelope[] = [];
  const deps: ReferralDeskDeps = {
    openAccess: accessOpener({ desk: access, directory: known, country, clock }),
    desk: access,
    writer,
    commands,
    accessLog: desk.deps.accessLog,
    randomBytes,
    clock,
    country,
    log,
    measure,
    ...instead,
  };
  const routes = referralDeskRoutes(deps);
  const pages = {
    routes,
    visits: visitKeeper({ visits: visits(db, tables, clock), log }),
    country,
    clock,
    newKey: randomUUID,
    log,
  };
  const handler = httpHandler(
    [...routes, ...officeRoutes(country, () => Promise.resolve(answerOffice(pages)))],
    country,
    'anybody',
    (...problem) => drawOfficeProblem(country, ...problem),
  );

  const undelivered = undeliveredWriter(db, tables);
  const undeliveredDeps = { undelivered, owed: owedAlerts(db, tables) };
  const mailing = async () => ({
    cases,
    writer,
    directory: known,
    mailbox: mailbox(db, tables),
    letters: letters(db, tables),
    accessLetters: accessLetters(db, tables, accessCodes(desk.keys)),
    accesses: knownAccesses(db, tables),
    randomBytes,
    mailsPerDay: 50_000,
    mailer: {
      send: (letter: Envelope) => {
        sent.push(letter);
        return Promise.resolve({ messageId: `message-${sent.length}` });
      },
    },
    clock,
    country,
    wording: await mailWording(country),
    staffUrl: 'https://staff.centre.example',
    newTag: randomUUID,
    log,
    measure,
  });

  const putPerson = async (person: Person): Promise<void> => {
    for (const Item of staffRows(person)) await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
  };

  return {
    sent,
    handler,
    accesses: knownAccesses(db, tables),
    /** Puts a contact of an institution into the directory, or changes one. */
    contact: async (id: string, institution: string, more: Partial<Person> = {}): Promise<void> =>
      putPerson({
        ...people.director,
        id,
        name: `Name of ${id}`,
        mail: `${id}@institution.example`,
        language: 'en',
        duties: [contactDuty(institution)],
        ...more,
      }),
    /** Notification hears of everything that was not told yet, in order. */
    async tell(caseNumber: string): Promise<void> {
      const telling = tellStaff(await mailing());
      for (const event of await desk.historyOf(caseNumber)) {
        if (
          /^referral\.(approved|reminded|withdrawn|code_asked|code_failed|misdirected|asked|replied)$/.test(event.type)
        )
          await telling(event);
      }
    },
    /** What waits for the next daily mail leaves with it. */
    async nextDigest(): Promise<void> {
      clock.set(plusMinutes(clock.now(), 12 * 60));
      const { mails } = await due.upTo(clock.now(), mailsUntil(clock.now()));
      await sendDueMails({ ...(await mailing()), ...undeliveredDeps })(mails, clock.now());
    },
    /** The mails to somebody, by directory id of a contact. */
    mailsTo: (id: string): Envelope[] => sent.filter(({ to }) => to === `${id}@institution.example`),
    /** The access code in the last mail that has one. */
    accessOf: (id: string): string => lastOf(sent, id, accessForm),
    digitsOf: (id: string): string => lastOf(sent, id, digitsForm),
    /** What an institution sends. A success has the form that the API document says. */
    ask: async (
      step: keyof typeof answerOf,
      body: object,
      headers: Record<string, string> = {},
    ): Promise<GatewayAnswer> => {
      const asked = postOf(`/v1/desk/${step}`, body, { 'Accept-Language': 'en', ...headers });
      const answer = await callHandler(handler, asked);
      if (answer.status < 300 && answer.headers['Content-Type'] === 'application/json')
        answerOf[step].parse(answer.json);
      return answer;
    },
  };
}

function lastOf(sent: readonly Envelope[], id: string, form: RegExp): string {
  const found = sent
    .filter(({ to }) => to === `${id}@institution.example`)
    .map(({ text }) => form.exec(text)?.[0])
    .findLast((code) => code !== undefined);
  if (found === undefined) throw new Error(`No mail to ${id} has such a code.`);
  return found;
}

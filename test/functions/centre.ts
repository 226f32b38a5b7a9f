import { randomBytes, randomUUID } from 'node:crypto';
import { knownAccesses } from '#shared/adapters/aws/cases/access-desk.ts';
import { accessCodes } from '#shared/adapters/aws/keys/access-codes.ts';
import { accessLetters } from '#shared/adapters/aws/mail/access-letters.ts';
import { localKeys } from '#test/support/local-keys.ts';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { consumersOf, type Reactor } from '#shared/contracts/events/consumers.ts';
import { mailsUntil, sendDueMails } from '#functions/escalation/send-due-mails.ts';
import { sweepDeadlines } from '#functions/escalation/sweep-deadlines.ts';
import { takeFeedback } from '#functions/mail-feedback/take-feedback.ts';
import { tellStaff } from '#functions/notification/tell-staff.ts';
import { referCase } from '#functions/referral/refer-case.ts';
import { reconcileClocks } from '#functions/sla-timer/reconcile-clocks.ts';
import { countCase } from '#functions/statistics/count-case.ts';
import { triageCase } from '#functions/triage/triage-case.ts';
import { caseFacts } from '#shared/adapters/aws/figures/case-facts.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { directoryNotices } from '#shared/adapters/aws/directory/directory-notices.ts';
import { directory, distrust, staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { dueIndex } from '#shared/adapters/aws/indexes/due-index.ts';
import { knownReceipts, receiptLookups } from '#shared/adapters/aws/indexes/lookup-index.ts';
import { possibleDuplicates } from '#shared/adapters/aws/indexes/possible-duplicates.ts';
import { letters as lettersStore } from '#shared/adapters/aws/mail/letters.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import { owedAlerts } from '#shared/adapters/aws/mail/owed-alerts.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { undeliveredWriter } from '#shared/adapters/aws/mail/undelivered-writer.ts';
import { albania } from '#shared/country/al/pack.ts';
import { changeCase, type ChangeParts } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { promiseAt, wantedTimers } from '#shared/domain/sla/clocks.ts';
import type { CaseEvent, EventType } from '#shared/domain/case/events.ts';
import { feedbackHandler } from '#shared/lambda/events/feedback-handler.ts';
import type { TimeLeft } from '#shared/lambda/time-left.ts';
import type { LogCode, LogIds, MetricName } from '#shared/lambda/log/log.ts';
import { queueHandler } from '#shared/lambda/events/queue-handler.ts';
import type { CaseWithTimers, CaseWriter } from '#shared/ports/case-store.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import type { Envelope, Mailbox } from '#shared/ports/mailbox.ts';
import { startDatabase, type DatabaseKind } from '#test/support/engine.ts';
import { aNewCase, envelopeOf, historyOf, ownCase } from '#test/support/new-case.ts';
import { policy } from './policy.ts';

/** One person per rung, named after the duty. */
export const staff: StaffMember[] = ['duty', 'backup', 'supervisor', 'director', 'partner'].map((duty) => ({
  id: `staff-${duty}`,
  name: duty,
  mail: `${duty}@centre.example`,
  language: duty === 'director' ? 'sq' : 'en',
  duties: [duty],
  active: true,
  cleared: false,
}));

export type Centre = Awaited<ReturnType<typeof openCentre>>;

/** A process that dies: what was written before stays, what would come after does not happen. */
export class Crash extends Error {}

/**
 * Triage, sla-timer, notification and escalation on the real tables, with a clock that is stepped and a mail service that
 * takes down what it is handed. `between` lets a test step in just before and after any write.
 */
export async function openCentre(
  people: readonly StaffMember[] = staff,
  on: DatabaseKind = 'memory',
  settings: { mailsPerDay?: number } = {},
) {
  const database = await startDatabase(on);
  const { db, tables } = database;
  const known = new Map<string, number>();
  const letters: (Envelope & { at: Instant })[] = [];
  const logged: { code: LogCode; ids: LogIds }[] = [];
  const measured: { metric: MetricName; value: number }[] = [];
  const time = { now: '2026-11-20T22:10:00.000Z' };
  const between: {
    beforeWrite?: () => Promise<void> | void;
    afterWrite?: () => Promise<void> | void;
    afterSend?: () => Promise<void> | void;
    onSend?: (letter: Envelope) => Promise<void> | void;
  } = {};

  const clock = { now: () => time.now };
  const writer = caseWriter(db, tables);
  const realMailbox = mailbox(db, tables);
  const realLetters = lettersStore(db, tables);
  const watchedWriter: CaseWriter = {
    write: async (change, also) => {
      await between.beforeWrite?.();
      const written = await writer.write(change, also);
      await between.afterWrite?.();
      return written;
    },
    writeDone: async (caseId, done, mails, alert) => {
      await between.beforeWrite?.();
      const written = await writer.writeDone(caseId, done, mails, alert);
      await between.afterWrite?.();
      return written;
    },
  };
  const watchedMailbox: Mailbox = {
    ...realMailbox,
    markTold: async (told, at, messageId) => {
      await between.afterSend?.();
      await realMailbox.markTold(told, at, messageId);
    },
  };
  const cases = caseReader(db, tables);
  const owed = owedAlerts(db, tables);
  const mail = {
    cases,
    directory: directory(db, tables, clock),
    mailbox: watchedMailbox,
    letters: realLetters,
    accessLetters: accessLetters(db, tables, accessCodes(localKeys())),
    newTag: randomUUID,
    mailsPerDay: settings.mailsPerDay ?? 50_000,
    mailer: {
      send: async (letter: Envelope) => {
        await between.onSend?.(letter);
        letters.push({ ...letter, at: time.now });
        return { messageId: `message-${letters.length}` };
      },
    },
    clock,
    wording: policy,
    staffUrl: 'https://staff.centre.example',
    log: (code: LogCode, ids: LogIds = {}) => void logged.push({ code, ids }),
    measure: (metric: MetricName, value: number) => void measured.push({ metric, value }),
  };
  const write = { cases, writer: watchedWriter, clock, policy };
  const reactions = {
    triage: triageCase({ ...write, possibleDuplicates: possibleDuplicates(db, tables), country: policy }),
    'sla-timer': reconcileClocks(write),
    referral: referCase({ cases, writer: watchedWriter, clock, country: albania }),
    statistics: countCase({ facts: caseFacts(db, tables), clock, country: albania, newId: randomUUID }),
    notification: tellStaff({
      ...mail,
      writer: watchedWriter,
      country: policy,
      accesses: knownAccesses(db, tables),
      randomBytes,
    }),
  };
  const handlers = {
    triage: queueHandler('triage', () => reactions.triage, watchedWriter),
    'sla-timer': queueHandler('sla-timer', () => reactions['sla-timer'], watchedWriter),
    referral: queueHandler('referral', () => reactions.referral, watchedWriter),
    statistics: queueHandler('statistics', () => reactions.statistics, watchedWriter),
    notification: queueHandler('notification', () => reactions.notification, watchedWriter),
  };
  const sweepDeps = {
    ...mail,
    undelivered: undeliveredWriter(db, tables),
    owed,
    notices: directoryNotices(db, tables),
    ...write,
    country: policy,
    due: dueIndex(db, tables),
    distrust: distrust(db, tables),
    known: knownReceipts(db, tables),
    receipts: receiptLookups(db, tables),
  };
  const sweep = sweepDeadlines(sweepDeps);
  const hearFeedback = feedbackHandler(
    takeFeedback({ ...mail, country: policy, undelivered: undeliveredWriter(db, tables) }),
  );
  const history = (of: { caseId: string }): Promise<CaseEvent[]> => historyOf(db, tables, of.caseId);

  for (const member of people) await putMember(member);

  async function putMember(member: StaffMember): Promise<void> {
    for (const row of staffRows(member)) await db.send(new PutItemCommand({ TableName: tables.directory, Item: row }));
  }

  /** Delivers events as one batch; answers how many of them come back. */
  async function deliver(reactor: Reactor, ...events: CaseEvent[]): Promise<number> {
    const answer = await handlers[reactor](batchOf(events.map((event) => JSON.stringify(envelopeOf(event)))));
    return answer.batchItemFailures.length;
  }

  async function read(of: { caseId: string }): Promise<CaseWithTimers> {
    const found = await cases.load(of.caseId);
    if (found === undefined) throw new Error('The case is not there.');
    return found;
  }

  return {
    database,
    letters,
    logged,
    measured,
    between,
    sweepDeps,
    knownReceipts: sweepDeps.known,
    cases,
    writer: watchedWriter,
    handlers,
    reactions,
    /** One sweep, with all the time it needs or as much as it is given. */
    sweep: (timeLeft: TimeLeft = () => Infinity) => sweep(timeLeft),
    /** The mails of a sweep alone. */
    sendDue: async () => {
      const { mails } = await sweepDeps.due.upTo(time.now, mailsUntil(time.now));
      return sendDueMails(sweepDeps)(mails, time.now);
    },
    deliver,
    read,
    history,
    putMember,
    member: (id: string) => mail.directory.member(id),
    holders: (duties: readonly string[]) => mail.directory.holders(duties, time.now),
    /** Hands over what the mail service says, as one batch; answers how many of it come back. */
    feedback: async (...bodies: string[]) => (await hearFeedback(batchOf(bodies))).batchItemFailures.length,
    mailsOf: (of: { caseId: string }) => realMailbox.ofCase(of.caseId),
    owedTo: (of: { caseId: string }) => owed.ofCase(of.caseId),
    now: () => time.now,
    at: (now: Instant) => void (time.now = now),
    later: (minutes: number) => void (time.now = plusMinutes(time.now, minutes)),
    stop: () => database.stop(),

    /** A case as intake would have left it at this instant, of the severity asked for. */
    async receive(overrides: Partial<Case> = {}, likenesses: string[] = []): Promise<Case> {
      const of = ownCase({ receivedAt: time.now, ...overrides });
      of.promise = promiseAt(time.now, of.severity, of.reported, policy.clocks);
      const newCase = aNewCase({ case: of, timers: wantedTimers(of, policy), likenesses });
      const stored = await reportStore(db, tables).store(newCase);
      if (!stored.stored) throw new Error(`The case was not stored: ${stored.because}.`);
      return of;
    },

    /** Writes a change as the case desk would. */
    async change(of: { caseId: string }, parts: ChangeParts): Promise<void> {
      const { case: before } = await read(of);
      const written = await writer.write(changeCase(before, parts, time.now));
      if (!written.written) throw new Error('The change was not written.');
    },

    /** Delivers every event not delivered yet to its consumers, until nothing new comes of it. */
    async settle(of: { caseId: string }): Promise<void> {
      for (;;) {
        const fresh = (await history(of)).filter((event) => event.number > (known.get(of.caseId) ?? 0));
        if (fresh.length === 0) return;
        for (const event of fresh) {
          for (const reactor of consumersOf(event.type)) await deliver(reactor, event);
          known.set(of.caseId, event.number);
        }
      }
    },

    async lastEvent(of: { caseId: string }, type: EventType): Promise<CaseEvent> {
      const found = (await history(of)).findLast((event) => event.type === type);
      if (found === undefined) throw new Error(`There is no ${type}.`);
      return found;
    },
  };
}

/** Messages as the queue hands them over. */
export function batchOf(bodies: readonly string[]): SQSEvent {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `message-${index}`,
      receiptHandle: '',
      body,
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '0',
        SenderId: '',
        ApproximateFirstReceiveTimestamp: '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: '',
      awsRegion: 'eu-south-1',
    })),
  };
}

import type { Instant } from '#shared/domain/time/instant.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { isForInstitution } from '#shared/domain/mail/referral-mails.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import { errorName } from '#shared/lambda/log/log.ts';
import type { Mail, MailRef } from '#shared/ports/mailbox.ts';
import type { SendMailDeps } from '#shared/use-cases/send-mail.ts';
import { longestPauseMinutes, sendTogether } from '#shared/use-cases/send-mail.ts';
import { reportUndelivered, type ReportUndeliveredDeps } from '#shared/use-cases/report-undelivered.ts';
import { oldestSeconds } from './oldest.ts';
import { isToBeRecorded, recordSent, type RecordSentDeps } from './record-sent.ts';

/** How many letters are sent at the same time. */
const lettersAtOnce = 4;
/** The index names at most this many mails. When it names so many, there may be more. */
const mailsPerSweep = 400;
/**
 * A mail that leaves within this many minutes goes with one that is due now. So a burst over two sweeps is one letter.
 */
const togetherMinutes = 1;

/**
 * Sends the mails that are due. What waited for the morning, a daily mail or its burst is one letter to each person. A
 * mail that was left unsent is a letter of its own. A letter that the service did not take gets its next try later.
 * Where a mail cannot tell whom it was for, somebody else is told. Only a fault of the database leaves a mail due now.
 * When an institution has its mail, the case says so.
 */
export function sendDueMails(deps: SendDueMailsDeps): (mails: readonly MailRef[], now: Instant) => Promise<SentMails> {
  const send = sendTogether(deps);
  const report = reportUndelivered(deps, 'besa:escalation');
  const record = recordSent(deps);
  return async (mails, now) => {
    const found = await deps.mailbox.waiting(mails);
    const soon = plusMinutes(now, togetherMinutes);
    const near = found.filter((mail) => mail.retryAt <= soon);
    // A mail with `toldAt` was handed over before and is only repeated. It is not one that nobody got.
    const dueSince = found
      .filter((mail) => mail.toldAt === undefined)
      .map((mail) => mail.leavesAt ?? mail.createdAt)
      .filter((at) => at <= now);
    deps.measure('OldestUnsentMailAge', oldestSeconds(dueSince, now));
    const outcomes = await inParallel(lettersAtOnce, lettersOf(near, now), async (mails) => {
      try {
        if (isToBeRecorded(mails[0])) return await record(mails[0]);
        const { outcome, lost = [] } = await send(mails);
        for (const { mail, because } of lost) await report(mail.tag, because);
        // It is tried again all the same. Meanwhile somebody else is told, once per mail.
        if (outcome === 'refused') for (const { tag } of mails) await report(tag, 'refused');
        return outcome;
      } catch (error) {
        const { caseId, eventId } = mails[0];
        deps.log('mail_failed', { caseId, eventId, count: mails.length, errorName: errorName(error) });
        return 'fault';
      }
    });
    return { tried: outcomes.length, isMore: near.length >= mailsPerSweep };
  };
}

/** Up to when mails are looked for. Mails that pause between two tries count in the measured age as well. */
export const mailsUntil = (now: Instant): Instant => plusMinutes(now, longestPauseMinutes);

export interface SentMails {
  /** Number of letters, whatever came of them. */
  tried: number;
  isMore: boolean;
}

export type SendDueMailsDeps = SendMailDeps & ReportUndeliveredDeps & RecordSentDeps;

type Letter = readonly [Mail, ...Mail[]];

/**
 * Groups mails into letters. An urgent mail is a letter of its own. Mails that wait for one person go together once any
 * of them is due. An institution gets one letter for each referral, because its reader passes each on to somebody else.
 */
function lettersOf(mails: readonly Mail[], now: Instant): Letter[] {
  const isDue = (mail: Mail): boolean => mail.retryAt <= now;
  const alone = mails.filter((mail) => mail.leavesAt === undefined && isDue(mail));
  // A mail that was tried and is not due yet belongs to the worker that is trying it.
  const waiting = mails.filter((mail) => mail.leavesAt !== undefined && (isDue(mail) || mail.attempts === 0));
  const byPerson = [
    ...Map.groupBy(waiting, (mail) => (isForInstitution(mail.occasion) ? mail.tag : mail.to)).values(),
  ].filter((of) => of.some(isDue));
  return [...alone.map((mail): Letter => [mail]), ...(byPerson as unknown as Letter[])];
}

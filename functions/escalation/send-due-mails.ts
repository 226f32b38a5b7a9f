import type { Instant } from '#shared/domain/time/instant.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { isForInstitution } from '#shared/domain/mail/referral-mails.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import { errorName } from '#shared/lambda/log/log.ts';
import type { Mail, MailRef } from '#shared/ports/mailbox.ts';
import type { SendMail } from '#shared/use-cases/send-mail.ts';
import { longestPauseMinutes, sendTogether } from '#shared/use-cases/send-mail.ts';
import { reportUndelivered, type ReportUndelivered } from '#shared/use-cases/report-undelivered.ts';
import { oldestSeconds } from './oldest.ts';
import { isToBeRecorded, recordSent, type RecordSent } from './record-sent.ts';

/** How many letters are handed over at a time. */
const lettersAtOnce = 4;
/** The index names at most this many; when it does, there may be more. */
const mailsPerSweep = 400;
/** What leaves within this many minutes leaves with the first of it: a burst over two sweeps is one mail. */
const togetherMinutes = 1;

/**
 * Sends the mails that are due: what waited for the morning, a digest or its burst as one letter to each person, what was
 * left unsent on its own. A letter that the service did not take has its next try set; one that cannot tell whom it was
 * for has somebody else told; only a fault of the database leaves it due now. What an institution has is recorded.
 */
export function sendDueMails(deps: SendDueMails): (mails: readonly MailRef[], now: Instant) => Promise<SentMails> {
  const send = sendTogether(deps);
  const report = reportUndelivered(deps, 'besa:escalation');
  const record = recordSent(deps);
  return async (mails, now) => {
    const found = await deps.mailbox.waiting(mails);
    const soon = plusMinutes(now, togetherMinutes);
    const near = found.filter((mail) => mail.retryAt <= soon);
    // A mail that rings again has been handed over before; it is not one that nobody got.
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
        // Refused once more: somebody else is told meanwhile, once per mail.
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

/** Until when mails are to be looked at: those that pause between two tries wait as much as those that are tried now. */
export const mailsUntil = (now: Instant): Instant => plusMinutes(now, longestPauseMinutes);

export interface SentMails {
  /** Letters, whatever came of them. */
  tried: number;
  isMore: boolean;
}

export type SendDueMails = SendMail & ReportUndelivered & RecordSent;

type Letter = readonly [Mail, ...Mail[]];

/**
 * Mails by letter: an urgent one is a letter of its own, what waits goes together once any of it is due. An institution
 * gets a letter about each referral: who reads it passes each on to somebody else.
 */
function lettersOf(mails: readonly Mail[], now: Instant): Letter[] {
  const isDue = (mail: Mail): boolean => mail.retryAt <= now;
  const alone = mails.filter((mail) => mail.leavesAt === undefined && isDue(mail));
  // A mail that was tried and is not due yet belongs to whoever is trying it.
  const waiting = mails.filter((mail) => mail.leavesAt !== undefined && (isDue(mail) || mail.attempts === 0));
  const byPerson = [
    ...Map.groupBy(waiting, (mail) => (isForInstitution(mail.occasion) ? mail.tag : mail.to)).values(),
  ].filter((of) => of.some(isDue));
  return [...alone.map((mail): Letter => [mail]), ...(byPerson as unknown as Letter[])];
}

import type { Instant } from '#shared/domain/time/instant.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { anyLetterAt, budgetOf, mayLeaveAt, type MailPace } from '#shared/domain/mail/mail-pace.ts';
import { isForInstitution } from '#shared/domain/mail/referral-mails.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import { errorName } from '#shared/lambda/log/log.ts';
import type { DueMail } from '#shared/ports/due-index.ts';
import type { Mail } from '#shared/ports/mailbox.ts';
import type { Pacing, SendMailDeps } from '#shared/use-cases/send-mail.ts';
import { isTryOver, longestPauseMinutes, sendTogether } from '#shared/use-cases/send-mail.ts';
import { reportUndelivered, type ReportUndeliveredDeps } from '#shared/use-cases/report-undelivered.ts';
import { oldestSeconds } from './oldest.ts';
import { isToBeRecorded, recordSent, type RecordSentDeps } from './record-sent.ts';

/** How many letters are sent at the same time. */
const lettersAtOnce = 4;
/** How many mails one letter tells at most. The rest is told by the next one. */
const mailsInLetter = 400;
/**
 * A mail that leaves within this many minutes goes with one that is due now. So a burst over two sweeps is one letter.
 */
const togetherMinutes = 1;
/** How far ahead mails are looked for: what waits for the pace goes along with a letter that leaves earlier. */
const aheadMinutes = 60;

/**
 * Sends the mails that are due: one letter to each person about everything that waits for them, as their pace allows. A
 * letter that the service did not take gets its next try later. Where a mail cannot tell whom it was for, somebody else
 * is told. Only a fault of the database leaves a mail due now. When an institution has its mail, the case says so. What
 * waits for people who got a letter just now is not read.
 */
export function sendDueMails(deps: SendDueMailsDeps): (mails: readonly DueMail[], now: Instant) => Promise<SentMails> {
  const send = sendTogether(deps);
  const report = reportUndelivered(deps, 'besa:escalation');
  const record = recordSent(deps);
  const { pace } = deps.country.mailTiming;

  async function sendLetter(mails: Letter, pacing: Pacing): Promise<Sent> {
    try {
      if (isToBeRecorded(mails[0])) {
        await record(mails[0]);
        return { isTried: true };
      }
      const sent = await send(mails, pacing);
      for (const { mail, because } of sent.lost ?? []) await report(mail, because);
      // It is tried again all the same. Meanwhile somebody else is told, once per mail.
      if (sent.outcome === 'refused') for (const mail of mails) await report(mail, 'refused');
      return sent.outcome === 'waits' ? { isTried: false, until: sent.until } : { isTried: true };
    } catch (error) {
      const { caseId, eventId } = mails[0];
      deps.log('mail_failed', { caseId, eventId, count: mails.length, errorName: errorName(error) });
      return { isTried: true };
    }
  }

  return async (found, now) => {
    const byReader = [...Map.groupBy(found, ({ to }) => to)];
    const { last, sentInDay } = await deps.letters.sentSoFar(
      byReader.map(([to]) => to),
      now,
    );
    const budget = budgetOf(sentInDay, deps.mailsPerDay);
    deps.measure('MailQuotaUsed', Math.round((sentInDay * 100) / deps.mailsPerDay));
    const readers = byReader.map(([to, refs]) => {
      const until = anyLetterAt(last.get(to) ?? {}, pace);
      const isBlocked = until !== undefined && until > now;
      const isDueBy = (at: Instant): boolean => refs.some(({ dueAt }) => dueAt <= at);
      const isRead = !isBlocked && isDueBy(plusMinutes(now, longestPauseMinutes));
      return {
        to,
        refs: isRead ? refs.slice(0, mailsInLetter) : [],
        waits: isBlocked && isDueBy(now) ? [{ isTried: false, until }] : [],
      };
    });
    const waitingMails = Map.groupBy(
      await deps.mailbox.waiting(readers.flatMap(({ refs }) => refs)),
      (mail) => mail.to,
    );
    const unsentSince: Instant[] = [];
    const sent = await inParallel(lettersAtOnce, readers, async ({ to, waits }): Promise<Sent[]> => {
      const mails = waitingMails.get(to);
      if (mails === undefined) return waits;
      const pacing = { last: last.get(to) ?? {}, budget };
      unsentSince.push(...allowedSince(mails, pacing, pace, now));
      const letters = lettersOf(mails, now);
      const outcomes: Sent[] = [];
      // Letters to one person leave one after the other, each with what is known of the one before.
      for (const letter of letters) {
        const lately = outcomes.length === 0 ? pacing.last : ((await deps.letters.lastOf([to])).get(to) ?? {});
        outcomes.push(await sendLetter(letter, { last: lately, budget }));
      }
      return outcomes;
    });
    deps.measure('OldestUnsentMailAge', oldestSeconds(unsentSince, now));
    const waiting = byReader.flatMap(([to], index) =>
      (sent[index] ?? []).flatMap(({ until }) => (until === undefined ? [] : [[to, until] as const])),
    );
    return { tried: sent.flat().filter(({ isTried }) => isTried).length, waiting: new Map(waiting) };
  };
}

/** Up to when mails are looked for. Mails that pause between two tries count in the measured age as well. */
export const mailsUntil = (now: Instant): Instant => plusMinutes(now, aheadMinutes);

export interface SentMails {
  /** Number of letters, whatever came of them. */
  tried: number;
  /** Whose mails are due and wait for their pace, and until when. */
  waiting: ReadonlyMap<string, Instant>;
}

interface Sent {
  isTried: boolean;
  /** Until when the letter waits for its pace. */
  until?: Instant;
}

/**
 * Since when each mail was allowed to leave and has not. A mail with `toldAt` was handed over before and is only
 * repeated. It is not one that nobody got.
 */
function allowedSince(mails: readonly Mail[], { last, budget }: Pacing, pace: MailPace, now: Instant): Instant[] {
  return mails
    .filter((mail) => mail.toldAt === undefined)
    .map((mail) => {
      const own = mail.leavesAt ?? mail.waitsUntil ?? mail.createdAt;
      const byPace = isForInstitution(mail.occasion) ? undefined : mayLeaveAt(mail, last, { budget }, pace);
      return byPace === undefined || byPace < own ? own : byPace;
    })
    .filter((at) => at <= now);
}

export type SendDueMailsDeps = SendMailDeps &
  ReportUndeliveredDeps &
  RecordSentDeps & {
    /** How many mails the mail service takes in 24 hours. */
    mailsPerDay: number;
  };

type Letter = readonly [Mail, ...Mail[]];

/**
 * Groups the mails of one reader into letters that have something due. Everything that waits for a person is one letter.
 * What waits for its pace goes along, and so does what pauses between two tries: the mail service may be back. What waits
 * for a later time of the day does not. An institution gets one letter for each referral, because its reader passes each
 * on to somebody else.
 */
function lettersOf(mails: readonly Mail[], now: Instant): Letter[] {
  const soon = plusMinutes(now, togetherMinutes);
  const isDue = (mail: Mail): boolean => mail.retryAt <= now;
  // A mail whose try is not over belongs to the worker that is trying it.
  const goesAlong = (mail: Mail): boolean => {
    if (mail.toldAt !== undefined) return mail.retryAt <= soon;
    return mail.attempts === 0 ? (mail.leavesAt ?? now) <= soon : isTryOver(mail, now);
  };
  const near = mails.filter((mail) => isDue(mail) || goesAlong(mail));
  return [
    ...Map.groupBy(near, (mail) =>
      isForInstitution(mail.occasion) ? `${mail.eventId} ${mail.to}` : (mail.group ?? ''),
    ).values(),
  ].filter((of) => of.some(isDue)) as unknown as Letter[];
}

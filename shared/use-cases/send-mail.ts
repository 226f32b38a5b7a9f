import type { Instant } from '../domain/case.ts';
import { plusMinutes } from '../domain/clocks.ts';
import { timerId } from '../domain/timer.ts';
import { errorName, type log, type measure } from '../lambda/log.ts';
import type { MailWording } from '../mail/render-mail.ts';
import { renderMail } from '../mail/render-mail.ts';
import type { CaseReader, CaseWithTimers } from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import { MailRefused, type Mail, type Mailbox, type Mailer } from '../ports/mailbox.ts';

export interface SendMail {
  cases: CaseReader;
  directory: Directory;
  mailbox: Mailbox;
  mailer: Mailer;
  clock: Clock;
  wording: MailWording;
  /** Where staff open a case, without a slash at the end. */
  staffUrl: string;
  log: typeof log;
  measure: typeof measure;
}

export type MailOutcome =
  | { outcome: 'sent' }
  /** Nobody needs it any more; the row says why. */
  | { outcome: 'dropped'; because: string }
  /** The mail service did not take it; the sweep tries again when `retryAt` has come. */
  | { outcome: 'failed' }
  /** Another worker took this try. */
  | { outcome: 'taken' };

/** Minutes from a try to the next: long enough for the first one to end, then doubling up to half an hour. */
const firstTryMinutes = 2;
const longestPauseMinutes = 30;

/** Until when a try belongs to whoever makes it. `attempts` counts this try. */
export function tryEndsAt(now: Instant, attempts: number): Instant {
  return plusMinutes(now, Math.min(firstTryMinutes * 2 ** (attempts - 1), longestPauseMinutes));
}

/** Whether the occasion of a mail has passed: the case is over, or the deadline it is about was met. */
export function passed(of: CaseWithTimers, timer: string | undefined): 'case_over' | 'clock_ended' | undefined {
  if (of.case.status === 'resolved' || of.case.status === 'closed') return 'case_over';
  if (timer !== undefined && !of.timers.some((armed) => timerId(armed) === timer)) return 'clock_ended';
  return undefined;
}

/**
 * Hands one mail to the mail service and marks its row. The try must belong to the caller: to who wrote the row, or by
 * `sendAgain`. The case is read again just before, so that nobody is woken for what is over. A crash between sending
 * and marking repeats the mail; nothing loses it. Throws only on faults of the database.
 */
export function sendMail(deps: SendMail): (mail: Mail) => Promise<MailOutcome> {
  return async (mail) => {
    const ids = { caseId: mail.caseId, eventId: mail.eventId };
    const drop = async (because: string): Promise<MailOutcome> => {
      await deps.mailbox.markDropped(mail, because);
      deps.log('mail_dropped', { ...ids, reason: because });
      return { outcome: 'dropped', because };
    };
    const of = await deps.cases.load(mail.caseId);
    if (of === undefined) return drop('case_gone');
    const because = passed(of, mail.timer);
    if (because !== undefined) return drop(because);
    const member = await deps.directory.member(mail.to);
    if (member === undefined || !member.active) return drop('addressee_left');

    const letter = renderMail(factsOf(mail, of, deps.staffUrl), member.language, deps.wording);
    let messageId: string;
    try {
      ({ messageId } = await deps.mailer.send({ to: member.mail, ...letter, tag: mail.tag }));
    } catch (error) {
      const isRefused = error instanceof MailRefused;
      deps.log(isRefused ? 'mail_refused' : 'mail_failed', {
        ...ids,
        attempts: mail.attempts,
        errorName: errorName(error),
      });
      deps.measure(isRefused ? 'MailRefused' : 'MailFailed', 1);
      return { outcome: 'failed' };
    }
    await deps.mailbox.markSent(mail, deps.clock.now(), messageId);
    deps.log('mail_sent', ids);
    deps.measure('MailSent', 1);
    return { outcome: 'sent' };
  };
}

/** One more try for a mail that was left unsent: takes the try first, so that two workers do not both send it. */
export function sendAgain(deps: SendMail): (mail: Mail) => Promise<MailOutcome> {
  const send = sendMail(deps);
  return async (mail) => {
    const claimed = await deps.mailbox.claim(mail, tryEndsAt(deps.clock.now(), mail.attempts + 1));
    return claimed === undefined ? { outcome: 'taken' } : send(claimed);
  };
}

function factsOf(mail: Mail, of: CaseWithTimers, staffUrl: string): Parameters<typeof renderMail>[0] {
  const { caseNumber, severity, promise } = of.case;
  const timer = of.timers.find((armed) => timerId(armed) === mail.timer);
  return {
    occasion: mail.occasion,
    caseNumber,
    severity,
    // A mail about a new case is about being read; every other one is about the deadline it was raised for.
    clock: timer?.kind ?? 'must_be_read',
    due: timer?.deadline ?? promise.readBy,
    ...(mail.rung === undefined ? {} : { rung: mail.rung }),
    link: `${staffUrl}/cases/${caseNumber}`,
  };
}

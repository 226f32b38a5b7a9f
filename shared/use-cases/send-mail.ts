import type { Instant } from '../domain/case.ts';
import { plusMinutes } from '../domain/clocks.ts';
import type { CountryPack } from '../domain/country-pack.ts';
import { ringsOn } from '../domain/ringing.ts';
import { isOfReferral, parseTimerId, timerId } from '../domain/timer.ts';
import { errorName, type log, type measure } from '../lambda/log.ts';
import { letterTo } from '../mail/letter-to.ts';
import type { MailWording } from '../mail/mail-words.ts';
import type { MailFacts } from '../mail/render-mail.ts';
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
  /** How long a mail about a critical case rings. */
  ringing: Pick<CountryPack, 'ladder' | 'mailTiming'>;
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
  /** The mail service says that it will never take it; it is tried again all the same. */
  | { outcome: 'refused' }
  /** Another worker took this try. */
  | { outcome: 'taken' };

/** Minutes from a try to the next: long enough for the first one to end, then longer and longer. */
const pauseMinutes = [2, 4, 4, 8, 16] as const;
export const longestPauseMinutes = 30;

/** Until when a try belongs to whoever makes it. `attempts` counts this try. */
export function tryEndsAt(now: Instant, attempts: number): Instant {
  return plusMinutes(now, pauseMinutes[attempts - 1] ?? longestPauseMinutes);
}

/** Whether the occasion of a mail has passed: the case is over, or the deadline it is about was met. */
export function passed(of: CaseWithTimers, timer: string | undefined): 'case_over' | 'clock_ended' | undefined {
  const armed = of.timers.find((one) => timerId(one) === timer);
  // Institutions are waited for beyond the end of a case: their clocks are over only when they are disarmed.
  const isWaitedFor = armed !== undefined && isOfReferral(armed);
  if (!isWaitedFor && (of.case.status === 'resolved' || of.case.status === 'closed')) return 'case_over';
  if (timer !== undefined && armed === undefined) return 'clock_ended';
  return undefined;
}

/**
 * Hands one mail to the mail service and marks its row. The try must belong to the caller: to who wrote the row, or by
 * `sendAgain`. The case is read again just before, so that nobody is woken for what is over. A crash between sending
 * and marking repeats the mail; nothing loses it. Throws only on faults of the database.
 */
export function sendMail(deps: SendMail): (mail: Mail) => Promise<MailOutcome> {
  const send = sendLetter(deps);
  return (mail) => send([mail]);
}

/** One more try for a mail that was left unsent: takes the try first, so that two workers do not both send it. */
export function sendAgain(deps: SendMail): (mail: Mail) => Promise<MailOutcome> {
  const send = sendTogether(deps);
  return (mail) => send([mail]);
}

/**
 * One try for mails to the same person, which are one letter with a count when more than one is still wanted. Each row
 * is taken, dropped and marked on its own: whoever crashes on the way repeats some of them rather than lose one.
 */
export function sendTogether(deps: SendMail): (mails: readonly Mail[]) => Promise<MailOutcome> {
  const send = sendLetter(deps);
  return async (mails) => {
    const until = (mail: Mail): Instant => tryEndsAt(deps.clock.now(), mail.attempts + 1);
    const claims = await Promise.all(mails.map((mail) => deps.mailbox.claim(mail, until(mail))));
    const claimed = claims.filter((mail) => mail !== undefined);
    return claimed.length === 0 ? { outcome: 'taken' } : send(claimed);
  };
}

/** Mails of one person whose tries belong to the caller, as one letter about those that are still wanted. */
function sendLetter(deps: SendMail): (mails: readonly Mail[]) => Promise<MailOutcome> {
  /** What was handed over before, and rang since, is ended as sent; anything else is dropped. */
  const drop = async (mail: Mail, because: string): Promise<void> => {
    if (mail.toldAt !== undefined) return deps.mailbox.endRinging(mail);
    await deps.mailbox.markDropped(mail, because);
    deps.log('mail_dropped', { ...idsOf(mail), reason: because });
  };

  const look = async (mail: Mail): Promise<Looked> => {
    const of = await deps.cases.load(mail.caseId);
    if (of === undefined) return { mail, because: 'case_gone' };
    const isLate = mail.occasion === 'new_case' && of.case.readAt !== undefined;
    const rings = isRing(mail) && ringsOn(of.case, of.timers, mail.rung, deps.ringing.ladder);
    const isQuiet = mail.toldAt !== undefined && !rings;
    const because = passed(of, mail.timer) ?? (isLate || isQuiet ? 'read_already' : undefined);
    return because === undefined ? { mail, rings, facts: factsOf(mail, of, deps.staffUrl) } : { mail, because };
  };

  const mark = async ({ mail, rings }: Wanted, at: Instant, messageId: string): Promise<void> => {
    const again = plusMinutes(at, deps.ringing.mailTiming.repeatMinutes);
    await (rings ? deps.mailbox.markRinging(mail, at, messageId, again) : deps.mailbox.markSent(mail, at, messageId));
    deps.log('mail_sent', idsOf(mail));
  };

  return async (mails) => {
    const looked = await Promise.all(mails.map(look));
    const unwanted = looked.filter((one) => 'because' in one);
    await Promise.all(unwanted.map(({ mail, because }) => drop(mail, because)));
    const news = looked.filter((one) => 'facts' in one);
    const [first] = news;
    if (first === undefined) return { outcome: 'dropped', because: unwanted[0]?.because ?? 'case_gone' };
    const member = await deps.directory.member(first.mail.to);
    if (member === undefined || !member.active) {
      await Promise.all(news.map(({ mail }) => drop(mail, 'addressee_left')));
      return { outcome: 'dropped', because: 'addressee_left' };
    }

    const others = news.slice(1).map(({ facts }) => facts);
    const letter = letterTo(member, [first.facts, ...others], `${deps.staffUrl}/cases`, deps.wording);
    let messageId: string;
    try {
      ({ messageId } = await deps.mailer.send({ to: member.mail, ...letter, tags: news.map(({ mail }) => mail.tag) }));
    } catch (error) {
      const isRefused = error instanceof MailRefused;
      deps.log(isRefused ? 'mail_refused' : 'mail_failed', {
        ...idsOf(first.mail),
        count: news.length,
        attempts: first.mail.attempts,
        errorName: errorName(error),
      });
      deps.measure(isRefused ? 'MailRefused' : 'MailFailed', 1);
      return { outcome: isRefused ? 'refused' : 'failed' };
    }
    const sentAt = deps.clock.now();
    await Promise.all(news.map((one) => mark(one, sentAt, messageId)));
    deps.measure('MailSent', 1);
    return { outcome: 'sent' };
  };
}

/** A mail with what it has to say and whether it rings on, or with why it is not wanted any more. */
type Wanted = { mail: Mail; facts: MailFacts; rings: boolean };
type Looked = Wanted | { mail: Mail; because: string };

/** Whether a mail calls somebody to take a critical case, and not only to know of something. */
function isRing({ occasion, timer, leavesAt }: Mail): boolean {
  if (leavesAt !== undefined) return false;
  if (occasion === 'new_case') return true;
  return occasion === 'escalated' && timer !== undefined && parseTimerId(timer)?.kind === 'must_be_acknowledged';
}

const idsOf = ({ caseId, eventId }: Mail) => ({ caseId, eventId });

function factsOf(mail: Mail, of: CaseWithTimers, staffUrl: string): MailFacts {
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

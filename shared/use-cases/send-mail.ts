import type { Instant } from '../domain/time/instant.ts';
import { plusMinutes } from '../domain/time/instant.ts';
import { type TimerPolicy } from '../domain/sla/clock-policy.ts';
import type { CountryPack } from '../domain/country-pack.ts';
import { approvalDue, hasOpenApproval } from '../domain/case/approvals/case-approval.ts';
import { isExcludedPerson } from '../domain/case/exclusions.ts';
import { isForInstitution, nextClockOf, referralPassed } from '../domain/mail/referral-mails.ts';
import { isToBeErased } from '../domain/keeping/retention.ts';
import { ringsOn } from '../domain/sla/repeat-until-acknowledged.ts';
import { outlivesEnd } from '../domain/sla/timer.ts';
import { parseTimerId, timerId } from '../domain/case/timer-id.ts';
import type { UndeliveredBecause } from '../domain/case/unseen/undelivered.ts';
import { errorName, type Log, type Measure } from '../lambda/log/log.ts';
import type { LetterFacts } from '../mail/letter-to.ts';
import type { MailWording } from '../mail/mail-words.ts';
import type { CaseReader, CaseWithTimers } from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import { MailRefused, type Mail, type Mailbox, type Mailer } from '../ports/mailbox.ts';

export interface SendMail {
  cases: Pick<CaseReader, 'load'>;
  directory: Directory;
  mailbox: Mailbox;
  mailer: Mailer;
  clock: Clock;
  wording: MailWording;
  /** How long a mail about a critical case rings. */
  ringing: Pick<CountryPack, 'ladder' | 'mailTiming'>;
  /** By what the clocks of an institution run. */
  policy: TimerPolicy;
  /** Where staff open a case, without a slash at the end. */
  staffUrl: string;
  log: Log;
  measure: Measure;
}

export type MailOutcome = { lost?: readonly LostMail[] } & (
  | { outcome: 'sent' }
  /** Nobody needs it any more; the row says why. */
  | { outcome: 'dropped'; because: string }
  /** There is nobody to hand it to. */
  | { outcome: 'lost' }
  /** The mail service did not take it; the sweep tries again when `retryAt` has come. */
  | { outcome: 'failed' }
  /** The mail service says that it will never take it; it is tried again all the same. */
  | { outcome: 'refused' }
  /** Another worker took this try. */
  | { outcome: 'taken' }
);

/**
 * A mail that cannot tell whom it was for: they have left, are not reached at their address, or must not get to do with
 * the case. It is due still; the sweep has somebody else told instead.
 */
export interface LostMail {
  mail: Mail;
  because: Extract<UndeliveredBecause, 'left' | 'unreachable' | 'excluded'>;
}

/** Minutes from a try to the next: long enough for the first one to end, then longer and longer. */
const pauseMinutes = [2, 4, 4, 8, 16] as const;
export const longestPauseMinutes = 30;

/** Until when a try belongs to whoever makes it. `attempts` counts this try. */
export function tryEndsAt(now: Instant, attempts: number): Instant {
  return plusMinutes(now, pauseMinutes[attempts - 1] ?? longestPauseMinutes);
}

/** Whether the occasion of news about a report has passed: the case is over, or the deadline it is about was met. */
export function passed(of: CaseWithTimers, timer: string | undefined): 'case_over' | 'clock_ended' | undefined {
  const armed = of.timers.find((one) => timerId(one) === timer);
  // Some clocks run on beyond the end of a case: they are over only when they are disarmed.
  const isWaitedFor = armed !== undefined && outlivesEnd(armed);
  if (!isWaitedFor && (of.case.status === 'resolved' || of.case.status === 'closed')) return 'case_over';
  if (timer !== undefined && armed === undefined) return 'clock_ended';
  return undefined;
}

/** The same of a mail; one about a referral goes by what has become of that. */
export function mailPassed(
  of: CaseWithTimers,
  { timer, referral, occasion }: Pick<Mail, 'timer' | 'referral' | 'occasion'>,
): ReturnType<typeof referralPassed> | 'clock_ended' | 'kept_on' | 'decided' {
  if (occasion === 'approval_asked') return hasOpenApproval(of.case) ? undefined : 'decided';
  if (occasion === 'erasure_due') return isToBeErased(of.case) ? undefined : 'kept_on';
  // News from the reporter without a clock is that their code is locked: over once a person has given out another.
  if (occasion === 'from_reporter' && timer === undefined) {
    return of.case.receiptLockedAt === undefined ? 'decided' : undefined;
  }
  return referral === undefined ? passed(of, timer) : referralPassed(of.case, referral, occasion);
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
    const because = mailPassed(of, mail) ?? (isLate || isQuiet ? 'read_already' : undefined);
    if (because !== undefined) return { mail, because };
    if (isExcludedPerson(of.case, mail.to)) return { mail, lost: 'excluded' };
    const facts = await factsOf(mail, of, deps);
    return { mail, facts, dueAgain: rings ? 'to_ring' : isToBeRecorded(mail, of) ? 'to_be_recorded' : undefined };
  };

  const mark = async ({ mail, dueAgain }: Wanted, at: Instant, messageId: string): Promise<void> => {
    const again = dueAgain === 'to_ring' ? plusMinutes(minuteOf(at), deps.ringing.mailTiming.repeatMinutes) : at;
    await (dueAgain === undefined
      ? deps.mailbox.markSent(mail, at, messageId)
      : deps.mailbox.markRinging(mail, at, messageId, again));
    deps.log('mail_sent', idsOf(mail));
  };

  return async (mails) => {
    const looked = await Promise.all(mails.map(look));
    const unwanted = looked.filter((one) => 'because' in one);
    await Promise.all(unwanted.map(({ mail, because }) => drop(mail, because)));
    const excluded = looked.filter((one) => 'lost' in one).map(({ mail, lost }): LostMail => ({ mail, because: lost }));
    const news = looked.filter((one) => 'facts' in one);
    const [first] = news;
    if (first === undefined) {
      if (excluded.length > 0) return { outcome: 'lost', lost: excluded };
      return { outcome: 'dropped', because: unwanted[0]?.because ?? 'case_gone' };
    }
    const member = await deps.directory.member(first.mail.to);
    if (member === undefined || !member.active || member.unreachable !== undefined) {
      const because = member?.active === true ? 'unreachable' : 'left';
      return { outcome: 'lost', lost: [...excluded, ...news.map(({ mail }): LostMail => ({ mail, because }))] };
    }

    const lost = excluded.length > 0 ? { lost: excluded } : {};
    const others = news.slice(1).map(({ facts }) => facts);
    // Loaded with the first letter: no start waits for how mails are worded.
    const { letterOf } = await import('../mail/letter-to.ts');
    const letter = letterOf(member, [first.facts, ...others], `${deps.staffUrl}/cases`, deps.wording);
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
      return { outcome: isRefused ? 'refused' : 'failed', ...lost };
    }
    const sentAt = deps.clock.now();
    await Promise.all(news.map((one) => mark(one, sentAt, messageId)));
    deps.measure('MailSent', 1);
    return { outcome: 'sent', ...lost };
  };
}

/** A mail with what it has to say and why it is due again afterwards, or with why it is not to go to whom it was for. */
type Wanted = { mail: Mail; facts: LetterFacts; dueAgain: 'to_ring' | 'to_be_recorded' | undefined };
type Looked = Wanted | { mail: Mail; because: string } | { mail: Mail; lost: LostMail['because'] };

/** Whether a mail calls somebody to take a critical case, and not only to know of something. */
function isRing({ occasion, timer, leavesAt }: Mail): boolean {
  if (leavesAt !== undefined) return false;
  if (occasion === 'new_case') return true;
  return occasion === 'escalated' && timer !== undefined && parseTimerId(timer)?.kind === 'must_be_acknowledged';
}

/** Whether the history of the case does not say yet that the institution was written to; taking back passes nothing on. */
function isToBeRecorded({ occasion, referral }: Mail, of: CaseWithTimers): boolean {
  if (occasion === 'referral_withdrawn' || !isForInstitution(occasion)) return false;
  return of.case.referrals?.find(({ id }) => id === referral)?.sentAt === undefined;
}

/** The minute that runs: counted from the moment of sending, a repeat would miss by that moment the sweep it is due at. */
function minuteOf(at: Instant): Instant {
  const minute = new Date(at);
  minute.setUTCSeconds(0, 0);
  return minute.toISOString();
}

const idsOf = ({ caseId, eventId }: Mail) => ({ caseId, eventId });

async function factsOf(mail: Mail, of: CaseWithTimers, { staffUrl, policy, wording }: SendMail): Promise<LetterFacts> {
  const { caseNumber, severity, promise, referrals } = of.case;
  const { occasion, referral, rung } = mail;
  const next = referral === undefined ? undefined : nextClockOf(of.case, of.timers, referral, policy);
  if (isForInstitution(occasion)) {
    return {
      occasion,
      caseNumber,
      referral: referral ?? '',
      severity,
      ...(next === undefined ? {} : { next: { clock: next.kind, due: next.deadline } }),
    };
  }
  const about = { occasion, caseNumber, severity, link: `${staffUrl}/cases/${caseNumber}` };
  if (referral !== undefined) {
    const code = referrals?.find(({ id }) => id === referral)?.institution;
    const { institutions } = await wording.loadReferrals();
    const name = institutions.find((institution) => institution.code === code)?.name;
    return {
      ...about,
      // Where the institution's own clocks have ended, what is left is what the reporter was promised.
      clock: next?.kind ?? 'promise_resolve',
      due: next?.deadline ?? promise.resolveBy,
      ...(name === undefined ? {} : { institution: name }),
    };
  }
  const named = of.timers.find((armed) => timerId(armed) === mail.timer);
  // What the reporter did may have no clock of its own: then the next deadline of the case is what there is to keep.
  const nearest =
    occasion === 'from_reporter' ? of.timers.toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1))[0] : undefined;
  const timer = named ?? nearest;
  const { keeping } = of.case;
  const decideBy = occasion === 'approval_asked' ? approvalDue(of) : undefined;
  if (decideBy !== undefined) return { ...about, due: decideBy };
  if (occasion === 'erasure_due' && keeping !== undefined) return { ...about, due: keeping.eraseAt };
  return {
    ...about,
    // A mail about a new case is about being read; every other one is about the deadline it was raised for.
    clock: timer?.kind ?? 'must_be_read',
    due: timer?.deadline ?? promise.readBy,
    ...(rung === undefined ? {} : { rung }),
  };
}

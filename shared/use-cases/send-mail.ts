import type { Instant } from '../domain/time/instant.ts';
import { plusMinutes } from '../domain/time/instant.ts';
import { type TimerPolicy } from '../domain/sla/clock-policy.ts';
import type { CountryPack } from '../domain/country-pack.ts';
import { approvalDue } from '../domain/case/approvals/case-approval.ts';
import { isExcludedPerson } from '../domain/case/exclusions.ts';
import { isForInstitution, nextClockOf } from '../domain/mail/referral-mails.ts';
import { isReached } from '../domain/people/person.ts';
import { whyDueAgain, whyNotToSend } from '../domain/mail/still-wanted.ts';
import { timerId } from '../domain/case/timer-id.ts';
import type { UndeliveredBecause } from '../domain/case/unseen/undelivered.ts';
import { errorName, type Log, type Measure } from '../lambda/log/log.ts';
import type { LetterFacts } from '../mail/letter-to.ts';
import type { MailWording } from '../mail/mail-words.ts';
import type { CaseReader, CaseWithTimers } from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import { MailRefused, type Mail, type Mailbox, type Mailer } from '../ports/mailbox.ts';

export interface SendMailDeps {
  cases: Pick<CaseReader, 'load'>;
  directory: Directory;
  mailbox: Mailbox;
  mailer: Mailer;
  clock: Clock;
  wording: MailWording;
  /** How long, and how often, a mail about a critical case repeats until acknowledged; the clocks of institutions. */
  country: TimerPolicy & Pick<CountryPack, 'mailTiming'>;
  /** Where staff open a case, without a slash at the end. */
  staffUrl: string;
  log: Log;
  measure: Measure;
}

export type MailOutcome = { lost?: readonly LostMail[] } & (
  | { outcome: 'sent' }
  /** Nobody needs it any more; the row says why. */
  | { outcome: 'dropped'; because: string }
  /** There is nobody whom it could be handed to. */
  | { outcome: 'lost' }
  /** The mail service did not take it. The sweep tries again at `retryAt`. */
  | { outcome: 'failed' }
  /** The mail service says that it will never take it. It is tried again all the same. */
  | { outcome: 'refused' }
  /** Another worker took this try. */
  | { outcome: 'taken' }
);

/**
 * A mail whose addressee cannot be told: they have left, their address takes no mails, or the case excludes them. It
 * stays due, and the sweep has somebody else told instead.
 */
export interface LostMail {
  mail: Mail;
  because: Extract<UndeliveredBecause, 'left' | 'unreachable' | 'excluded'>;
}

/** Minutes from one try to the next: long enough for the first try to end, then longer each time. */
const pauseMinutes = [2, 4, 4, 8, 16] as const;
export const longestPauseMinutes = 30;

/** Until this instant a try belongs to the worker that makes it. `attempts` counts this try. */
export function tryEndsAt(now: Instant, attempts: number): Instant {
  return plusMinutes(now, pauseMinutes[attempts - 1] ?? longestPauseMinutes);
}

/**
 * Hands one mail to the mail service and marks its row. The try must belong to the caller: it wrote the row, or took it
 * by `sendAgain`. The case is read again just before, so that nobody is woken for a matter that is over. A crash
 * between sending and marking repeats the mail; nothing loses it. Throws only on faults of the database.
 */
export function sendMail(deps: SendMailDeps): (mail: Mail) => Promise<MailOutcome> {
  const send = sendLetter(deps);
  return (mail) => send([mail]);
}

/** One more try for a mail that was left unsent. It takes the try first, so that two workers do not both send it. */
export function sendAgain(deps: SendMailDeps): (mail: Mail) => Promise<MailOutcome> {
  const send = sendTogether(deps);
  return (mail) => send([mail]);
}

/**
 * One try for mails to the same person. If more than one is still wanted, they are one letter with a count. Each row is
 * taken, dropped and marked on its own. So a crash on the way repeats some of them and loses none.
 */
export function sendTogether(deps: SendMailDeps): (mails: readonly Mail[]) => Promise<MailOutcome> {
  const send = sendLetter(deps);
  return async (mails) => {
    const until = (mail: Mail): Instant => tryEndsAt(deps.clock.now(), mail.attempts + 1);
    const claims = await Promise.all(mails.map((mail) => deps.mailbox.claim(mail, until(mail))));
    const claimed = claims.filter((mail) => mail !== undefined);
    return claimed.length === 0 ? { outcome: 'taken' } : send(claimed);
  };
}

/** Sends mails of one person whose tries belong to the caller, as one letter about those that are still wanted. */
function sendLetter(deps: SendMailDeps): (mails: readonly Mail[]) => Promise<MailOutcome> {
  /** A mail that was handed over before is ended as sent. Any other mail is dropped. */
  const drop = async (mail: Mail, because: string): Promise<void> => {
    if (mail.toldAt !== undefined) return deps.mailbox.endRepeats(mail);
    await deps.mailbox.markDropped(mail, because);
    deps.log('mail_dropped', { ...idsOf(mail), reason: because });
  };

  const look = async (mail: Mail): Promise<Looked> => {
    const of = await deps.cases.load(mail.caseId);
    if (of === undefined) return { mail, because: 'case_gone' };
    const { ladder } = deps.country;
    const because = whyNotToSend(of.case, of.timers, mail, ladder);
    if (because !== undefined) return { mail, because };
    if (isExcludedPerson(of.case, mail.to)) return { mail, lost: 'excluded' };
    const facts = await factsOf(mail, of, deps);
    return { mail, facts, dueAgain: whyDueAgain(of.case, of.timers, mail, ladder) };
  };

  const mark = async ({ mail, dueAgain }: Wanted, at: Instant, messageId: string): Promise<void> => {
    const again = dueAgain === 'to_ring' ? plusMinutes(minuteOf(at), deps.country.mailTiming.repeatMinutes) : at;
    await (dueAgain === undefined
      ? deps.mailbox.markSent(mail, at, messageId)
      : deps.mailbox.markRepeating(mail, at, messageId, again));
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
    const isTried = member?.active === true && news.some(({ mail }) => mail.despiteMark === true);
    if (member === undefined || !(isTried || isReached(member, deps.clock.now()))) {
      const because = member?.active === true ? 'unreachable' : 'left';
      return { outcome: 'lost', lost: [...excluded, ...news.map(({ mail }): LostMail => ({ mail, because }))] };
    }

    const lost = excluded.length > 0 ? { lost: excluded } : {};
    const others = news.slice(1).map(({ facts }) => facts);
    // Loaded with the first letter: no start waits for the wording of mails.
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
type Wanted = { mail: Mail; facts: LetterFacts; dueAgain: ReturnType<typeof whyDueAgain> };
type Looked = Wanted | { mail: Mail; because: string } | { mail: Mail; lost: LostMail['because'] };

/** The minute that runs: counted from the moment of sending, a repeat would miss by that moment the sweep it is due at. */
function minuteOf(at: Instant): Instant {
  const minute = new Date(at);
  minute.setUTCSeconds(0, 0);
  return minute.toISOString();
}

const idsOf = ({ caseId, eventId }: Mail) => ({ caseId, eventId });

async function factsOf(
  mail: Mail,
  of: CaseWithTimers,
  { staffUrl, country, wording }: SendMailDeps,
): Promise<LetterFacts> {
  const { caseNumber, severity, promise, referrals } = of.case;
  const { occasion, referral, rung } = mail;
  const next = referral === undefined ? undefined : nextClockOf(of.case, of.timers, referral, country);
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
      // Where the institution's own clocks have ended, the promise to the reporter is what is left.
      clock: next?.kind ?? 'promise_resolve',
      due: next?.deadline ?? promise.resolveBy,
      ...(name === undefined ? {} : { institution: name }),
    };
  }
  const named = of.timers.find((armed) => timerId(armed) === mail.timer);
  // What the reporter did may have no clock of its own. Then the next deadline of the case is named.
  const nearest =
    occasion === 'from_reporter' ? of.timers.toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1))[0] : undefined;
  const timer = named ?? nearest;
  const { keeping } = of.case;
  const decideBy = occasion === 'approval_asked' ? approvalDue(of.case, of.timers) : undefined;
  if (decideBy !== undefined) return { ...about, due: decideBy };
  if (occasion === 'erasure_due' && keeping !== undefined) return { ...about, due: keeping.eraseAt };
  return {
    ...about,
    // A mail about a new case names the clock for reading. Every other mail names the clock it is about.
    clock: timer?.kind ?? 'must_be_read',
    due: timer?.deadline ?? promise.readBy,
    ...(rung === undefined ? {} : { rung }),
  };
}

import type { Instant } from '../domain/time/instant.ts';
import { minuteOf, plusMinutes } from '../domain/time/instant.ts';
import { type TimerPolicy } from '../domain/sla/clock-policy.ts';
import type { CountryPack } from '../domain/country-pack.ts';
import type { Case } from '../domain/case/case.ts';
import { approvalDue } from '../domain/case/approvals/case-approval.ts';
import { eventNumberOf } from '../domain/case/events.ts';
import { isExcludedPerson, isNamedInWaiting } from '../domain/case/exclusions.ts';
import { mayLeaveAt, paceOf, type Budget, type LastLetters } from '../domain/mail/mail-pace.ts';
import { isForPartner, type PartnerOccasion } from '../domain/mail/mail-occasion.ts';
import { holdsAccessCode, isForInstitution, isOfSilence, nextClockOf } from '../domain/mail/referral-mails.ts';
import { isReached } from '../domain/people/person.ts';
import { isBelow } from '../domain/report/severity.ts';
import { whyDueAgain, whyNotToSend } from '../domain/mail/still-wanted.ts';
import { timerId } from '../domain/case/timer-id.ts';
import type { UndeliveredBecause } from '../domain/case/unseen/undelivered.ts';
import { inParallel } from '../lambda/in-parallel.ts';
import { errorName, type Log, type Measure } from '../lambda/log/log.ts';
import { readOnce } from '../lambda/read-once.ts';
import type { LetterFacts } from '../mail/letter-to.ts';
import type { MailWording } from '../mail/mail-words.ts';
import type { CaseReader, CaseWithTimers } from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, StaffMember } from '../ports/directory.ts';
import {
  MailRefused,
  type AccessLetters,
  type WaitingCode,
  type Letters,
  type Mail,
  type Mailbox,
  type Mailer,
} from '../ports/mailbox.ts';

export interface SendMailDeps {
  cases: Pick<CaseReader, 'load'>;
  directory: Directory;
  mailbox: Mailbox;
  letters: Letters;
  accessLetters: AccessLetters;
  mailer: Mailer;
  clock: Clock;
  wording: MailWording;
  /** How long, and how often, a mail about a critical case repeats until acknowledged; the clocks of institutions. */
  country: TimerPolicy & Pick<CountryPack, 'mailTiming'>;
  /** Where staff open a case, without a slash at the end. */
  staffUrl: string;
  /** The id of a letter: random, of letters, digits and `-`. */
  newTag: () => string;
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
  /** The reader got a letter so lately that the next may leave only at `until`. */
  | { outcome: 'waits'; until: Instant }
);

/**
 * A mail whose addressee cannot be told: they have left, their address takes no mails, or the case excludes them. It
 * stays due, and the sweep has somebody else told instead.
 */
export interface LostMail {
  mail: Mail;
  because: Extract<UndeliveredBecause, 'left' | 'unreachable' | 'excluded'>;
}

/** What was known of a reader's letters, and of the day's mails, when it was decided to write to them. */
export interface Pacing {
  last: LastLetters;
  budget: Budget;
}

/** Minutes from one try to the next: long enough for the first try to end, then longer each time. */
const pauseMinutes = [2, 4, 4, 8, 16] as const;
export const longestPauseMinutes = 30;
const pauseOf = (attempts: number): number => pauseMinutes[attempts - 1] ?? longestPauseMinutes;
/** How many cases are loaded at the same time. */
const casesAtOnce = 16;

/** Until this instant a try belongs to the worker that makes it. `attempts` counts this try. */
export function tryEndsAt(now: Instant, attempts: number): Instant {
  return plusMinutes(now, pauseOf(attempts));
}

/**
 * Whether the last try has ended, though the pause after it may not have. A try lasts no longer than the first pause. A
 * mail that was never tried has none.
 */
export function isTryOver({ attempts, retryAt }: Pick<Mail, 'attempts' | 'retryAt'>, now: Instant): boolean {
  return attempts === 0 || plusMinutes(retryAt, pauseOf(1) - pauseOf(attempts)) <= now;
}

/**
 * Hands a letter to the mail service and marks the rows of its mails. They are to one reader, and their tries belong to
 * the caller, who wrote the rows. Each case is read again just before, so that nobody is woken for a matter that is over.
 * A crash between sending and marking repeats the letter; nothing loses it. Throws only on faults of the database.
 */
export function sendOwn(
  deps: SendMailDeps,
): (id: string, mails: readonly Mail[], pacing: Pacing) => Promise<MailOutcome> {
  return letterSender(deps);
}

/**
 * One letter about mails that wait for the same reader. Those that are due may cause it; the others only go along.
 * First the pace is asked. Then each mail is taken, so that two workers do not both send it. Only then are the cases
 * loaded: what happened before that is told. When another worker's letter was first, the mails are given back: no try was
 * made, so no pause follows. A crash on the way repeats the letter, or some of it, and loses none
 * (docs/decisions/131).
 */
export function sendTogether(deps: SendMailDeps): (mails: readonly Mail[], pacing: Pacing) => Promise<MailOutcome> {
  const send = letterSender(deps);
  return async (mails, pacing) => {
    const now = deps.clock.now();
    const [first] = mails;
    if (first === undefined) return { outcome: 'taken' };
    const member = await deps.directory.member(first.to);
    // Who cannot be told gets no letter. Somebody else is to be told in their place, and that waits for no pace.
    if (!isForInstitution(first.occasion) && member !== undefined && isReached(member, now)) {
      const { contact } = member;
      const limits = { budget: pacing.budget, ...(contact === undefined ? {} : { contact }) };
      const { pace } = deps.country.mailTiming;
      const [until] = mails
        .filter(({ retryAt }) => retryAt <= now)
        .map((mail) => mayLeaveAt(mail, pacing.last, limits, pace) ?? now)
        .toSorted();
      if (until !== undefined && until > now) return { outcome: 'waits', until };
    }
    const id = deps.newTag();
    const claims = await deps.mailbox.claim(mails, ({ attempts }) => tryEndsAt(now, attempts + 1), id);
    const claimed = mails.flatMap((before, index) => {
      const taken = claims[index];
      return taken === undefined ? [] : [{ before, taken }];
    });
    if (claimed.length === 0) return { outcome: 'taken' };
    const tried = await send(
      id,
      claimed.map(({ taken }) => taken),
      pacing,
      member,
    );
    if (tried.outcome === 'taken') {
      const untold = new Set(tried.lost?.map(({ mail }) => mail));
      const unsent = claimed.filter(({ taken }) => !untold.has(taken));
      await Promise.all(unsent.map(({ before, taken }) => deps.mailbox.giveBack(taken, before)));
    }
    return tried;
  };
}

/**
 * Sends mails of one person whose tries belong to the caller, as one letter about those that are still wanted. A person
 * who is not `known` is looked up.
 */
function letterSender(
  deps: SendMailDeps,
): (id: string, mails: readonly Mail[], pacing: Pacing, known?: StaffMember) => Promise<MailOutcome> {
  /** A mail that was handed over before is ended as sent. Any other mail is dropped. */
  const drop = async (mail: Mail, because: string): Promise<void> => {
    if (mail.toldAt !== undefined) return deps.mailbox.endRepeats(mail);
    await deps.mailbox.markDropped(mail, because);
    deps.log('mail_dropped', { ...idsOf(mail), reason: because });
  };

  const look = async (mail: Mail, load: (caseId: string) => Promise<CaseWithTimers | undefined>): Promise<Looked> => {
    const of = await load(mail.caseId);
    if (of === undefined) return { mail, because: 'case_gone' };
    const { ladder } = deps.country;
    const because = whyNotToSend(of.case, of.timers, mail, ladder);
    if (because !== undefined) return { mail, because };
    if (isKeptFrom(of.case, mail)) return { mail, lost: 'excluded' };
    const access = await accessCodeFor(deps, mail);
    const facts = await factsOf(mail, of, access?.code, deps);
    return { mail, facts, access, dueAgain: whyDueAgain(of.case, of.timers, mail, ladder) };
  };

  return async (id, mails, { last, budget }, known) => {
    // One case may have many mails in a letter. It is loaded once for all of them.
    const load = readOnce((caseId: string) => deps.cases.load(caseId));
    const looked = await inParallel(casesAtOnce, mails, (mail) => look(mail, load));
    const unwanted = looked.filter((one) => 'because' in one);
    await Promise.all(unwanted.map(({ mail, because }) => drop(mail, because)));
    const excluded = looked.filter((one) => 'lost' in one).map(({ mail, lost }): LostMail => ({ mail, because: lost }));
    const news = looked.filter((one) => 'facts' in one);
    const [first] = news;
    if (first === undefined) {
      if (excluded.length > 0) return { outcome: 'lost', lost: excluded };
      return { outcome: 'dropped', because: unwanted[0]?.because ?? 'case_gone' };
    }
    const member = known ?? (await deps.directory.member(first.mail.to));
    const isTried = member?.active === true && news.some(({ mail }) => mail.despiteMark === true);
    if (member === undefined || !(isTried || isReached(member, deps.clock.now()))) {
      const because = member?.active === true ? 'unreachable' : 'left';
      return { outcome: 'lost', lost: [...excluded, ...news.map(({ mail }): LostMail => ({ mail, because }))] };
    }

    const lost = excluded.length > 0 ? { lost: excluded } : {};
    const others = news.slice(1).map(({ facts }) => facts);
    // Loaded with the first letter: no start waits for the wording of mails.
    const { letterOf } = await import('../mail/letter-to.ts');
    const links = { list: `${deps.staffUrl}/cases`, letter: `${deps.staffUrl}/letters/${id}` };
    const words = letterOf(member, [first.facts, ...others], links, deps.wording);
    const events = news.map(({ mail }) => mail.eventId);
    const sentAt = deps.clock.now();
    const place = placeOf(news, last, sentAt);
    const isOurs = await deps.letters.write({ id, to: member.id, sentAt, events }, place);
    if (!isOurs) return { outcome: 'taken', ...lost };
    let messageId: string;
    try {
      ({ messageId } = await deps.mailer.send({ to: member.mail, ...words, tag: id }));
    } catch (error) {
      if (place !== undefined) await deps.letters.giveBack(member.id, place.next, place.seen);
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
    const at = deps.clock.now();
    const limits = { budget, ...(member.contact === undefined ? {} : { contact: member.contact }) };
    const { pace, repeatMinutes: own } = deps.country.mailTiming;
    const repeatMinutes = paceOf({ pace: own }, limits, pace);
    const ringsAgain = plusMinutes(minuteOf(at), repeatMinutes);
    const told = news.map(({ mail, dueAgain }) =>
      dueAgain === undefined ? { mail } : { mail, again: dueAgain === 'to_ring' ? ringsAgain : at },
    );
    await deps.mailbox.markTold(told, at, messageId);
    // A crash before this repeats the letter, with the same code in it.
    await Promise.all(news.map(async ({ access }) => access?.left()));
    for (const { mail } of news) deps.log('mail_sent', idsOf(mail));
    deps.measure('MailSent', 1);
    await deps.letters.count(at);
    return { outcome: 'sent', ...lost };
  };
}

/**
 * The place of a letter that leaves at this instant: what stands then as the person's last letters, and what stood there
 * before. Letters to institutions have no pace, so they take none.
 */
function placeOf(
  news: readonly Wanted[],
  seen: LastLetters,
  at: Instant,
): { next: LastLetters; seen: LastLetters } | undefined {
  if (news.some(({ mail }) => isForInstitution(mail.occasion))) return undefined;
  const minute = minuteOf(at);
  const lastRingAt = news.some(ringsWith) ? minute : seen.lastRingAt;
  const lastLetterAt = seen.lastLetterAt !== undefined && seen.lastLetterAt > minute ? seen.lastLetterAt : minute;
  return { next: { lastLetterAt, ...(lastRingAt === undefined ? {} : { lastRingAt }) }, seen };
}

/** Whether a letter with this mail rings: it is no daily news. What waited for its burst is none either. */
function ringsWith({ mail: { leavesAt, occasion }, facts }: Wanted): boolean {
  if (leavesAt === undefined || !('severity' in facts)) return true;
  return !isOfSilence(occasion) && !isBelow(facts.severity, 'high');
}

/** The access code that a mail holds, where its contact waits for one. */
async function accessCodeFor(
  { accessLetters }: SendMailDeps,
  { caseId, occasion, referral, to: contact }: Mail,
): Promise<WaitingCode | undefined> {
  return referral !== undefined && holdsAccessCode(occasion)
    ? accessLetters.waiting({ caseId, referral, contact })
    : undefined;
}

/** A mail with what it has to say and why it is due again afterwards, or with why it is not to go to whom it was for. */
type Wanted = {
  mail: Mail;
  facts: LetterFacts;
  access: WaitingCode | undefined;
  dueAgain: ReturnType<typeof whyDueAgain>;
};
type Looked = Wanted | { mail: Mail; because: string } | { mail: Mail; lost: LostMail['because'] };

/** Whether a mail must not reach its addressee. Whom an exclusion that waits names hears everything but that. */
function isKeptFrom(of: Case, { to, occasion, eventId }: Mail): boolean {
  const isNamed = (): boolean => isNamedInWaiting(of, to, eventNumberOf(eventId));
  return isExcludedPerson(of, to) || (occasion === 'exclusion' && isNamed());
}

/** Mails about what may have no clock of its own. */
const namesNextDeadline: readonly Mail['occasion'][] = [
  'from_reporter',
  'reopened',
  'lead_reopened',
  'receipt_reissued',
  'dead_code_used',
];

const idsOf = ({ caseId, eventId }: Mail) => ({ caseId, eventId });

async function factsOf(
  mail: Mail,
  of: CaseWithTimers,
  access: string | undefined,
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
      ...(access === undefined ? {} : { access }),
      ...(mail.code === undefined ? {} : { code: mail.code }),
    };
  }
  if (isForPartner(occasion)) return partnerFactsOf(of.case, mail.approval, occasion);
  const link = `${staffUrl}/cases/${caseNumber}`;
  // The outside partner reads it, too: the number and nothing else. No text of it names the severity or the time.
  if (occasion === 'exclusion') return { occasion, caseNumber, severity: 'low', due: promise.resolveBy, link };
  const about = { occasion, caseNumber, severity, link };
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
  // What the reporter did, and what became of the code, may have no clock of its own. Then the next deadline is named.
  const nearest = namesNextDeadline.includes(occasion)
    ? of.timers.toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1))[0]
    : undefined;
  const timer = named ?? nearest;
  const { keeping } = of.case;
  const decideBy = occasion === 'approval_asked' ? approvalDue(of.case, of.timers) : undefined;
  if (decideBy !== undefined) return { ...about, due: decideBy };
  // Nothing is due: it says when it was refused.
  if (occasion === 'nobody_to_ask') return { ...about, due: mail.createdAt };
  if (occasion === 'erasure_due' && keeping !== undefined) return { ...about, due: keeping.eraseAt };
  return {
    ...about,
    // A mail about a new case names the clock for reading. Every other mail names the clock it is about.
    clock: timer?.kind ?? 'must_be_read',
    due: timer?.deadline ?? promise.readBy,
    ...(rung === undefined ? {} : { rung }),
  };
}

/** What the letter to the outside partner says. It is asked for only while the request waits for them. */
function partnerFactsOf(of: Case, id: string | undefined, occasion: PartnerOccasion): LetterFacts {
  const approval = of.approvals?.find((one) => one.id === id);
  if (approval?.partner === undefined) throw new Error('Nothing of this case waits for a partner.');
  const { kind, partner, lapsesAt } = approval;
  const due = lapsesAt === undefined ? {} : { due: lapsesAt };
  return { occasion, caseNumber: of.caseNumber, asked: kind, code: partner.code, ...due };
}

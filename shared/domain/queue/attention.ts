import { isWaiting } from '../case/approvals/case-approval.ts';
import { isHolderGone } from '../access/holder.ts';
import type { Case } from '../case/case.ts';
import type { MainOutcome } from '../case/lifecycle.ts';
import type { KindOf } from '../case/outcomes/fact-of-outcome.ts';
import { contradictedOutcomes } from '../case/outcomes/standing-outcomes.ts';
import { codeConcernsOf } from '../case/receipts/known-receipt.ts';
import type { DeadCode } from '../case/receipts/receipt.ts';
import { askedSince } from '../case/referral.ts';
import { isOver } from '../case/status.ts';
import { notHelpedSince } from '../case/told/written-to.ts';
import type { UndeliveredBecause } from '../case/unseen/undelivered.ts';
import { unreadSince } from '../case/unseen/unread.ts';
import type { AnyOccasion } from '../mail/mail-occasion.ts';
import { asksToCall, isForInstitution, isOfSilence } from '../mail/referral-mails.ts';
import { stillMatters } from '../mail/still-wanted.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { missedOf } from './due.ts';

/** What can be wrong with a case that nobody may have seen. Source: docs/practice.md, People. */
export const concernKinds = [
  /**
   * A critical or high case: nobody has opened or acknowledged it, or nobody has read what came later. In any other
   * case: words were not read in time.
   */
  'unread',
  /** Whoever has it cannot work on cases any more. */
  'holder_gone',
  /** A rung was escalated, and nobody has acknowledged that. */
  'raise_not_acknowledged',
  /** Mails should have left and have not. */
  'mail_unsent',
  /** Staff are to be told of something, and nobody is there. It is tried each minute. */
  'nobody_told',
  /** A mail came back, and no other mail told anybody the same. */
  'mail_told_nobody',
  /** No mail reaches an institution. Staff were asked to call it, and nobody has opened the case since. */
  'institution_unreached',
  /** An institution does not answer. Staff were told, and nobody has opened the case since they were told last. */
  'institution_silent',
  /** The machine or a colleague proposed a referral, and nobody has sent or dropped it. */
  'proposal_undecided',
  /** An export, an erasure or a lowered severity waits for a second person. */
  'second_person_waits',
  /** A counsellor who was alone passed the case on by phone, and no officer has looked at that. */
  'call_not_looked_at',
  /** An institution asked something, and nobody has replied. */
  'question_waits',
  /** The reporter locked the code, and nobody has spoken to the reporter since. */
  'reporter_locked',
  /** The code was voided, so the reporter has none, and nobody has spoken to the reporter since. */
  'reporter_without_code',
  /** A dead code was used. Of a replaced or voided one it is likely the child; of a locked one who took it. */
  'dead_code_used',
  /** The reporter said that it did not help, and the centre has not written since. */
  'not_helped',
  /** What an outcome of an ended case stands on does not hold any more. The reporter does not read it; it is corrected. */
  'outcome_contradicted',
] as const;

export type ConcernKind = (typeof concernKinds)[number];

/** Codes, ids and instants only. */
export interface Concern {
  what: ConcernKind;
  /** Absent for `holder_gone` and `outcome_contradicted`: the case does not know when that came to be. */
  since?: Instant;
  timer?: string;
  rung?: string;
  referral?: string;
  approval?: string;
  isNecessary?: boolean;
  /** Which dead code was used. */
  how?: DeadCode;
  /** Which outcome does not hold. */
  outcome?: MainOutcome;
  /** How many mails. */
  count?: number;
}

/** The part of a mail row that shows whether the mail told somebody. */
export interface MailState {
  occasion: AnyOccasion;
  timer?: string;
  referral?: string;
  createdAt: Instant;
  leavesAt?: Instant;
  waitsUntil?: Instant;
  sentAt?: Instant;
  toldAt?: Instant;
  droppedBecause?: string;
  undelivered?: UndeliveredBecause;
}

/** Minutes after which a mail that has not left is late. The alarm for waiting mails uses the same time. */
const lateAfterMinutes = 10;

/**
 * Everything about a case that somebody should look at, as it stands at `now`. `mails` may be empty when no mail can
 * matter (see `mayConcern`). What only the directory tells is left to `concernAboutHolder`,
 * and what the pack's institutions tell to `concernsAboutOutcomes`. `owedSince`: since when an
 * alert finds nobody.
 */
export function concernsOf(of: Case, mails: readonly MailState[], now: Instant, owedSince?: Instant): Concern[] {
  return [
    ...unread(of),
    ...unacknowledged(of),
    ...unsent(mails, now),
    ...(owedSince === undefined ? [] : [{ what: 'nobody_told' as const, since: owedSince }]),
    ...toldNobody(of, mails),
    ...toBeCalled(of, mails),
    ...silent(of, mails),
    ...undecided(of),
    ...waiting(of, now),
    ...unlookedCalls(of),
    ...openQuestions(of),
    ...codeConcernsOf(of),
    ...notHelped(of),
  ];
}

/**
 * Whether the mails of a case need to be read. One is still due, one has come back, or somebody decided to send a
 * referral.
 */
export function mayConcern({ mailBackAt, referrals = [] }: Case, isMailDue: boolean): boolean {
  return isMailDue || mailBackAt !== undefined || referrals.some(({ approvedAt }) => approvedAt !== undefined);
}

function unread(of: Case): Concern[] {
  const { severity, readAt, acknowledgedAt, resolvedAt } = of;
  const isUrgent = severity === 'critical' || severity === 'high';
  const isSeen = readAt === undefined && [acknowledgedAt, resolvedAt].some((at) => at !== undefined);
  const since = unreadSince(of);
  const isLate = missedOf(of).some(({ clock }) => clock === 'must_be_read');
  return since !== undefined && (isLate || (isUrgent && !isSeen)) ? [{ what: 'unread', since }] : [];
}

/**
 * Whether a case stands with somebody who cannot work on it any more. `holders` are the ids of everybody who can hold a
 * case now. An ended case needs somebody only while words in it are unread.
 */
export function concernAboutHolder(of: Case, holders: ReadonlySet<string>): Concern[] {
  const isWork = !isOver(of) || unreadSince(of) !== undefined;
  return isWork && isHolderGone(of, holders) ? [{ what: 'holder_gone' }] : [];
}

/** Each outcome of an ended case that does not hold any more, until a person corrects it. */
export function concernsAboutOutcomes(of: Case, kindOf: KindOf): Concern[] {
  return contradictedOutcomes(of, kindOf).map((outcome) => ({ what: 'outcome_contradicted', outcome }));
}

function unacknowledged({ raises = [] }: Case): Concern[] {
  return raises.map((raise) => ({ what: 'raise_not_acknowledged', ...raise }));
}

function unsent(mails: readonly MailState[], now: Instant): Concern[] {
  const late = mails.filter(
    (mail) => !isDoneWith(mail) && mail.toldAt === undefined && plusMinutes(dueAt(mail), lateAfterMinutes) <= now,
  );
  const [since] = late.map(dueAt).sort();
  return since === undefined ? [] : [{ what: 'mail_unsent', since, count: late.length }];
}

/**
 * Each matter whose mails all came back, so that nobody was told. When staff are asked to call the institution instead,
 * `toBeCalled` reports it.
 */
function toldNobody(of: Case, mails: readonly MailState[]): Concern[] {
  const returned = mails.filter((mail) => hasComeBack(mail) && stillMatters(of, mail));
  const subjects = new Map(returned.map((mail) => [`${mail.occasion} ${mail.timer} ${mail.referral}`, mail]));
  return [...subjects.values()].flatMap((one): Concern[] => {
    const isForStaff = mails.some((mail) => mail.referral === one.referral && asksToCall(mail.occasion));
    if (isForInstitution(one.occasion) && isForStaff) return [];
    const same = mails.filter((mail) =>
      (['occasion', 'timer', 'referral'] as const).every((part) => mail[part] === one[part]),
    );
    const isKnown = same.some(
      (mail) => mail.undelivered === undefined && (mail.sentAt !== undefined || mail.toldAt !== undefined),
    );
    if (isKnown) return [];
    const back = same.filter(hasComeBack);
    const [since = one.createdAt] = back.map(({ createdAt }) => createdAt).sort();
    const { timer, referral } = one;
    return [
      {
        what: 'mail_told_nobody',
        since,
        count: back.length,
        ...(timer === undefined ? {} : { timer }),
        ...(referral === undefined ? {} : { referral }),
      },
    ];
  });
}

/**
 * Each institution that staff were asked to call. It stays until the institution answers, or somebody opens the case
 * after the request was handed over.
 */
function toBeCalled(of: Case, mails: readonly MailState[]): Concern[] {
  const calls = mails.filter(({ occasion, droppedBecause }) => asksToCall(occasion) && droppedBecause === undefined);
  return (of.referrals ?? []).flatMap(({ id }): Concern[] => {
    const open = calls.filter((mail) => mail.referral === id && stillMatters(of, mail));
    const isSeen = open.some((mail) => {
      const toldAt = hasComeBack(mail) ? undefined : (mail.sentAt ?? mail.toldAt);
      return toldAt !== undefined && of.lastReadAt !== undefined && of.lastReadAt > toldAt;
    });
    const [since] = open.map(({ createdAt }) => createdAt).sort();
    return since === undefined || isSeen ? [] : [{ what: 'institution_unreached', since, referral: id }];
  });
}

/**
 * Each institution whose silence staff were told of. It stays until the institution answers, or somebody opens the case
 * after the last of these mails was handed over.
 */
function silent(of: Case, mails: readonly MailState[]): Concern[] {
  const told = mails
    .filter((mail) => isOfSilence(mail.occasion) && mail.droppedBecause === undefined && stillMatters(of, mail))
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return (of.referrals ?? []).flatMap(({ id }): Concern[] => {
    const open = told.filter(({ referral }) => referral === id);
    const [first, last] = [open[0], open.at(-1)];
    const toldAt = last?.sentAt ?? last?.toldAt;
    const isSeen = toldAt !== undefined && of.lastReadAt !== undefined && of.lastReadAt > toldAt;
    return first === undefined || isSeen ? [] : [{ what: 'institution_silent', since: first.createdAt, referral: id }];
  });
}

function undecided({ referrals = [] }: Case): Concern[] {
  return referrals
    .filter(({ status }) => status === 'proposed')
    .map(({ id, isNecessary, proposedAt }) => ({
      what: 'proposal_undecided',
      since: proposedAt,
      referral: id,
      isNecessary,
    }));
}

function waiting(of: Case, now: Instant): Concern[] {
  return (of.approvals ?? [])
    .filter((one) => isWaiting(of, one, now))
    .map(({ id, askedAt }) => ({ what: 'second_person_waits', since: askedAt, approval: id }));
}

function unlookedCalls({ referrals = [] }: Case): Concern[] {
  return referrals.flatMap(({ id, lookOwedSince, lookedAt }): Concern[] =>
    lookOwedSince === undefined || lookedAt !== undefined
      ? []
      : [{ what: 'call_not_looked_at', since: lookOwedSince, referral: id }],
  );
}

function openQuestions({ referrals = [] }: Case): Concern[] {
  return referrals.flatMap((referral): Concern[] => {
    const since = askedSince(referral);
    return since === undefined ? [] : [{ what: 'question_waits', since, referral: referral.id }];
  });
}

function notHelped(of: Case): Concern[] {
  const since = notHelpedSince(of);
  return since === undefined ? [] : [{ what: 'not_helped', since }];
}

const dueAt = ({ createdAt, leavesAt, waitsUntil }: MailState): Instant => leavesAt ?? waitsUntil ?? createdAt;

/** A mail that the mail service refused is tried again, because its cause can be removed. So it has not come back. */
const hasComeBack = ({ undelivered }: MailState): boolean => undelivered !== undefined && undelivered !== 'refused';

const isDoneWith = (mail: MailState): boolean =>
  mail.sentAt !== undefined || mail.droppedBecause !== undefined || hasComeBack(mail);

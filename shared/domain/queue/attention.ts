import { approvalStatus } from '../case/approvals/approval.ts';
import { isVoid } from '../case/approvals/case-approval.ts';
import type { Case } from '../case/case.ts';
import type { UndeliveredBecause } from '../case/unseen/undelivered.ts';
import { unreadSince } from '../case/unseen/unread.ts';
import type { InstitutionOccasion, MailOccasion } from '../mail/mail-occasion.ts';
import { asksToCall, isForInstitution } from '../mail/referral-mails.ts';
import { stillMatters } from '../mail/still-wanted.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/** What can be wrong with a case that nobody may have seen. Source: docs/practice.md, People. */
export const concernKinds = [
  /** Critical or high, and nobody has opened it or said that they have seen it, or has read what came later. */
  'unread',
  /** A rung was raised, and nobody has said that they have seen that. */
  'raise_not_acknowledged',
  /** Mails that should have left and have not. */
  'mail_unsent',
  /** A mail came back, and nobody else was told of the same. */
  'mail_told_nobody',
  /** No mail reaches an institution, and nobody who was asked to call there has opened the case since. */
  'institution_unreached',
  /** The machine or a colleague proposed to tell an institution, and nobody has sent or dropped it. */
  'proposal_undecided',
  /** An export, an erasure or a lowered severity waits for a second person. */
  'second_person_waits',
] as const;

export type ConcernKind = (typeof concernKinds)[number];

/** Codes, ids and instants only. */
export interface Concern {
  what: ConcernKind;
  since: Instant;
  timer?: string;
  rung?: string;
  referral?: string;
  approval?: string;
  isNecessary?: boolean;
  /** How many mails. */
  count?: number;
}

/** What of a mail says whether it told somebody. */
export interface MailState {
  occasion: MailOccasion | InstitutionOccasion;
  timer?: string;
  referral?: string;
  createdAt: Instant;
  leavesAt?: Instant;
  sentAt?: Instant;
  toldAt?: Instant;
  droppedBecause?: string;
  undelivered?: UndeliveredBecause;
}

/** A mail is late when it has not left by then; the alarm of the mails that wait rings at the same time. */
const lateAfterMinutes = 10;

/**
 * Everything about a case that somebody should look at, as it stands at `now`. `mails` may be empty where none of them can
 * matter (`mayConcern`).
 */
export function concernsOf(of: Case, mails: readonly MailState[], now: Instant): Concern[] {
  return [
    ...unread(of),
    ...unacknowledged(of),
    ...unsent(mails, now),
    ...toldNobody(of, mails),
    ...toBeCalled(of, mails),
    ...undecided(of),
    ...waiting(of, now),
  ];
}

/**
 * Whether something may be wrong with what a case's mails have told: one of them is still due, one has come back, or an
 * institution was to be told.
 */
export function mayConcern({ mailBackAt, referrals = [] }: Case, isMailDue: boolean): boolean {
  return isMailDue || mailBackAt !== undefined || referrals.some(({ approvedAt }) => approvedAt !== undefined);
}

function unread(of: Case): Concern[] {
  const { severity, readAt, acknowledgedAt, resolvedAt } = of;
  const isUrgent = severity === 'critical' || severity === 'high';
  const isSeen = readAt === undefined && [acknowledgedAt, resolvedAt].some((at) => at !== undefined);
  const since = unreadSince(of);
  return isUrgent && !isSeen && since !== undefined ? [{ what: 'unread', since }] : [];
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
 * Each thing that mails were to say and that reached nobody, because every one of them came back. Of an institution that
 * staff are asked to call, `toBeCalled` says so.
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

/** Each institution that staff were asked to call, until the institution answers or who was asked has opened the case. */
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
    .filter((one) => one.takenAt === undefined && approvalStatus(one, now) === 'pending' && !isVoid(of, one))
    .map(({ id, askedAt }) => ({ what: 'second_person_waits', since: askedAt, approval: id }));
}

const dueAt = ({ createdAt, leavesAt }: MailState): Instant => leavesAt ?? createdAt;

/** One that was refused is tried again: what is wrong can be put right. */
const hasComeBack = ({ undelivered }: MailState): boolean => undelivered !== undefined && undelivered !== 'refused';

const isDoneWith = (mail: MailState): boolean =>
  mail.sentAt !== undefined || mail.droppedBecause !== undefined || hasComeBack(mail);

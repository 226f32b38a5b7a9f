import type { Case } from '../case/case.ts';
import { eventNumberOf } from '../case/events.ts';
import { parseTimerId } from '../case/timer-id.ts';
import type { Timer, TimerId } from '../case/timer-id.ts';
import type { ContactKind } from '../people/person.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { isForPartner } from './mail-occasion.ts';
import type { AnyOccasion } from './mail-occasion.ts';

// How often one person gets a letter. A letter is one mail about everything that waits for its reader.
// Source: docs/practice.md, Mails.

/** Minutes between two letters to one person, and where the mails of a day become scarce. */
export interface MailPace {
  /** For what needs somebody now. */
  urgentMinutes: number;
  /** For what only adds to a case of which the person knows, and for the same after many reminders. */
  joiningMinutes: number;
  lateJoiningMinutes: number;
  /** After so many reminders of one clock, the pace of what joins is the late one. */
  lateAfterReminders: number;
  /** The least for a contact that gets short messages. */
  shortMessageMinutes: number;
  /** The least for all but first news of critical cases, once half of the day's mails are sent. */
  halfMinutes: number;
  /** The same, once three quarters of them are sent. */
  reserveMinutes: number;
}

/** What a mail says about its own pace. */
export interface PacedMail {
  /** Minutes that must have passed since the last letter, before this mail alone may cause one. */
  pace?: number;
  /** Whether this is the first that the person hears of this critical case and clock number. */
  isFirstNews?: boolean;
  /** When the mail was handed over before. A repeat is no first news. */
  toldAt?: Instant;
}

/** When a person got letters, in whole minutes of the clock. */
export interface LastLetters {
  lastLetterAt?: Instant;
  /** The last letter that did not only bring news of the day. First news of a critical case waits for this one alone. */
  lastRingAt?: Instant;
}

/** How much of the day's mails is left: of the last 24 hours, less than a half, a half, or three quarters are sent. */
export type Budget = 'plenty' | 'half' | 'reserve';

export function budgetOf(sentInDay: number, mailsPerDay: number): Budget {
  if (sentInDay * 4 >= mailsPerDay * 3) return 'reserve';
  return sentInDay * 2 >= mailsPerDay ? 'half' : 'plenty';
}

/** What a letter to this person has to keep to, as things stand. */
export interface PaceLimits {
  budget: Budget;
  contact?: ContactKind;
}

const isFirst = ({ isFirstNews, toldAt }: PacedMail): boolean => isFirstNews === true && toldAt === undefined;

/** Minutes that must lie between the last letter and one that this mail causes. */
export function paceOf(mail: PacedMail, { budget, contact }: PaceLimits, pace: MailPace): number {
  const own = mail.pace ?? pace.urgentMinutes;
  const byContact = contact === 'mail_to_sms' ? pace.shortMessageMinutes : pace.urgentMinutes;
  const byBudget = { plenty: 0, half: pace.halfMinutes, reserve: pace.reserveMinutes }[budget];
  return Math.max(own, byContact, isFirst(mail) ? 0 : byBudget);
}

/** The earliest instant at which this mail may cause a letter. Undefined when it waits for no letter before it. */
export function mayLeaveAt(
  mail: PacedMail,
  last: LastLetters,
  limits: PaceLimits,
  pace: MailPace,
): Instant | undefined {
  const since = isFirst(mail) ? last.lastRingAt : last.lastLetterAt;
  return since === undefined ? undefined : plusMinutes(since, paceOf(mail, limits, pace));
}

/** Whether the person may not get any letter yet, whatever waits for them. Tells it without reading what waits. */
export function anyLetterAt({ lastRingAt }: LastLetters, { urgentMinutes }: MailPace): Instant | undefined {
  return lastRingAt === undefined ? undefined : plusMinutes(lastRingAt, urgentMinutes);
}

/** What somebody is told, as far as it decides the pace. */
export interface Told {
  to: string;
  occasion: AnyOccasion;
  timer?: TimerId;
  approval?: string;
  referral?: string;
}

/** A mail of the case that was written before. */
export interface EarlierMail extends Told {
  eventId: string;
  createdAt: Instant;
  rung?: string;
  attempts: number;
  retryAt: Instant;
  leavesAt?: Instant;
  sentAt?: Instant;
  toldAt?: Instant;
  droppedBecause?: string;
  undelivered?: string;
}

/**
 * The pace of a mail that waits for no daily mail. First news of a critical case needs somebody now, and so does what
 * rings. What only adds to a case that still waits joins. `rings`: whether it is news of its own.
 */
export function paceOfNews(
  told: Told & { rings: boolean },
  of: Pick<Case, 'severity' | 'clockNumber' | 'criticalSince' | 'unreadFrom'>,
  timers: readonly Timer[],
  earlier: readonly EarlierMail[],
  pace: MailPace,
): { pace: number; isFirstNews?: true } {
  // The outside partner hears of each request for the first time.
  if (isForPartner(told.occasion)) return { pace: pace.urgentMinutes, isFirstNews: true };
  // A letter about an exclusion says the number alone: it is no news of the case, and comes before none.
  if (told.occasion === 'exclusion') return { pace: pace.urgentMinutes };
  const known = earlier.filter((mail) => mail.to === told.to && mail.occasion !== 'exclusion' && isStillNews(mail, of));
  if (of.severity === 'critical' && known.length === 0) return { pace: pace.urgentMinutes, isFirstNews: true };
  const reminders = Math.max(0, ...timers.filter(({ clock }) => clock === of.clockNumber).map((one) => one.reminders));
  const joining = reminders > pace.lateAfterReminders ? pace.lateJoiningMinutes : pace.joiningMinutes;
  return { pace: isOnlyMore(told, of, known) ? joining : pace.urgentMinutes };
}

/** Whether what was told before is about this critical case as it runs now. */
function isStillNews(mail: EarlierMail, of: Pick<Case, 'clockNumber' | 'criticalSince'>): boolean {
  const clock = (mail.timer === undefined ? undefined : parseTimerId(mail.timer)?.clock) ?? 1;
  const isBefore = of.criticalSince !== undefined && mail.createdAt < of.criticalSince;
  return !isBefore && clock === of.clockNumber && mail.droppedBecause === undefined && mail.undelivered === undefined;
}

/** Further words of the reporter, while the first ones were told and are unread, and whatever does not ring. */
function isOnlyMore(
  { occasion, timer, rings }: Told & { rings: boolean },
  { unreadFrom }: Pick<Case, 'unreadFrom'>,
  known: readonly EarlierMail[],
): boolean {
  const kind = timer === undefined ? undefined : parseTimerId(timer)?.kind;
  if (occasion !== 'from_reporter' || kind !== 'must_be_read' || unreadFrom === undefined) return !rings;
  return known.some((mail) => mail.occasion === 'from_reporter' && eventNumberOf(mail.eventId) >= unreadFrom.event);
}

/**
 * Whether new news joins a mail of the same kind that waits already and leaves no later. That mail was never tried. So
 * its case is loaded only after this was asked, and its letter tells of the news as well. A mail that was tried may have
 * been worded before the news came. A mail about one referral falls with it, so it tells of no other referral.
 */
export function joins(told: Told & { rung?: string; retryAt: Instant }, earlier: readonly EarlierMail[]): boolean {
  return earlier.some(
    (mail) =>
      mail.attempts === 0 &&
      mail.retryAt <= told.retryAt &&
      mail.sentAt === undefined &&
      mail.droppedBecause === undefined &&
      mail.undelivered === undefined &&
      mail.to === told.to &&
      mail.occasion === told.occasion &&
      mail.rung === told.rung &&
      mail.approval === told.approval &&
      mail.referral === told.referral &&
      clockOf(mail.timer) === clockOf(told.timer),
  );
}

/** All clocks of unread words of one clock number are one. Any other clock has a name of its own. */
function clockOf(timer: TimerId | undefined): string | undefined {
  const parsed = timer === undefined ? undefined : parseTimerId(timer);
  return parsed?.kind === 'must_be_read' ? `${parsed.clock}.must_be_read` : timer;
}

import { hasOpenApproval } from '../case/approvals/case-approval.ts';
import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import { isExcludedInstitution } from '../case/exclusions.ts';
import { hasCodeConcern } from '../case/receipts/known-receipt.ts';
import { isOver } from '../case/status.ts';
import { askedSince, awaitsAcknowledgement, awaitsAnswer, isUnderWay } from '../case/referral.ts';
import type { Referral } from '../case/referral.ts';
import { parseTimerId, timerId } from '../case/timer-id.ts';
import type { Timer } from '../case/timer-id.ts';
import { isTaken, unreadSince } from '../case/unseen/unread.ts';
import { isToBeErased } from '../keeping/retention.ts';
import { isForPartner } from './mail-occasion.ts';
import type { AnyOccasion } from './mail-occasion.ts';
import { asksToCall, holdsAccessCode, isForInstitution, isOfOneTimeCode, isOfSilence } from './referral-mails.ts';
import type { LadderPolicy } from '../sla/clock-policy.ts';
import { isOfMessage, outlivesEnd } from '../sla/timer.ts';
import type { Instant } from '../time/instant.ts';

// These rules say whether a mail is still true about its case, and whether anybody still needs it. Everything that
// writes, sends, repeats or counts mails asks here. Source: docs/practice.md, Mails and Contacts.

/** Why a mail is no longer needed. Its row and the log hold this code. */
export type WhyUnwanted =
  'case_over' | 'clock_ended' | 'referral_over' | 'institution_excluded' | 'kept_on' | 'decided' | 'read_already';

/** What a mail is about. */
export interface MailSubject {
  occasion: AnyOccasion;
  timer?: string;
  rung?: string;
  referral?: string;
  approval?: string;
}

/** A mail whose turn has come. `leavesAt` is set when it waited for others, `toldAt` when it was handed over before. */
export interface DueMail extends MailSubject {
  leavesAt?: Instant;
  toldAt?: Instant;
}

/** Why nobody needs to be told of an event any more. Undefined while it is news. */
export function whyNoNews(of: Case, timers: readonly Timer[], event: CaseEvent): WhyUnwanted | undefined {
  if (isNewsBeyondEnd(event)) return undefined;
  return whyDeadlineOver(of, timers, 'timer' in event.data ? event.data.timer : undefined);
}

/** Why a mail is no longer true. Undefined while it is true. */
export function whyUntrue(of: Case, timers: readonly Timer[], mail: MailSubject): WhyUnwanted | undefined {
  const { occasion, timer, referral } = mail;
  if (occasion === 'approval_asked') return hasOpenApproval(of) ? undefined : 'decided';
  if (isForPartner(occasion)) return waitsForPartner(of, mail.approval) ? undefined : 'decided';
  if (occasion === 'nobody_to_ask' || occasion === 'exclusion') return undefined;
  if (occasion === 'erasure_due') return isToBeErased(of) ? undefined : 'kept_on';
  // Without a timer, this mail says that the code of the reporter is locked. Once a person has spoken to
  // the reporter, it is over.
  if (occasion === 'from_reporter' && timer === undefined) {
    return hasCodeConcern(of, { what: 'reporter_locked' }) ? undefined : 'decided';
  }
  // That a code was given out stays true, whatever comes after it.
  if (occasion === 'receipt_reissued') return undefined;
  if (occasion === 'dead_code_used') return hasCodeConcern(of, { what: occasion }) ? undefined : 'decided';
  if (referral === undefined) return whyDeadlineOver(of, timers, timer);
  // Silence is about one clock of a referral. That may be over while another one runs.
  const isOfClock = isOfSilence(occasion);
  return whyReferralOver(of, referral, occasion) ?? (isOfClock ? whyDeadlineOver(of, timers, timer) : undefined);
}

/**
 * Why a mail whose turn has come is not to be sent. It is no longer true, the case was read, or a repeat is no longer
 * needed.
 */
export function whyNotToSend(
  of: Case,
  timers: readonly Timer[],
  mail: DueMail,
  ladder: LadderPolicy,
): WhyUnwanted | undefined {
  const isKnown = isOfUnread(mail) && of.readAt !== undefined;
  const isTaken = mail.toldAt !== undefined && !isRepeated(of, timers, mail, ladder);
  return whyUntrue(of, timers, mail) ?? (isKnown || isTaken ? 'read_already' : undefined);
}

/**
 * Why a mail is due once more after it was handed over. Either nobody has taken the case yet, or the history does not
 * say yet that the institution was written to. The history never says so of a withdrawal or a one-time code, because
 * these pass nothing on.
 */
export function whyDueAgain(
  of: Case,
  timers: readonly Timer[],
  mail: DueMail,
  ladder: LadderPolicy,
): 'to_ring' | 'to_be_recorded' | undefined {
  if (isRepeated(of, timers, mail, ladder)) return 'to_ring';
  if (!holdsAccessCode(mail.occasion)) return undefined;
  const known = of.referrals?.find(({ id }) => id === mail.referral);
  const isRecorded = known?.sentAt !== undefined && known.unreachedSince === undefined;
  return isRecorded ? undefined : 'to_be_recorded';
}

/**
 * Whether a mail is the latest call about a critical case that nobody has taken. So nobody acknowledged or read it, and
 * no later rung was escalated. Such a mail repeats until acknowledged. After the last rung the reminders take over. The
 * mail about a new case stands for the first rung. Source: docs/practice.md, Contacts.
 */
export function isRepeated(of: Case, timers: readonly Timer[], mail: DueMail, ladder: LadderPolicy): boolean {
  if (!callsToTake(mail) || of.severity !== 'critical') return false;
  const timer = timers.find(({ kind, clock }) => kind === 'must_be_acknowledged' && clock === of.clockNumber);
  if (timer === undefined || timer.nextRung >= ladder.rungs.length) return false;
  if (isTaken(of) && !isOfMessage(timer)) return false;
  const raised = Math.max(timer.nextRung, 1) - 1;
  return ladder.rungs[raised]?.id === (mail.rung ?? ladder.rungs[0]?.id);
}

/**
 * Whether a mail to an institution, about calling it or about its silence still matters. It does while nothing has ended
 * its matter and the institution has not answered. All other mails matter.
 */
export function stillMatters(of: Case, mail: MailSubject & { createdAt: Instant }): boolean {
  const { occasion, referral: id, createdAt } = mail;
  const isAbout = isForInstitution(occasion) || asksToCall(occasion) || isOfSilence(occasion);
  if (id === undefined || !isAbout) return true;
  const call = isOfTakingBack(occasion) ? 'withdrawal_unreached' : 'institution_unreached';
  const matter = isOfSilence(occasion) ? occasion : call;
  const { acknowledgedAt = '' } = of.referrals?.find((one) => one.id === id) ?? {};
  return whyReferralOver(of, id, matter) === undefined && acknowledgedAt <= createdAt;
}

const isDeclined = ({ status }: Referral): boolean => status === 'declined';
/** What was completed can be looked at for some days more. */
const canBeOpened = (referral: Referral): boolean => isUnderWay(referral) || referral.status === 'completed';
const isWithdrawn = ({ status }: Referral): boolean => status === 'withdrawn';

/** Whether the outside partner still has to decide on this. */
function waitsForPartner(of: Case, id: string | undefined): boolean {
  const isOfPartner = of.approvals?.some((one) => one.id === id && one.partner !== undefined) === true;
  return isOfPartner && hasOpenApproval(of, id);
}

/** The referrals about which a mail of this occasion is true. Other occasions are not about a referral. */
const trueOf: Readonly<Partial<Record<AnyOccasion, (referral: Referral) => boolean>>> = {
  referral_waits: awaitsAcknowledgement,
  referral_follows_call: isUnderWay,
  referral_reminder: isUnderWay,
  institution_unreached: isUnderWay,
  institution_silent: awaitsAnswer,
  institution_silent_decide: awaitsAnswer,
  referral_declined: isDeclined,
  referral_withdrawn: isWithdrawn,
  withdrawal_unreached: isWithdrawn,
  access_code: canBeOpened,
  access_code_asked: canBeOpened,
  access_code_failed: canBeOpened,
  referral_misdirected: isUnderWay,
  institution_asked: (referral) => askedSince(referral) !== undefined,
  question_answered: isUnderWay,
};

/** Why a mail about a referral of this case is not to go out any more. Undefined while it may go out. */
export function whyReferralOver(of: Case, id: string, occasion: AnyOccasion): WhyUnwanted | undefined {
  // Besa waits for institutions after the end of a case, until it is closed. After that a withdrawal still reaches them,
  // whoever asks is answered, and whoever may still look gets the code for it.
  const outlivesClosing = isOfTakingBack(occasion) || isOfQuestion(occasion) || isOfOneTimeCode(occasion);
  if (of.closedAt !== undefined && !outlivesClosing) return 'case_over';
  const referral = of.referrals?.find((one) => one.id === id);
  if (referral === undefined || trueOf[occasion]?.(referral) !== true) return 'referral_over';
  const isExcluded = isForInstitution(occasion) && isExcludedInstitution(of, referral.institution);
  return isExcluded ? 'institution_excluded' : undefined;
}

/** Why a deadline of the report needs nobody any more. The case is over, or what the deadline watched has happened. */
function whyDeadlineOver(of: Case, timers: readonly Timer[], timer: string | undefined): WhyUnwanted | undefined {
  const armed = timers.find((one) => timerId(one) === timer && !isReadAlready(of, one));
  // Some clocks run on after the end of a case. They are over only when they are disarmed.
  const isWaitedFor = armed !== undefined && outlivesEnd(armed);
  if (!isWaitedFor && isOver(of)) return 'case_over';
  return timer !== undefined && armed === undefined ? 'clock_ended' : undefined;
}

/** A clock of reading may stand for a moment after everything was read, where very many clocks end at once. */
function isReadAlready(of: Case, { kind }: Timer): boolean {
  return kind === 'must_be_read' && unreadSince(of) === undefined;
}

/**
 * Whether an event is still news after the end of a case. Institutions still answer then, reporters still write and
 * lock their code, and erasing comes last. The matter of each event decides whether it is over.
 */
function isNewsBeyondEnd(event: CaseEvent): boolean {
  return (
    'referral' in event.data ||
    'approval' in event.data ||
    event.type === 'case.information_added' ||
    event.type === 'case.locked' ||
    event.type === 'case.receipt_reissued' ||
    event.type === 'case.dead_code_used' ||
    event.type === 'mail.bounced' ||
    event.type === 'case.erasure_due' ||
    event.type === 'case.exclusions_asked' ||
    event.type === 'case.exclusions_set'
  );
}

/** Whether a mail says that nobody has read a case: as it came, or since it was reopened with its parent. */
const isOfUnread = ({ occasion }: MailSubject): boolean => occasion === 'new_case' || occasion === 'lead_reopened';

/** Whether a mail calls somebody to take a critical case at once, and does not only inform them. */
function callsToTake({ occasion, timer, leavesAt }: DueMail): boolean {
  if (leavesAt !== undefined) return false;
  if (occasion === 'new_case') return true;
  return occasion === 'escalated' && timer !== undefined && parseTimerId(timer)?.kind === 'must_be_acknowledged';
}

const isOfQuestion = (occasion: AnyOccasion): boolean =>
  occasion === 'institution_asked' || occasion === 'question_answered';

const isOfTakingBack = (occasion: AnyOccasion): boolean =>
  occasion === 'referral_withdrawn' || occasion === 'withdrawal_unreached';

import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent, EventType } from '../../domain/case/events.ts';
import { wasHeardOf } from '../../domain/case/referral.ts';
import type { Referral } from '../../domain/case/referral.ts';
import { isForInstitution } from '../../domain/mail/referral-mails.ts';
import { whyReferralOver, whyUntrue } from '../../domain/mail/still-wanted.ts';
import type { CaseWithTimers } from '../../ports/case-store.ts';
import type { Mail } from '../../ports/mailbox.ts';
import { nobody, type StaffAlert, type AlertOrNot } from './staff-alert.ts';

/**
 * What is told of a step of a referral: the institution that something waits, or once more, or that it is taken back;
 * that its question was answered; staff that it was declined. After a call the mail only follows the call. Where nobody of the institution can be written
 * to, staff are asked to call. Source: docs/practice.md, Referral.
 */
export function alertOfReferral(
  type: Extract<
    EventType,
    'referral.approved' | 'referral.reminded' | 'referral.declined' | 'referral.withdrawn' | 'referral.replied'
  >,
  of: Case,
  mails: readonly Mail[],
  id: string,
): AlertOrNot {
  const referral = of.referrals?.find((one) => one.id === id);
  if (referral === undefined) return nobody('referral_over');
  const { institution, contact } = referral;
  const wasCalled = referral.calledAt !== undefined;
  const occasion = {
    'referral.approved': wasCalled ? 'referral_follows_call' : 'referral_waits',
    'referral.reminded': 'referral_reminder',
    'referral.declined': 'referral_declined',
    'referral.withdrawn': 'referral_withdrawn',
    'referral.replied': 'question_answered',
  } as const;
  const because = whyReferralOver(of, id, occasion[type]);
  if (because !== undefined) return nobody(because);
  if (type === 'referral.declined') {
    return { tell: { occasion: 'referral_declined', referral: id, ...toWhoWorksOn(of) } };
  }
  if (type === 'referral.withdrawn' && !knowsOf(referral, mails)) return nobody('not_told_yet');
  return {
    tell: {
      occasion: occasion[type],
      referral: id,
      to: 'institution',
      institution,
      ...(contact === undefined ? {} : { contact }),
      // Who was called has been told; else a call is what is left.
      ...(wasCalled && type === 'referral.approved' ? {} : { otherwise: callThem(of, referral) }),
    },
  };
}

/**
 * What is told of what somebody with an access code did. The one-time code goes to the contact who asked, or staff are
 * told to call and say it. Of a question, of five wrong codes, and of a referral that is with the
 * wrong person, staff hear at once.
 */
export function alertOfDesk({ type, data }: CaseEvent & { type: keyof typeof forStaff }, of: Case): AlertOrNot {
  const { referral: id } = data;
  const code = type === 'referral.code_asked' && data.by === 'mail' ? data : undefined;
  const occasion = code === undefined ? forStaff[type] : 'access_code';
  const referral = of.referrals?.find((one) => one.id === id);
  const because = whyReferralOver(of, id, occasion);
  if (referral === undefined || because !== undefined) return nobody(because ?? 'referral_over');
  if (code === undefined) return { tell: { occasion, referral: id, ...toWhoWorksOn(of) } };
  const { institution } = referral;
  return { tell: { occasion, referral: id, to: 'institution', institution, contact: code.contact } };
}

const forStaff = {
  'referral.code_asked': 'access_code_asked',
  'referral.code_failed': 'access_code_failed',
  'referral.misdirected': 'referral_misdirected',
  'referral.asked': 'institution_asked',
} as const;

/** Whether the institution has heard of a referral, or may have: a mail that is being handed over cannot be held back. */
function knowsOf(of: Referral, mails: readonly Mail[]): boolean {
  const mayHave = mails.some(
    ({ referral, occasion, attempts, undelivered }) =>
      referral === of.id && isForInstitution(occasion) && attempts > 0 && undelivered === undefined,
  );
  return wasHeardOf(of) || mayHave;
}

/**
 * What is told of an institution that does not answer. First the owner of the case is told, then the rung that the pack
 * names. At the third step it decides who above the institution is told. Source: docs/practice.md, Clocks.
 */
export function alertOfSilence(
  { data: { referral, timer, step } }: CaseEvent & { type: 'referral.silent' },
  { case: of, timers }: CaseWithTimers,
  supervisor: number,
): AlertOrNot {
  const occasion = step === 'authority' ? 'institution_silent_decide' : 'institution_silent';
  const because = whyUntrue(of, timers, { occasion, timer, referral });
  if (because !== undefined) return nobody(because);
  const { assignee } = of;
  const owner = assignee === undefined ? { from: 0 } : { assignee, from: 0 };
  const told = step === 'owner' ? owner : { from: supervisor };
  return { tell: { occasion, timer, referral, to: 'assignee_or_rung', ...told } };
}

/** An institution's mail came back. As long as another contact of it has the same, it was reached. */
export function notReached(of: Case, bounced: Mail, mails: readonly Mail[]): AlertOrNot {
  const referral = of.referrals?.find(({ id }) => id === bounced.referral);
  if (referral === undefined) return nobody('referral_over');
  const call = callThem(of, referral);
  const because = whyReferralOver(of, referral.id, call.occasion);
  if (because !== undefined) return nobody(because);
  // What comes back is what had told them: of what they never heard, nobody has to say that it is taken back.
  const others = mails.filter(({ eventId }) => eventId !== bounced.eventId);
  if (referral.status === 'withdrawn' && !knowsOf(referral, others)) return nobody('not_told_yet');
  const isReached = mails.some(
    ({ eventId, undelivered, droppedBecause }) =>
      eventId === bounced.eventId && undelivered === undefined && droppedBecause === undefined,
  );
  return isReached ? nobody('told_already') : { tell: call };
}

/** Staff are to call the institution: that it has something, or that it is taken back. */
function callThem(of: Case, { id, status }: Referral): StaffAlert {
  const occasion = status === 'withdrawn' ? 'withdrawal_unreached' : 'institution_unreached';
  return { occasion, referral: id, ...toWhoWorksOn(of) };
}

function toWhoWorksOn({
  assignee,
}: Case): { to: 'rung'; from: number } | { to: 'assignee_or_rung'; assignee: string; from: number } {
  return assignee === undefined ? { to: 'rung', from: 0 } : { to: 'assignee_or_rung', assignee, from: 0 };
}

import type { Case } from '../case/case.ts';
import type { Timer } from '../case/timer-id.ts';
import { institutionOccasions } from './mail-occasion.ts';
import type { AnyOccasion, InstitutionOccasion } from './mail-occasion.ts';
import type { TimerPolicy } from '../sla/clock-policy.ts';
import { wantedTimers } from '../sla/clocks.ts';
import { isOfReferral } from '../sla/timer.ts';

/** Whether a mail goes to an institution and not to staff. */
export function isForInstitution(occasion: AnyOccasion): occasion is InstitutionOccasion {
  return institutionOccasions.some((one) => one === occasion);
}

/** Whether a mail says to an institution that something waits there. Such a mail holds the access code that waits for it. */
export function holdsAccessCode(occasion: AnyOccasion): boolean {
  return isForInstitution(occasion) && occasion !== 'referral_withdrawn' && occasion !== 'access_code';
}

/**
 * Whether a mail says what somebody with an access code asked or pressed at a screen, or replies to it. Such a mail waits for no daily
 * mail. Source: docs/practice.md, Mails.
 */
export function isOfReferralDesk(occasion: AnyOccasion): boolean {
  const ofDesk: readonly AnyOccasion[] = [
    'access_code',
    'access_code_asked',
    'access_code_failed',
    'referral_misdirected',
    'institution_asked',
    'question_answered',
  ];
  return ofDesk.includes(occasion);
}

/** Whether a mail is about the one-time code with which an institution looks, or brings it. */
export function isOfOneTimeCode(occasion: AnyOccasion): boolean {
  return occasion === 'access_code' || occasion === 'access_code_asked' || occasion === 'access_code_failed';
}

/** Whether a mail asks staff to call an institution that no mail reached. */
export function asksToCall(occasion: AnyOccasion): boolean {
  return occasion === 'institution_unreached' || occasion === 'withdrawal_unreached';
}

/** Whether a mail says that an institution does not answer. It wakes nobody. Source: docs/practice.md, Clocks. */
export function isOfSilence(occasion: AnyOccasion): boolean {
  return occasion === 'institution_silent' || occasion === 'institution_silent_decide';
}

/**
 * Whether a mail brings an institution a list of addresses. The institution has one hour, so such a mail waits for
 * nothing. Source: docs/practice.md, Clocks.
 */
export function bringsList(
  { referrals = [] }: Case,
  { occasion, referral }: { occasion: AnyOccasion; referral?: string },
): boolean {
  return (
    isForInstitution(occasion) && referrals.some(({ id, addressesOnly }) => id === referral && addressesOnly === true)
  );
}

/** The next clock that waits for the institution of a referral. The armed timer counts; else the timer that the decision just made will arm. */
export function nextClockOf(
  of: Case,
  timers: readonly Timer[],
  id: string,
  policy: TimerPolicy,
): Pick<Timer, 'kind' | 'deadline'> | undefined {
  const wanted = wantedTimers(of, policy).filter((timer) => isOfReferral(timer) && timer.subject === `referral-${id}`);
  const asArmed = wanted.map(
    (timer) => timers.find(({ kind, subject }) => kind === timer.kind && subject === timer.subject) ?? timer,
  );
  return asArmed.sort((a, b) => (a.deadline < b.deadline ? -1 : 1))[0];
}

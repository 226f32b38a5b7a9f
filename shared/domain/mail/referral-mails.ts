import type { Case } from '../case/case.ts';
import { isExcludedInstitution } from '../case/exclusions.ts';
import { awaitsAcknowledgement, isUnderWay } from '../case/referral.ts';
import type { Referral } from '../case/referral.ts';
import { institutionOccasions } from './mail-occasion.ts';
import type { InstitutionOccasion, MailOccasion } from './mail-occasion.ts';
import type { TimerPolicy } from '../sla/clock-policy.ts';
import { wantedTimers } from '../sla/clocks.ts';
import type { Timer } from '../case/timer-id.ts';

const isDeclined = ({ status }: Referral): boolean => status === 'declined';
const isWithdrawn = ({ status }: Referral): boolean => status === 'withdrawn';

/** Of which referrals a mail still says something true. Other occasions are not about a referral. */
const trueOf: Readonly<Partial<Record<MailOccasion | InstitutionOccasion, (referral: Referral) => boolean>>> = {
  referral_waits: awaitsAcknowledgement,
  referral_follows_call: isUnderWay,
  referral_reminder: isUnderWay,
  institution_unreached: isUnderWay,
  referral_declined: isDeclined,
  referral_withdrawn: isWithdrawn,
  withdrawal_unreached: isWithdrawn,
};

/** Whether a mail goes to an institution and not to staff. */
export function isForInstitution(occasion: MailOccasion | InstitutionOccasion): occasion is InstitutionOccasion {
  return institutionOccasions.some((one) => one === occasion);
}

/** Whether a mail asks staff to call an institution that no mail reached. */
export function asksToCall(occasion: MailOccasion | InstitutionOccasion): boolean {
  return occasion === 'institution_unreached' || occasion === 'withdrawal_unreached';
}

/** Whether a mail brings an institution a list of addresses: it has an hour, so nothing is waited for. Source: PRACTICE, clocks. */
export function bringsList(
  { referrals = [] }: Case,
  { occasion, referral }: { occasion: MailOccasion | InstitutionOccasion; referral?: string },
): boolean {
  return (
    isForInstitution(occasion) && referrals.some(({ id, addressesOnly }) => id === referral && addressesOnly === true)
  );
}

/** Why a mail about a referral of this case is not to go out any more; undefined while it is. */
export function referralPassed(
  of: Case,
  id: string,
  occasion: MailOccasion | InstitutionOccasion,
): 'case_over' | 'referral_over' | 'institution_excluded' | undefined {
  // Institutions are waited for beyond the end of a case, until it is closed. That it is taken back, they hear still.
  const isTakenBack = occasion === 'referral_withdrawn' || occasion === 'withdrawal_unreached';
  if (of.closedAt !== undefined && !isTakenBack) return 'case_over';
  const referral = of.referrals?.find((one) => one.id === id);
  if (referral === undefined || trueOf[occasion]?.(referral) !== true) return 'referral_over';
  const isExcluded = isForInstitution(occasion) && isExcludedInstitution(of, referral.institution);
  return isExcluded ? 'institution_excluded' : undefined;
}

/** The next clock of a referral: as it is armed, or as it will be once the timers follow the decision just made. */
export function nextClockOf(
  of: Case,
  timers: readonly Timer[],
  id: string,
  policy: TimerPolicy,
): Pick<Timer, 'kind' | 'deadline'> | undefined {
  const wanted = wantedTimers(of, policy).filter(({ subject }) => subject === `referral-${id}`);
  const asArmed = wanted.map(
    (timer) => timers.find(({ kind, subject }) => kind === timer.kind && subject === timer.subject) ?? timer,
  );
  return asArmed.sort((a, b) => (a.deadline < b.deadline ? -1 : 1))[0];
}

import type { Case } from './case.ts';
import { wantedTimers, type TimerPolicy } from './clocks.ts';
import type { InstitutionOccasion, MailOccasion } from './country-pack.ts';
import { institutionOccasions } from './country-pack.ts';
import type { ReferralStatus } from './referral.ts';
import { isExcludedInstitution } from './excluding.ts';
import type { Timer } from './timer.ts';

const underWay: readonly ReferralStatus[] = ['approved', 'sent', 'acknowledged', 'accepted'];

/** In which states of its referral a mail still says something true. Other occasions are not about a referral. */
const trueWhile: Readonly<Partial<Record<MailOccasion | InstitutionOccasion, readonly ReferralStatus[]>>> = {
  referral_waits: ['approved', 'sent'],
  referral_follows_call: underWay,
  referral_reminder: underWay,
  institution_unreached: underWay,
  referral_declined: ['declined'],
  referral_withdrawn: ['withdrawn'],
};

/** Whether a mail goes to an institution and not to staff. */
export function isForInstitution(occasion: MailOccasion | InstitutionOccasion): occasion is InstitutionOccasion {
  return institutionOccasions.some((one) => one === occasion);
}

/** Why a mail about a referral of this case is not to go out any more; undefined while it is. */
export function referralPassed(
  of: Case,
  id: string,
  occasion: MailOccasion | InstitutionOccasion,
): 'case_over' | 'referral_over' | 'institution_excluded' | undefined {
  // Institutions are waited for beyond the end of a case, until it is closed.
  if (of.closedAt !== undefined) return 'case_over';
  const referral = of.referrals?.find((one) => one.id === id);
  if (referral === undefined || trueWhile[occasion]?.includes(referral.status) !== true) return 'referral_over';
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

import type { Case } from '../case/case.ts';
import { isSetAside, wasHeardOf } from '../case/referral.ts';
import type { Referral } from '../case/referral.ts';
import { whyNotToKnow } from './referral-matrix.ts';
import type { Referrals } from './referral-policy.ts';

/**
 * The referral that is named to lead, also while it is only proposed. One that is set aside does not lead. Neither does
 * an institution that must not know of the case.
 */
export function namedLeadOf(of: Case, policy: Referrals): Referral | undefined {
  return of.referrals?.find((referral) => referral.isLead && mayLead(of, referral, policy));
}

/**
 * The referral of the lead agency: others speak to it instead of questioning the child again. Only who has heard of the
 * case can be spoken to, so a proposal never leads. While the one that is named has not heard of it, the first
 * necessary one that has leads. Source: docs/practice.md, Referral.
 */
export function leadAgencyOf(of: Case, policy: Referrals): Referral | undefined {
  const told = (of.referrals ?? []).filter(
    (referral) => wasHeardOf(referral) && referral.addressesOnly !== true && mayLead(of, referral, policy),
  );
  return told.find(({ isLead }) => isLead) ?? told.find(({ isNecessary }) => isNecessary);
}

function mayLead(of: Case, referral: Referral, policy: Referrals): boolean {
  return !isSetAside(referral) && whyNotToKnow(of, referral.institution, policy) === undefined;
}

/** Makes one institution the lead agency in place of the old one. */
export function ledBy(referrals: readonly Referral[], id: string): readonly Referral[] {
  return referrals.map((referral) => ({ ...referral, isLead: referral.id === id }));
}

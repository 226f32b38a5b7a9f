import type { Case } from '../case/case.ts';
import { isSetAside } from '../case/referral.ts';
import type { Referral } from '../case/referral.ts';
import { whyNotToKnow } from './referral-matrix.ts';
import type { Referrals } from './referral-policy.ts';

/**
 * The referral of the lead agency: others speak to it instead of questioning the child again. A referral that is set
 * aside does not lead. Neither does an institution that must not know of the case. Source: docs/practice.md, Referral.
 */
export function leadAgencyOf(of: Case, policy: Referrals): Referral | undefined {
  return of.referrals?.find(
    (referral) =>
      referral.isLead && !isSetAside(referral) && whyNotToKnow(of, referral.institution, policy) === undefined,
  );
}

/** Makes one institution the lead agency in place of the old one. */
export function ledBy(referrals: readonly Referral[], id: string): readonly Referral[] {
  return referrals.map((referral) => ({ ...referral, isLead: referral.id === id }));
}

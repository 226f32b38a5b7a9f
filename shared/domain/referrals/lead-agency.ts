import type { Case } from '../case/case.ts';
import { isSetAside } from '../case/referral.ts';
import type { Referral } from '../case/referral.ts';
import { whyNotToKnow } from './referral-matrix.ts';
import type { Referrals } from './referral-policy.ts';

/**
 * The referral whose institution leads a case: the one to speak to instead of questioning the child again. None that has
 * nothing to do with the case any more, and none that must not know of it. Source: docs/practice.md, Referral.
 */
export function leadAgencyOf(of: Case, policy: Referrals): Referral | undefined {
  return of.referrals?.find(
    (referral) =>
      referral.isLead && !isSetAside(referral) && whyNotToKnow(of, referral.institution, policy) === undefined,
  );
}

/** One institution leads a case: a new lead takes the place of the old one. */
export function ledBy(referrals: readonly Referral[], id: string): readonly Referral[] {
  return referrals.map((referral) => ({ ...referral, isLead: referral.id === id }));
}

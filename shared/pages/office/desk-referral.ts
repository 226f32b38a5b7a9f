import type * as z from 'zod/mini';
import type { deskReferralShown } from '../../contracts/http/public/desk-answers.ts';
import type { DisclosedCopy } from '../../domain/referrals/disclosed-copy.ts';

/** The answer of `POST /v1/desk/referral`, as the API's document says it. */
export type DeskReferral = z.infer<typeof deskReferralShown>;

/** The copy as it was given, with its addresses as they were typed. Whoever may not see them gets none. */
export function copyIn({ copy, addressesAsTyped }: DeskReferral): DisclosedCopy {
  return { ...copy, ...(addressesAsTyped === undefined ? {} : { addresses: addressesAsTyped }) };
}

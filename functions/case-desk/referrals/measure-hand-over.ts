import type { CaseChange } from '#shared/domain/case/case-change.ts';
import { handOverTimes } from '#shared/domain/referrals/address-hand-over.ts';
import { measure } from '#shared/lambda/log/log.ts';

/**
 * How long an address hand-over took: from the report to the decision, and from then until the authority had it. The
 * two figures name no case.
 */
export function measureHandOver(change: CaseChange): void {
  for (const { sinceReport, sinceSent } of handOverTimes(change)) {
    if (sinceReport !== undefined) measure('HandOverDecision', sinceReport);
    if (sinceSent !== undefined) measure('HandOverAnswer', sinceSent);
  }
}

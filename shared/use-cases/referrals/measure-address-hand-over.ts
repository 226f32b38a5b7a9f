import type { CaseChange } from '../../domain/case/case-change.ts';
import { addressHandOverTimes } from '../../domain/referrals/address-hand-over.ts';
import type { Measure } from '../../lambda/log/log.ts';

/**
 * Measures how long an address hand-over took. One figure is from the report to the decision, the other from then until
 * the authority had it. They name no case.
 */
export function measureAddressHandOver(measure: Measure): (change: CaseChange) => void {
  return (change) => {
    for (const { sinceReport, sinceSent } of addressHandOverTimes(change)) {
      if (sinceReport !== undefined) measure('HandOverDecision', sinceReport);
      if (sinceSent !== undefined) measure('HandOverAnswer', sinceSent);
    }
  };
}

import type { CaseChange } from '#shared/domain/case/case-change.ts';
import { handOverTimes } from '#shared/domain/referrals/address-hand-over.ts';
import type { Measure } from '#shared/lambda/log/log.ts';

/** How long it took until the authority had the addresses of an illegal site: two figures, of no case in particular. */
export function measureHandOver(measure: Measure): (change: CaseChange) => void {
  return (change) => {
    for (const { sinceReport, sinceSent } of handOverTimes(change)) {
      if (sinceReport !== undefined) measure('HandOverDecision', sinceReport);
      if (sinceSent !== undefined) measure('HandOverAnswer', sinceSent);
    }
  };
}

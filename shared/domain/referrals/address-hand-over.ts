import type { Case } from '../case/case.ts';
import type { Instant } from '../time/instant.ts';

/** Seconds of wall-clock time that an address hand-over took. Only the parts that one change ended are present. */
export interface AddressHandOverTimes {
  /** From the receipt of the report to the decision to send the list. */
  sinceReport?: number;
  /** From that decision until a named person of the authority had the list; 0 when it was a call. */
  sinceSent?: number;
}

/** The parts that a change to a case ended, for each address hand-over of the case. */
export function addressHandOverTimes({
  before,
  after,
}: {
  before: Pick<Case, 'referrals'>;
  after: Pick<Case, 'receivedAt' | 'referrals'>;
}): AddressHandOverTimes[] {
  return (after.referrals ?? []).flatMap(({ id, addressesOnly, approvedAt, acknowledgedAt }) => {
    if (addressesOnly !== true || approvedAt === undefined) return [];
    const was = before.referrals?.find((referral) => referral.id === id);
    const times: AddressHandOverTimes = {
      ...(was?.approvedAt === undefined ? { sinceReport: secondsBetween(after.receivedAt, approvedAt) } : {}),
      ...(was?.acknowledgedAt === undefined && acknowledgedAt !== undefined
        ? { sinceSent: secondsBetween(approvedAt, acknowledgedAt) }
        : {}),
    };
    return Object.keys(times).length === 0 ? [] : [times];
  });
}

function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

import { admits, roles } from '../access/authorize.ts';
import type { Role } from '../access/authorize.ts';
import { isReached } from './person.ts';
import type { Person } from './person.ts';
import type { Instant } from '../time/instant.ts';

/** The roles that send a referral whatever the hour. */
export const sendingRoles: readonly Role[] = roles.filter((role) =>
  admits({ role, active: true, cleared: false }, 'refer_case'),
);

/** A person who may send, and whether they have a duty now. It is undefined when none of their duties is on the roster. */
export interface Sender extends Pick<Person, 'active' | 'unreachable' | 'duties'> {
  isOnShift: boolean | undefined;
}

/**
 * Whether a counsellor has nobody to ask: it is night, or nobody who may send is on duty and can be reached. A duty
 * without shifts is always with who holds it. A person without any duty is not on duty.
 * Source: docs/practice.md, People.
 */
export function isAloneAtWork(isNight: boolean, senders: readonly Sender[], now: Instant): boolean {
  const isOnDuty = ({ isOnShift, duties }: Sender): boolean => isOnShift ?? duties.length > 0;
  return isNight || !senders.some((sender) => isReached(sender, now) && isOnDuty(sender));
}

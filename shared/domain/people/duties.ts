import { rings, isReached } from './person.ts';
import type { Person } from './person.ts';
import type { LadderPolicy } from '../sla/clock-policy.ts';
import type { Instant } from '../time/instant.ts';

type Ladder = Readonly<{ ladder: Pick<LadderPolicy, 'rungs'> }>;

/** The duty of the partner outside the centre, who watches over it where the director cannot. */
export const partnerDuty = 'outside_partner';

/** The duties a ladder calls. */
export function dutiesOf({ ladder }: Ladder): string[] {
  return [...new Set(ladder.rungs.flatMap(({ duties }) => duties))];
}

/** Duties of the ladder that nobody who is reached holds. An escalation to such a duty would reach nobody. */
export function unheldDuties(people: readonly Person[], pack: Ladder, now: Instant): string[] {
  const held = new Set(people.filter((one) => isReached(one, now)).flatMap(({ duties }) => duties));
  return dutiesOf(pack).filter((duty) => !held.has(duty));
}

/**
 * Duties that somebody who is reached holds, but nobody by a contact that rings. At night an escalation to such a duty
 * would lie in an inbox.
 */
export function silentDuties(people: readonly Person[], pack: Ladder, now: Instant): string[] {
  const reached = people.filter((one) => isReached(one, now));
  const ringing = new Set(reached.filter(({ contact }) => rings(contact)).flatMap(({ duties }) => duties));
  const unheld = unheldDuties(people, pack, now);
  return dutiesOf(pack).filter((duty) => !ringing.has(duty) && !unheld.includes(duty));
}

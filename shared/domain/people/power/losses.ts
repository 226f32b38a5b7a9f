import type { Role } from '../../access/authorize.ts';
import type { LadderPolicy } from '../../sla/clock-policy.ts';
import type { Instant } from '../../time/instant.ts';
import { isSameHand } from '../../access/chosen.ts';
import { partnerDuty } from '../duties.ts';
import { isPartner } from './gains-power.ts';
import type { Loss, Powers } from './gains-power.ts';
import type { Person } from '../person.ts';
import type { StaffRecord } from '../staff-record.ts';

/** Roles whose last other holder stays in place until another person confirms. Source: docs/practice.md, People. */
export const placeRoles: readonly Role[] = ['administrator', 'supervisor', 'director', 'auditor'];

/** The last places that a change takes. */
export interface LastPlaces {
  because: Loss[];
  /** Duties of rungs that nobody else holds. */
  duties: string[];
}

/** Who is there besides, who asks, and the rungs of the ladder. */
export interface Surroundings {
  people: readonly StaffRecord[];
  by: { id: string };
  now: Instant;
  rungs: LadderPolicy['rungs'];
}

/**
 * The last places that are lost when `before` becomes `after`. Of a role: nobody but the asker is left in it. Of a rung:
 * nobody but the asker is left who holds one of its duties. Who is barred, who is chosen by the asker, and whose own
 * place is about to go does not count as left. On the partner's duty, only a partner counts.
 */
export function lastPlaces({ people, by, now, rungs }: Surroundings, before: Person, after: Person): LastPlaces {
  if (!before.active) return { because: [], duties: [] };
  const others = people
    .filter((one) => one.id !== before.id && one.active && one.barred !== true)
    .filter((one) => !isSameHand(one.id, by.id, people, now))
    .map(asItWillBe);
  const holds = (one: Powers, ofRung: readonly string[]): boolean =>
    one.active && one.duties.some((duty) => ofRung.includes(duty));

  const { role } = before;
  const isKept = role === undefined || !placeRoles.includes(role) || (after.active && after.role === role);
  const isRoleLast = !isKept && !others.some((one) => one.active && one.role === role);

  const duties = rungs
    .map((rung) => rung.duties)
    .filter((ofRung) => ofRung.some((duty) => before.duties.includes(duty)))
    .filter(
      (ofRung) =>
        !holds({ ...after, duties: dutiesFilled(after) }, ofRung) && !others.some((one) => holds(one, ofRung)),
    )
    .flatMap((ofRung) => ofRung.filter((duty) => before.duties.includes(duty)));

  const because: Loss[] = [
    ...(isRoleLast ? ['last_of_role' as const] : []),
    ...(duties.length > 0 ? ['last_of_rung' as const] : []),
  ];
  return { because, duties: [...new Set(duties)] };
}

/** The duties that a person fills. Only the outside partner fills the partner's. */
const dutiesFilled = (one: Powers): string[] => one.duties.filter((duty) => duty !== partnerDuty || isPartner(one));

/**
 * A person with only what they keep when their own waiting change holds. Whoever waits for a role fills the partner's
 * duty no more.
 */
function asItWillBe({ waiting, ...one }: StaffRecord): Powers {
  const { role = one.role, active, duties } = waiting?.set ?? {};
  const filled = dutiesFilled({ ...one, role: role ?? undefined });
  return {
    ...one,
    active: active !== false,
    role: role === one.role ? one.role : undefined,
    duties: dutiesFilled(one).filter((duty) => filled.includes(duty) && duties?.includes(duty) !== false),
  };
}

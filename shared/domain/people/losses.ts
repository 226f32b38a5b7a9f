import type { Role } from '../access/authorize.ts';
import type { LadderPolicy } from '../sla/clock-policy.ts';
import type { Instant } from '../time/instant.ts';
import { isSameHand } from './chosen.ts';
import type { Person } from './person.ts';
import type { StaffRecord } from './staff-record.ts';

/** Roles whose last other holder stays in place until another person confirms. Source: docs/practice.md, People. */
export const placeRoles: readonly Role[] = ['administrator', 'supervisor', 'director', 'auditor'];

/** Ways in which a change takes a last place away. Each waits for another person and never holds by time. */
export const losses = ['last_of_role', 'last_of_rung'] as const;

export type Loss = (typeof losses)[number];

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
 * nobody is left who holds one of its duties. Who is barred, who is chosen by the asker, and whose own place is about to
 * go does not count as left.
 */
export function lastPlaces({ people, by, now, rungs }: Surroundings, before: Person, after: Person): LastPlaces {
  const left = people.filter((one) => one.id !== before.id && one.active && one.barred !== true).map(asItWillBe);
  const others = left.filter((one) => one.active && (one.id === by.id || !isSameHand(one.id, by.id, people, now)));

  const { role } = before;
  const isRoleKept = role === undefined || !placeRoles.includes(role) || (after.active && after.role === role);
  const isRoleLast = !isRoleKept && before.active && !others.some((one) => one.id !== by.id && one.role === role);

  const duties = (before.active ? rungs : [])
    .map((rung) => rung.duties)
    .filter((ofRung) => ofRung.some((duty) => before.duties.includes(duty)))
    .filter((ofRung) => !(after.active && ofRung.some((duty) => after.duties.includes(duty))))
    .filter((ofRung) => !others.some((one) => one.duties.some((duty) => ofRung.includes(duty))))
    .flatMap((ofRung) => ofRung.filter((duty) => before.duties.includes(duty)));

  const because: Loss[] = [
    ...(isRoleLast ? ['last_of_role' as const] : []),
    ...(duties.length > 0 ? ['last_of_rung' as const] : []),
  ];
  return { because, duties: [...new Set(duties)] };
}

/** A person with only what they keep when their own waiting change holds. */
function asItWillBe({ waiting, ...one }: StaffRecord): Pick<Person, 'id' | 'active' | 'duties'> & { role?: Role | null } {
  const { role = one.role, active, duties } = waiting?.set ?? {};
  return {
    id: one.id,
    active: active !== false,
    ...(role === one.role && role !== undefined ? { role } : {}),
    duties: one.duties.filter((duty) => duties?.includes(duty) !== false),
  };
}

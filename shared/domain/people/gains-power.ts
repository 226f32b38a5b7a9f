import type { Role } from '../access/authorize.ts';
import type { Person } from './person.ts';

/** Ways in which a change of somebody's record lets them do or see more. Source: docs/practice.md, People; each needs a second person. */
export const widenings = ['role_up', 'clearance_given', 'duty_to_oneself', 'brought_back'] as const;

export type Widening = (typeof widenings)[number];

/** What nobody gets by asking for it themselves, whoever approves. */
export const neverForOneself: readonly Widening[] = ['role_up', 'clearance_given', 'brought_back'];

/**
 * Roles that may take the place of another because they may do nothing that the other may not. Every other change of a
 * role is one up: sideways counts as up, and so does a first role.
 */
const narrower: Readonly<Record<Role, readonly Role[]>> = {
  volunteer: [],
  counsellor: ['volunteer'],
  officer: ['counsellor', 'volunteer', 'statistician'],
  supervisor: ['officer', 'counsellor', 'volunteer', 'statistician'],
  director: ['volunteer', 'statistician'],
  auditor: ['volunteer', 'statistician'],
  statistician: [],
  administrator: [],
};

/** Whether a role lets somebody do anything that they could not do before. */
export function isRoleUp(from: Role | undefined, to: Role | undefined): boolean {
  if (to === undefined || to === from) return false;
  return from === undefined || !narrower[from].includes(to);
}

/** The fields of a record that a change may widen. */
export type Powers = Pick<Person, 'active' | 'cleared' | 'duties'> & { role?: Person['role'] | undefined };

/** In which ways `after` lets a person do more than `before`; a new person could do nothing before. */
export function wideningsOf(before: Powers | undefined, after: Powers, isOneself: boolean): Widening[] {
  const tests: Readonly<Record<Widening, boolean>> = {
    role_up: isRoleUp(before?.role, after.role),
    clearance_given: after.cleared && before?.cleared !== true,
    duty_to_oneself: isOneself && after.duties.some((duty) => before?.duties.includes(duty) !== true),
    // Somebody without a role has nothing to sign in to: being told again gives no power.
    brought_back: before?.active === false && after.active && after.role !== undefined,
  };
  return widenings.filter((widening) => tests[widening]);
}

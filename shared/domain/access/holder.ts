import type { Case } from '../case/case.ts';
import { admits, roles } from './authorize.ts';
import type { StaffActor } from './authorize.ts';

/** Whether a person can hold a case: active, with a role that works on cases. `person` is the live record. */
export function canHold(person: StaffActor | undefined): boolean {
  return admits(person, 'claim_case');
}

/** The roles that can hold a case. */
export const holderRoles = roles.filter((role) => canHold({ role, active: true, cleared: false }));

/**
 * Whether somebody has the case who cannot work on it any more. Nobody then has it. `holders` are the ids of everybody
 * who can hold a case now. Source: docs/practice.md, Work list.
 */
export function isHolderGone({ assignee }: Pick<Case, 'assignee'>, holders: ReadonlySet<string>): boolean {
  return assignee !== undefined && !holders.has(assignee);
}

import type { Role } from '../../access/authorize.ts';
import { partnerDuty } from '../duties.ts';
import type { Person } from '../person.ts';

/**
 * Ways in which a change of a record lets a person do or see more. Each needs a second person.
 * Source: docs/practice.md, People and Lowering.
 */
export const widenings = [
  'role_up',
  'clearance_given',
  'duty_to_oneself',
  'brought_back',
  'partner_named',
  'codes_by_mail',
] as const;

export type Widening = (typeof widenings)[number];

/** Ways in which a change takes a last place away (losses.ts). Each waits for another person and never holds by time. */
export const losses = ['last_of_role', 'last_of_rung'] as const;

export type Loss = (typeof losses)[number];

/** Widenings that nobody gets by asking for themselves, whoever approves. */
export const neverForOneself: readonly Widening[] = ['role_up', 'clearance_given', 'brought_back'];

/**
 * For each role, the roles that may do nothing that it may not. A change to one of these is no widening. Every other
 * change counts as up: also sideways, and a first role.
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
export type Powers = Pick<Person, 'active' | 'barred' | 'cleared' | 'duties'> &
  Partial<Pick<Person, 'mail' | 'phone' | 'contact' | 'codeBy'>> & { role?: Person['role'] | undefined };

/** The outside partner is a contact. Somebody who signs in is of the centre, whatever their duties. */
export function isPartner({ active, barred, duties, role }: Powers): boolean {
  return active && barred !== true && role === undefined && duties.includes(partnerDuty);
}

const isElsewhere = (before: Powers, after: Powers): boolean =>
  before.mail !== after.mail || before.phone !== after.phone || before.contact !== after.contact;

const isOut = ({ active, barred }: Powers): boolean => !active || barred === true;

/** In which ways `after` lets a person do more than `before`. A new person could do nothing before. */
export function wideningsOf(before: Powers | undefined, after: Powers, isOneself: boolean): Widening[] {
  const tests: Readonly<Record<Widening, boolean>> = {
    role_up: isRoleUp(before?.role, after.role),
    clearance_given: after.cleared && before?.cleared !== true,
    duty_to_oneself: isOneself && after.duties.some((duty) => before?.duties.includes(duty) !== true),
    // A person without a role cannot sign in. Bringing them back only means that mails tell them again, which gives no
    // power.
    brought_back: before !== undefined && isOut(before) && !isOut(after) && after.role !== undefined,
    // Who says where one-time codes are mailed could open what institutions are sent.
    codes_by_mail: after.codeBy === 'mail' && (before?.codeBy !== 'mail' || isElsewhere(before, after)),
    // Who names the partner, or says where the partner is reached, could be the partner.
    partner_named: isPartner(after) && (before === undefined || !isPartner(before) || isElsewhere(before, after)),
  };
  return widenings.filter((widening) => tests[widening]);
}

import { approverRoles } from '../../access/approver.ts';
import type { Role } from '../../access/authorize.ts';
import { canHold } from '../../access/holder.ts';
import { isVoid } from '../../case/approvals/case-approval.ts';
import type { Case, CaseApproval } from '../../case/case.ts';
import { isExcludedPerson, isKeptOutForNow } from '../../case/exclusions.ts';
import { partnerDuty } from '../../people/duties.ts';

/** A person of the directory, as far as this rule asks. `barred`: their sign-in has ended, though they keep their place. */
export interface Colleague {
  id: string;
  role?: Role;
  active: boolean;
  barred?: boolean;
  duties?: readonly string[];
}

/** The roles of those who count as left with a case. */
export const rolesLeft: readonly Role[] = ['counsellor', 'officer', 'supervisor', 'director'];

const leading: readonly (Role | undefined)[] = ['supervisor', 'director'];

/** Those who look after others: excluding one of them always needs a second person. */
const watching: readonly (Role | undefined)[] = ['auditor', 'director'];

/** The outside partner hears of exclusions where the director may not. */
const watchesOthers = ({ role, duties = [] }: Colleague): boolean =>
  watching.includes(role) || duties.includes(partnerDuty);

/** Who excludes whom from a case. */
export interface Excluding {
  /** Directory id of the person who asks. They count as one who is left. */
  by: string;
  /** Everybody who is to be excluded in the end, those before included. */
  people: readonly string[];
  /** The live records of `people`. */
  named: readonly Colleague[];
  /** Everybody active with one of `rolesLeft`. */
  colleagues: readonly Colleague[];
}

/**
 * Whether an exclusion is so wide that one person must not set it alone. The lists as they would stand in the end count,
 * so many small steps lead no further than one. Whoever another exclusion keeps out for now does not count as left.
 * Letting people in again is never wide. Source: docs/practice.md, Exclusions.
 */
export function isWide(of: Case, excluding: Excluding): boolean {
  const { by, people, named } = excluding;
  const isNew = (id: string): boolean => people.includes(id) && !isExcludedPerson(of, id);
  if (!people.some(isNew)) return false;
  if (named.some((one) => isNew(one.id) && watchesOthers(one))) return true;
  const left = leftWith(of, excluding);
  const before = leftWith(of, { ...excluding, people: of.exclusions?.people ?? [] });
  if (left.length < 2 || !left.some(({ role }) => leading.includes(role))) return true;
  if (!isOpenedByAnother(left, by)) return true;
  const undecided = (of.approvals ?? []).filter((one) => isUndecided(of, one));
  return undecided.some((one) => before.some(mayDecide(one)) && !left.some(mayDecide(one)));
}

/**
 * Whether keeping the named out at once leaves somebody besides the asker who can open the case. Whoever is to be let in
 * again is still out while the request waits.
 */
export function keepsOutAtOnce(of: Case, excluding: Excluding): boolean {
  const people = [...excluding.people, ...(of.exclusions?.people ?? [])];
  return isOpenedByAnother(leftWith(of, { ...excluding, people }), excluding.by);
}

/** Active people who would still have to do with the case. */
function leftWith(of: Case, { people, colleagues }: Excluding): readonly Colleague[] {
  return colleagues.filter(
    ({ id, active, barred }) => active && barred !== true && !people.includes(id) && !isKeptOutForNow(of, id),
  );
}

/** A director is told and decides, but opens no case. */
function isOpenedByAnother(left: readonly Colleague[], by: string): boolean {
  return left.some(({ id, role, active }) => id !== by && canHold({ active, cleared: false, ...(role && { role }) }));
}

function isUndecided(of: Case, one: CaseApproval): boolean {
  return one.decision === undefined && one.takenAt === undefined && !isVoid(of, one);
}

/** Otherwise somebody could ask for an export or lower a case, and then exclude whoever decides about that. */
function mayDecide({ kind, askedBy }: CaseApproval): (colleague: Colleague) => boolean {
  return ({ id, role }) => id !== askedBy && role !== undefined && approverRoles[kind].includes(role);
}

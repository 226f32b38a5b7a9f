import type { Case, CaseApproval } from './case.ts';

/** An exclusion that one person asked for. */
export type AskedExclusion = CaseApproval & { kind: 'exclusion' };

/**
 * Whether the case excludes this person. Clocks, the ladder and mails ask it: an exclusion that only waits changes
 * nothing for them. Source: docs/practice.md, Exclusions.
 */
export function isExcludedPerson(of: Pick<Case, 'exclusions'>, id: string): boolean {
  return of.exclusions?.people.includes(id) === true;
}

/** Whether the case excludes this institution. */
export function isExcludedInstitution(of: Pick<Case, 'exclusions'>, code: string): boolean {
  return of.exclusions?.institutions.includes(code) === true;
}

/** The exclusions of this case that wait for a second person. */
export function waitingExclusions({ approvals = [] }: Pick<Case, 'approvals'>): AskedExclusion[] {
  return approvals.filter((one) => one.kind === 'exclusion').filter(({ decision }) => decision === undefined);
}

/**
 * Whether an exclusion that waits names this person. Nobody tells them of it, whether it keeps them out or not. What
 * happened before it was asked for (`event`: its number) they are told all the same. Otherwise one person could silence
 * who objects to a first exclusion by asking for a second one.
 */
export function isNamedInWaiting(of: Pick<Case, 'approvals'>, id: string, event: number): boolean {
  return waitingExclusions(of).some(({ adds, askedAtEvent = 0 }) => askedAtEvent <= event && adds.people.includes(id));
}

/**
 * Whether this person must not see the case or do anything to it: it excludes them, or an exclusion that waits keeps
 * them out until somebody has decided. Everything that shows a case or takes a command asks it.
 * Source: docs/practice.md, Exclusions.
 */
export function isKeptOut(of: Pick<Case, 'exclusions' | 'approvals'>, id: string): boolean {
  return isExcludedPerson(of, id) || isKeptOutForNow(of, id);
}

/** Whether an exclusion that waits keeps this person out until somebody has decided. */
export function isKeptOutForNow(of: Pick<Case, 'approvals'>, id: string): boolean {
  return waitingExclusions(of).some(({ adds, keepsOut }) => keepsOut && adds.people.includes(id));
}

/** Whether an exclusion that this person asked for still waits. */
export function waitsForExclusion(of: Pick<Case, 'approvals'>, id: string): boolean {
  return waitingExclusions(of).some(({ askedBy }) => askedBy === id);
}

import type { Case } from './case.ts';

/** Whether the case excludes this person. Source: docs/practice.md, People. */
export function isExcludedPerson(of: Case, id: string): boolean {
  return of.exclusions?.people.includes(id) === true;
}

/** Whether the case excludes this person, or an exclusion that waits keeps them out meanwhile. */
export function isKeptOut(of: Case, id: string): boolean {
  return (
    isExcludedPerson(of, id) ||
    of.approvals?.some(
      (one) => one.kind === 'exclusion' && one.decision === undefined && one.keepsOut && one.wanted.people.includes(id),
    ) === true
  );
}

/** Whether the case excludes this institution. */
export function isExcludedInstitution(of: Case, code: string): boolean {
  return of.exclusions?.institutions.includes(code) === true;
}

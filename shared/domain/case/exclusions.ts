import type { Case } from './case.ts';

/** Whether somebody must not get to do with this case. Source: docs/practice.md, People. */
export function isExcludedPerson(of: Case, id: string): boolean {
  return of.exclusions?.people.includes(id) === true;
}

/** Whether an institution must not get to do with this case. */
export function isExcludedInstitution(of: Case, code: string): boolean {
  return of.exclusions?.institutions.includes(code) === true;
}

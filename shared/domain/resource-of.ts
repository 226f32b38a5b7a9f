import type { Resource } from './authorize.ts';
import type { Case } from './case.ts';
import { isExcludedPerson } from './excluding.ts';

/** What of a case decides what this person may do to it. */
export function resourceOf(
  of: Case,
  person: string,
): Resource & Required<Pick<Resource, 'status' | 'holder' | 'excluded'>> {
  const holder = of.assignee === undefined ? 'nobody' : of.assignee === person ? 'self' : 'another';
  return { status: of.status, holder, excluded: isExcludedPerson(of, person) };
}

import type { Resource } from './authorize.ts';
import type { Case } from '../case/case.ts';
import { isKeptOut, waitsForExclusion } from '../case/exclusions.ts';

/** The facts of a case that decide what this person may do to it. */
export function resourceOf(
  of: Case,
  person: string,
): Resource & Required<Pick<Resource, 'status' | 'holder' | 'excluded' | 'exclusionWaits' | 'isCritical'>> {
  const holder = of.assignee === undefined ? 'nobody' : of.assignee === person ? 'self' : 'another';
  return {
    status: of.status,
    holder,
    excluded: isKeptOut(of, person),
    exclusionWaits: waitsForExclusion(of, person),
    isCritical: of.severity === 'critical',
  };
}

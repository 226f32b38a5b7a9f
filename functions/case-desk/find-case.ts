import type { Case } from '#shared/domain/case.ts';
import { isExcludedPerson } from '#shared/domain/excluding.ts';
import { parseCaseNumber } from '#shared/domain/identifiers.ts';
import { Problem } from '#shared/lambda/http.ts';
import type { CaseFinder, CaseReader, CaseWithTimers } from '#shared/ports/case-store.ts';

export interface FindCaseDeps {
  finder: CaseFinder;
  cases: CaseReader;
}

/** The id of the case with this number, as typed. Undefined when there is none, or the number is none. */
export async function caseIdOf(finder: CaseFinder, typed: string | undefined): Promise<string | undefined> {
  const parsed = parseCaseNumber(typed ?? '');
  return parsed.ok ? finder.byNumber(parsed.caseNumber) : undefined;
}

/** The case with this number, read consistently. Throws a `Problem` `not_found`. */
export async function findCase({ finder, cases }: FindCaseDeps, typed: string | undefined): Promise<CaseWithTimers> {
  const caseId = await caseIdOf(finder, typed);
  const found = caseId === undefined ? undefined : await cases.load(caseId);
  if (found === undefined) throw new Problem('not_found', 404);
  return found;
}

/** Somebody whom the case excludes gets to know nothing of it. Throws a `Problem` `forbidden`. */
export function refuseExcluded(of: Case, { id }: { id: string }): void {
  if (isExcludedPerson(of, id)) throw new Problem('forbidden', 403);
}

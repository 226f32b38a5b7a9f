import type { Case } from '#shared/domain/case/case.ts';
import { authorize } from '#shared/domain/access/authorize.ts';
import type { Authorization, Resource } from '#shared/domain/access/authorize.ts';
import { parseCaseNumber } from '#shared/domain/identifiers.ts';
import { resourceOf } from '#shared/domain/access/resource-of.ts';
import { forbidden, Problem } from '#shared/contracts/http/http.ts';
import type { CaseFinder, CaseReader, CaseWithTimers } from '#shared/ports/case-store.ts';
import type { Admitted } from '#shared/use-cases/admit-staff.ts';
import { caseSummary } from '#shared/contracts/http/staff/queue-line.ts';

export interface FindCaseDeps {
  finder: CaseFinder;
  cases: CaseReader;
}

/**
 * The id of the case with this number, as somebody typed it. Undefined when no case has it, or it is no case number.
 */
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

/**
 * Checks the right that somebody was admitted for against the case as it stands. A person whom the case keeps out learns
 * nothing of it: for them no case has this number. Whoever must wait, and a counsellor who could send only when alone,
 * learns why. Throws a `Problem` `not_found`, `forbidden`, `needs_officer` or `conflict`.
 */
export function refuseUnlessAllowed(of: Case, by: Admitted, about: Partial<Resource> = {}): void {
  const decided = authorize(by, by.admittedFor, { ...about, ...resourceOf(of, by.id) });
  if (!decided.allowed) throw problemOf(decided.because, of);
}

/** The answer to somebody who may not do this to the case. */
export function problemOf(because: (Authorization & { allowed: false })['because'], of: Case): Problem {
  if (because === 'excluded') return new Problem('not_found', 404);
  if (because === 'exclusion_waits') return new Problem('conflict', 409, { extra: { because, case: caseSummary(of) } });
  return forbidden(because === 'no_account' ? 'role' : because);
}

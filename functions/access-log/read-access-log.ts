import { parseAccessQuery } from '#shared/contracts/http/staff/access-log.ts';
import { unusualAbout } from '#shared/domain/access/access-log.ts';
import type { AccessEntry } from '#shared/domain/access/access-log.ts';
import { authorize } from '#shared/domain/access/authorize.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { parseCaseNumber } from '#shared/domain/identifiers.ts';
import { resourceOf } from '#shared/domain/access/resource-of.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { AccessPage, AccessReader, CaseFinder, CaseReader } from '#shared/ports/case-store.ts';
import { CursorUnreadable } from '#shared/ports/case-store.ts';
import type { AdmitStaff, Admitted } from '#shared/use-cases/admit-staff.ts';

/** Entries of one case whose readers are looked up at the same time. */
const atOnce = 8;

export interface ReadAccessLogDeps {
  admit: AdmitStaff;
  finder: CaseFinder;
  cases: Pick<CaseReader, 'loadWithoutTimers'>;
  entries: AccessReader;
  country: Pick<CountryPack, 'accessWatch'>;
}

/**
 * `GET /v1/access-log`: who opened what and why, for auditors: by person and month, or by case. A page is bounded; the
 * cursor leads on. What is unusual is marked. Of the cases there is nothing here but their numbers. An auditor whom a case
 * excludes is refused what was done with it; by person nothing is left out, for no colleague may be hidden by it.
 */
export function readAccessLog(deps: ReadAccessLogDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const { accessWatch } = deps.country;
  return async (request) => {
    const by = await deps.admit(request, 'see_access_log');
    const asked = parseAccessQuery(request.query);
    const page = await ('case' in asked ? pageOfCase(deps, asked, by) : deps.entries.byActor(asked, accessWatch)).catch(
      (error: unknown) => {
        if (!(error instanceof CursorUnreadable)) throw error;
        throw new Problem('invalid_fields', 422, { errors: [{ pointer: '/cursor', code: 'wrong_form' }] });
      },
    );
    const { entries, before = [], cursor } = page;
    const known = [...before, ...entries];
    const told = await inParallel(
      atOnce,
      entries.map((entry, index) => ({ entry, index })),
      async ({ entry, index }) => {
        // Of one case, what else its reader opened in that hour stands elsewhere.
        const earlier =
          'case' in asked ? await deps.entries.upTo(entry, accessWatch) : known.slice(0, before.length + index);
        return { ...shown(entry), unusual: unusualAbout(entry, earlier, accessWatch) };
      },
    );
    return { status: 200, body: { entries: told, ...(cursor === undefined ? {} : { cursor }) } };
  };
}

async function pageOfCase(
  { finder, cases, entries }: ReadAccessLogDeps,
  asked: { case: string; cursor?: string | undefined },
  by: Admitted,
): Promise<AccessPage> {
  const parsed = parseCaseNumber(asked.case);
  const caseId = parsed.ok ? await finder.byNumber(parsed.caseNumber) : undefined;
  const of = caseId === undefined ? undefined : await cases.loadWithoutTimers(caseId);
  if (!parsed.ok || caseId === undefined || of === undefined) throw new Problem('not_found', 404);
  if (!authorize(by, by.admittedFor, resourceOf(of, by.id)).allowed) throw new Problem('forbidden', 403);
  const page = await entries.byCase(caseId, asked.cursor);
  return { ...page, entries: page.entries.map((entry) => ({ ...entry, caseNumber: parsed.caseNumber })) };
}

/** Case ids stay inside. */
function shown({ at, actor, caseNumber, action, reason, holder, onShift }: AccessEntry): object {
  return { at, actor, caseNumber, action, reason, holder, onShift };
}

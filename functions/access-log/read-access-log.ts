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

/** How many readers of one case are looked up at the same time. */
const atOnce = 8;

export interface ReadAccessLogDeps {
  admit: AdmitStaff;
  finder: CaseFinder;
  cases: Pick<CaseReader, 'loadWithoutTimers'>;
  entries: AccessReader;
  country: Pick<CountryPack, 'accessWatch'>;
}

/**
 * `GET /v1/access-log`: who opened what and why, for auditors, by person and month or by case. A page is bounded; the
 * cursor leads to the next one. Unusual entries are marked. Nothing of a case is shown but its number. An auditor whom
 * the case excludes is refused its log. By person nothing is left out, or excluding an auditor would hide what a
 * colleague did.
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
        // A page of one case holds that case only. What its reader opened elsewhere in the same window is read here.
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

/** What an auditor sees of an entry. The id of the case stays inside. */
function shown({ at, actor, caseNumber, action, reason, holder, onShift }: AccessEntry): object {
  return { at, actor, caseNumber, action, reason, holder, onShift };
}

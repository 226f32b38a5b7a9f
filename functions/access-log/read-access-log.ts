import { parseAccessQuery } from '#shared/contracts/http/staff/access-log.ts';
import { unusualAbout } from '#shared/domain/access/access-log.ts';
import type { AccessEntry } from '#shared/domain/access/access-log.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { parseCaseNumber } from '#shared/domain/identifiers.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { askedPage } from '#shared/lambda/http/asked-page.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { AccessPage, AccessReader, CaseFinder } from '#shared/ports/case-store.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';

/** How many readers of one case are looked up at the same time. */
const atOnce = 8;

export interface ReadAccessLogDeps {
  admit: AdmitStaff;
  finder: CaseFinder;
  entries: AccessReader;
  country: Pick<CountryPack, 'accessWatch'>;
}

/**
 * `GET /v1/access-log`: who opened what and why, for auditors, by person and month or by case. A page is bounded; the
 * cursor leads to the next one. Unusual entries are marked. Nothing of a case is shown but its number. Nothing is left
 * out, or excluding an auditor would hide what a colleague did. The log of an erased case is found by its number.
 */
export function readAccessLog(deps: ReadAccessLogDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const { accessWatch } = deps.country;
  return async (request) => {
    await deps.admit(request, 'see_access_log');
    const asked = parseAccessQuery(request.query);
    const page = await askedPage('case' in asked ? pageOfCase(deps, asked) : deps.entries.byActor(asked, accessWatch));
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
  { finder, entries }: ReadAccessLogDeps,
  asked: { case: string; cursor?: string | undefined },
): Promise<AccessPage> {
  const parsed = parseCaseNumber(asked.case);
  if (!parsed.ok) throw new Problem('not_found', 404);
  const { caseNumber } = parsed;
  const caseId = (await finder.byNumber(caseNumber)) ?? (await entries.erasedCase(caseNumber));
  if (caseId === undefined) throw new Problem('not_found', 404);
  const page = await entries.byCase(caseId, asked.cursor);
  return { ...page, entries: page.entries.map((entry) => ({ ...entry, caseNumber })) };
}

/** What an auditor sees of an entry. The id of the case stays inside. */
function shown({
  at,
  actor,
  caseNumber,
  action,
  reason,
  severity,
  by,
  found,
  excludes,
  holder,
  onShift,
}: AccessEntry): object {
  return { at, actor, caseNumber, action, reason, severity, by, found, excludes, holder, onShift };
}

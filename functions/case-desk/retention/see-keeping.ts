import { parseKeepingQuery } from '#shared/contracts/http/staff/keeping.ts';
import { approvalsView } from '#shared/contracts/http/staff/queue-line.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { authorize } from '#shared/domain/access/authorize.ts';
import { resourceOf } from '#shared/domain/access/resource-of.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { exportState } from '#shared/domain/commands/records/export.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { erasureAhead, exportsOf, waitingErasures, waitingWithdrawal } from '#shared/domain/keeping/kept-lists.ts';
import type { KeptList } from '#shared/domain/keeping/kept-lists.ts';
import { seenBy } from '#shared/domain/queue/role-view.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { askedPage, cursorUnreadable } from '#shared/lambda/http/asked-page.ts';
import { keepingParts } from '#shared/ports/case-store.ts';
import type { CaseReader, KeepingIndex, KeepingPart } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';

export interface SeeKeepingDeps {
  admit: AdmitStaff;
  keepingIndex: KeepingIndex;
  cases: Pick<CaseReader, 'loadEachWithoutTimers'>;
  clock: Clock;
  country: Pick<CountryPack, 'retention' | 'approvals'>;
}

type Json = Readonly<Record<string, unknown>>;

/** The parts of the index that hold a list, one after the other. */
const partsOf: Readonly<Record<KeptList, readonly KeepingPart[]>> = {
  due: ['kept', 'unseen'],
  held: ['held'],
  requests: ['asked'],
  exports: ['asked'],
};

/** What each list says of a case. A case of which it says nothing is not in it, whatever the index says. */
const sayOf: Readonly<Record<KeptList, (of: Case, country: SeeKeepingDeps['country'], now: Instant) => Json>> = {
  due: (of, { retention }, now) => {
    const [outcome] = of.outcomes;
    const keeping = erasureAhead(of, retention, now);
    return keeping === undefined ? {} : { outcome, keeping };
  },
  held: ({ hold }) => ({ hold }),
  requests: (of, _, now) => {
    const approvals = waitingErasures(of, now);
    return {
      withdrawal: waitingWithdrawal(of),
      ...(approvals.length === 0 ? {} : approvalsView({ ...of, approvals })),
    };
  },
  exports: (of, { approvals: policy }, now) => {
    const approvals = exportsOf(of).map((one) => ({ ...one, ...exportState(of, one, policy, now) }));
    return approvals.length === 0 ? {} : approvalsView({ ...of, approvals });
  },
};

/**
 * `GET /v1/keeping`: one list of what is kept, erased and given out, with codes and ids alone. The index only says where
 * to look, and each line is made from the case as it stands. A page looks at 64 cases at most. It may be short or empty;
 * the cursor leads on. A case that keeps the person out is in no list.
 */
export function seeKeeping(deps: SeeKeepingDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await deps.admit(request, 'see_keeping');
    const { kind, cursor: typed } = parseKeepingQuery(request.query);
    const { caseIds, cursor } = await pageAt(deps.keepingIndex, kind, typed);
    const cases = await deps.cases.loadEachWithoutTimers(caseIds);
    const now = deps.clock.now();
    return {
      status: 200,
      body: {
        now,
        cases: cases
          .filter((of) => of !== undefined)
          .filter((of) => authorize(by, 'show_case', resourceOf(of, by.id)).allowed)
          .flatMap((of) => {
            const said = seenBy(by.role, sayOf[kind](of, deps.country, now));
            if (Object.values(said).every((value) => value === undefined)) return [];
            const { caseNumber, severity, status, assignee } = of;
            return [{ caseNumber, severity, status, assignee, ...said }];
          }),
        ...(cursor === undefined ? {} : { cursor }),
      },
    };
  };
}

/** A page of the list. Its cursor names the list and the part, so the cursor of another list is refused. */
async function pageAt(
  index: KeepingIndex,
  kind: KeptList,
  typed: string | undefined,
): Promise<{ caseIds: string[]; cursor?: string }> {
  const parts = partsOf[kind];
  const [, list, part, from] = /^([a-z]+)\.([a-z]+)\.([\w-]*)$/.exec(typed ?? `${kind}.${parts[0]}.`) ?? [];
  const at = keepingParts.find((one) => one === part && list === kind && parts.includes(one));
  if (at === undefined) throw cursorUnreadable();
  const { caseIds, cursor } = await askedPage(index.page(at, from === '' ? undefined : from));
  if (cursor !== undefined) return { caseIds, cursor: `${kind}.${at}.${cursor}` };
  const next = parts[parts.indexOf(at) + 1];
  return next === undefined ? { caseIds } : { caseIds, cursor: `${kind}.${next}.` };
}

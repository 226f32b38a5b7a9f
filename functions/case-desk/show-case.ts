import { etagOf } from '#shared/contracts/http/staff.ts';
import type { TimerPolicy } from '#shared/domain/clocks.ts';
import { seenBy } from '#shared/domain/seeing.ts';
import type { HttpAnswer, HttpRequest } from '#shared/lambda/http.ts';
import type { HistoryReader } from '#shared/ports/case-store.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { clearFields, clockView, eventView, threadView } from './case-view.ts';
import { findCase, refuseUnlessAllowed } from './find-case.ts';
import type { FindCaseDeps } from './find-case.ts';

export interface ShowCaseDeps extends FindCaseDeps {
  admit: AdmitStaff;
  history: HistoryReader;
  country: TimerPolicy;
}

/**
 * `GET /v1/cases/{number}`: clear fields, clocks, history, and of the thread who wrote when, as far as the role sees them.
 * Opens nothing that is sealed.
 */
export function showCase(deps: ShowCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const numberOf = async (caseId: string): Promise<string | undefined> =>
    (await deps.cases.loadWithoutTimers(caseId))?.caseNumber;

  return async (request) => {
    const by = await deps.admit(request, 'show_case');
    const found = await findCase(deps, request.path['number']);
    refuseUnlessAllowed(found.case, by);
    const { caseId, leadCaseId, maybeSameAs } = found.case;
    const [events, leadCase, alike] = await Promise.all([
      deps.history.history(caseId),
      leadCaseId === undefined ? undefined : numberOf(leadCaseId),
      Promise.all(maybeSameAs.map(numberOf)),
    ]);
    const others = { leadCase, maybeSameAs: alike.filter((number) => number !== undefined) };
    return {
      status: 200,
      headers: { ETag: etagOf(found.case) },
      body: seenBy(by.role, {
        ...clearFields(found.case, others),
        timers: found.timers.map((timer) => clockView(timer, deps.country)),
        thread: threadView(events),
        history: events.map(eventView),
      }),
    };
  };
}

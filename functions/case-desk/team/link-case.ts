import { parseCaseworkBody } from '#shared/contracts/http/staff/casework.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideLink, decideUnlink } from '#shared/domain/commands/team/link.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { caseIdOf, refuseUnlessAllowed } from '../find-case.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface LinkCaseDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  country: Pick<CountryPack, 'severity'>;
}

/**
 * `POST /v1/cases/{number}/link`: this report and the lead case are of the same event. Whom the lead case excludes may
 * not link to it either.
 */
export function linkCase(deps: LinkCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'link_cases');
    requireIfMatch(request);
    const content = parseCaseworkBody('link', request.body);
    return take({
      name: 'link',
      by,
      request,
      content,
      decide: async (state) => {
        const lead = await loaded(deps, await caseIdOf(deps.finder, content.leadCase));
        if (lead !== undefined) refuseUnlessAllowed(lead, by);
        return decideLink(state.case, lead, deps.country.severity, by.id);
      },
    });
  };
}

/** `POST /v1/cases/{number}/unlink`: takes the two apart again, which changes the lead case as well: not by whom it excludes. */
export function unlinkCase(deps: LinkCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'link_cases');
    requireIfMatch(request);
    const content = parseCaseworkBody('unlink', request.body);
    return take({
      name: 'unlink',
      by,
      request,
      content,
      decide: async (state) => {
        const lead = await loaded(deps, state.case.leadCaseId);
        if (lead !== undefined) refuseUnlessAllowed(lead, by);
        return decideUnlink(state.case, lead, by.id);
      },
    });
  };
}

async function loaded({ cases }: TakeCommandDeps, caseId: string | undefined): Promise<Case | undefined> {
  return caseId === undefined ? undefined : cases.loadWithoutTimers(caseId);
}

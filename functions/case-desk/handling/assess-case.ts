import { parseCaseworkBody } from '#shared/contracts/http/staff/casework.ts';
import { decideAssessment } from '#shared/domain/commands/handling/assess.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface AssessCaseDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  country: Pick<CountryPack, 'categories' | 'platforms' | 'regions'>;
}

/** `POST /v1/cases/{number}/assessment`: what staff conclude, beside what was reported. */
export function assessCase(deps: AssessCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'assess_case');
    requireIfMatch(request);
    const content = parseCaseworkBody('assessment', request.body);
    return take({
      name: 'assessment',
      by,
      request,
      content,
      decide: (state) => decideAssessment(state.case, content, deps.country, by.id),
    });
  };
}

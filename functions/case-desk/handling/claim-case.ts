import { parseStaffBody } from '#shared/contracts/http/staff/commands.ts';
import { decideClaim } from '#shared/domain/commands/handling/handle.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface ClaimCaseDeps extends TakeCommandDeps {
  admit: AdmitStaff;
}

/** `POST /v1/cases/{number}/claim`: who claims first has it; anybody later learns who, by the 409's `case.assignee`. */
export function claimCase(deps: ClaimCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'claim_case');
    const content = parseStaffBody('claim', request.body);
    return take({ name: 'claim', by, request, content, decide: (state) => decideClaim(state.case, by.id) });
  };
}

import { parseCaseworkBody } from '#shared/contracts/http/staff/casework.ts';
import { decideWaiting } from '#shared/domain/commands/team/assign-and-note.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface WaitForDeps extends TakeCommandDeps {
  admit: AdmitStaff;
}

/** `POST /v1/cases/{number}/waiting`: for whom the case waits, or that it waits no more. No clock stops. */
export function waitFor(deps: WaitForDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'wait_case');
    requireIfMatch(request);
    const content = parseCaseworkBody('waiting', request.body);
    return take({
      name: 'waiting',
      by,
      request,
      content,
      decide: (state) => decideWaiting(state.case, content.for, by.id),
    });
  };
}

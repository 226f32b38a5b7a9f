import { parseCaseworkBody } from '#shared/contracts/http/staff/casework.ts';
import { decideAssignment, decideHandOver } from '#shared/domain/commands/team/assign-and-note.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface AssignCaseDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  directory: Pick<Directory, 'member'>;
}

/** `POST /v1/cases/{number}/assignment`: a colleague who may work on it has the case from now on. */
export function assignCase(deps: AssignCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'assign_case');
    requireIfMatch(request);
    const content = parseCaseworkBody('assignment', request.body);
    return take({
      name: 'assignment',
      by,
      request,
      content,
      decide: async ({ case: of }) => decideAssignment(of, await deps.directory.member(content.assignee), by.id),
    });
  };
}

/** `POST /v1/cases/{number}/hand-over`: the other team has the case, and nobody of it yet. */
export function handOverCase(deps: AssignCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'hand_over_case');
    requireIfMatch(request);
    const content = parseCaseworkBody('handOver', request.body);
    return take({
      name: 'handOver',
      by,
      request,
      content,
      decide: (state, now) => decideHandOver(state.case, content.team, by.id, now),
    });
  };
}

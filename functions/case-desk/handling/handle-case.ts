import { parseStaffBody } from '#shared/contracts/http/staff/commands.ts';
import { decideHandling } from '#shared/domain/commands/handling/handle.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { messageSealer } from '../seal-message.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface HandleCaseDeps extends TakeCommandDeps, OpenCaseDeps {
  admit: AdmitStaff;
}

/** `POST /v1/cases/{number}/handling`: severity confirmed, safety decision, next step, and the reporter told or why not. */
export function handleCase(deps: HandleCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'handle_case');
    requireIfMatch(request);
    const content = parseStaffBody('handling', request.body);
    const { message, ...rest } = content;
    const input = { ...rest, hasMessage: message !== undefined };
    return take({
      name: 'handling',
      by,
      request,
      content,
      decide: (state, now) => decideHandling(state.case, state.timers, input, by.id, now),
      seal: messageSealer(deps, message),
    });
  };
}

import { parseCaseworkBody } from '#shared/contracts/http/staff/casework.ts';
import { decideMessage } from '#shared/domain/commands/team/assign-and-note.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { messageSealer } from '../seal-message.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface WriteMessageDeps extends TakeCommandDeps, OpenCaseDeps {
  admit: AdmitStaff;
}

/** `POST /v1/cases/{number}/messages`: to the reporter, who finds it with the receipt. Besa sends it nowhere. */
export function writeMessage(deps: WriteMessageDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'message_reporter');
    const content = parseCaseworkBody('message', request.body);
    return take({
      name: 'message',
      by,
      request,
      content,
      decide: (state) => decideMessage(state.case, by.id),
      seal: messageSealer(deps, content.text),
    });
  };
}

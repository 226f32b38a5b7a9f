import { parseKeepingBody } from '#shared/contracts/http/staff/keeping.ts';
import { decideHold, decideRelease } from '#shared/domain/keeping/retention.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface HoldCaseDeps extends TakeCommandDeps {
  admit: AdmitStaff;
}

/** `POST /v1/cases/{number}/hold`: nothing of the case is erased before somebody lifts it. */
export function holdCase(deps: HoldCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'hold_case');
    const content = parseKeepingBody('hold', request.body);
    return take({
      name: 'hold',
      by,
      request,
      content,
      decide: ({ case: of }, now) => decideHold(of, content.because, by.id, now),
    });
  };
}

/** `POST /v1/cases/{number}/release`: lifts the hold; the notice before erasing begins anew. */
export function releaseCase(deps: HoldCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'hold_case');
    const content = parseKeepingBody('release', request.body);
    return take({ name: 'release', by, request, content, decide: ({ case: of }) => decideRelease(of, by.id) });
  };
}

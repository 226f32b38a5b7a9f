import { parseCaseworkBody } from '#shared/contracts/http/staff/casework.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import { decideReopen } from '#shared/domain/commands/lifecycle/reopen.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface ReopenCaseDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  country: TimerPolicy;
}

/** `POST /v1/cases/{number}/reopening`: an ended case is worked on again, on a new clock and with a new promise. */
export function reopenCase(deps: ReopenCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'reopen_case');
    requireIfMatch(request);
    const content = parseCaseworkBody('reopening', request.body);
    return take({
      name: 'reopening',
      by,
      request,
      content,
      decide: (state, now) => decideReopen(state.case, state.timers, deps.country, `staff:${by.id}`, now),
    });
  };
}

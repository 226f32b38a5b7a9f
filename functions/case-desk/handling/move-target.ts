import { parseCaseworkBody } from '#shared/contracts/http/staff/casework.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideTargetMove } from '#shared/domain/commands/handling/move-target.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface MoveTargetDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  country: TimerPolicy & Pick<CountryPack, 'targets'>;
}

/** `POST /v1/cases/{number}/targets`: another internal deadline, and why. The promise never moves. */
export function moveTarget(deps: MoveTargetDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'move_target');
    requireIfMatch(request);
    const content = parseCaseworkBody('target', request.body);
    const input = { ...content, deadline: new Date(content.deadline).toISOString() };
    return take({
      name: 'target',
      by,
      request,
      content,
      decide: (state, now) => decideTargetMove(state.case, state.timers, input, deps.country, by.id, now),
    });
  };
}

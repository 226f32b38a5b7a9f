import { parseStaffBody } from '#shared/contracts/http/staff/commands.ts';
import { decideAcknowledgement } from '#shared/domain/commands/handling/acknowledge.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import { parseTimerId } from '#shared/domain/case/timer-id.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface AcknowledgeEscalationDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  country: TimerPolicy;
}

/** `POST /v1/cases/{number}/escalations/{timer}/{rung}/acknowledgement`: a person has seen the raise of this rung. */
export function acknowledgeEscalation(deps: AcknowledgeEscalationDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'acknowledge_escalation');
    const content = parseStaffBody('acknowledgement', request.body);
    const { timer = '', rung = '' } = request.path;
    const isRung = deps.country.ladder.rungs.some(({ id }) => id === rung);
    if (parseTimerId(timer) === undefined || !isRung) throw new Problem('not_found', 404);
    return take({
      name: 'acknowledgement',
      by,
      request,
      content,
      decide: (state, now) =>
        decideAcknowledgement(state.case, state.timers, { timer, rung }, deps.country, by.id, now),
    });
  };
}

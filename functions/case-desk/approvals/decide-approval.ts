import { parseApprovalBody } from '#shared/contracts/http/staff/approvals.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import { decideCaseApproval } from '#shared/domain/commands/handling/change-severity.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface DecideApprovalDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  country: TimerPolicy;
}

/** `POST /v1/cases/{number}/approvals/{approval}`: the second person says yes or no, or who asked takes it back. */
export function decideApprovalOf(deps: DecideApprovalDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'approve_case');
    const content = parseApprovalBody('approval', request.body);
    const { approval: id = '' } = request.path;
    const { verdict } = content;
    return take({
      name: 'approval',
      by,
      request,
      content,
      decide: ({ case: of, timers }, now) => decideCaseApproval(of, timers, { id, verdict }, by, deps.country, now),
    });
  };
}

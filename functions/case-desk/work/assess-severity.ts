import { parseStaffBody } from '#shared/contracts/http/staff.ts';
import { decideSeverity } from '#shared/domain/handling.ts';
import type { HttpAnswer, HttpRequest } from '#shared/lambda/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface AssessSeverityDeps extends TakeCommandDeps {
  admit: AdmitStaff;
}

/**
 * `POST /v1/cases/{number}/severity`: anybody on shift raises, an officer or above lowers. Whether it is raising or
 * lowering is seen on the case, so the rule itself asks for the second right.
 */
export function assessSeverity(deps: AssessSeverityDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'raise_severity');
    requireIfMatch(request);
    const content = parseStaffBody('severity', request.body);
    const input = { severity: content.severity, because: content.reason };
    return take({
      name: 'severity',
      by,
      request,
      content,
      decide: (state, now) => decideSeverity(state.case, input, by, now),
    });
  };
}

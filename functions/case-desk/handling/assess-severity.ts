import { parseStaffBody } from '#shared/contracts/http/staff/commands.ts';
import { approverRoles } from '#shared/domain/access/approver.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideSeverity } from '#shared/domain/commands/handling/change-severity.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface AssessSeverityDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  directory: Pick<Directory, 'inRoles'>;
  country: TimerPolicy & Pick<CountryPack, 'approvals'>;
}

/**
 * `POST /v1/cases/{number}/severity`: anybody on shift raises, an officer or above lowers. Whether it is raising or
 * lowering is seen on the case, so the rule itself asks for the second right, and for the second person.
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
      decide: async ({ case: of, timers }, now) => {
        const people = await deps.directory.inRoles(approverRoles.lowering);
        const asking = { by, people, policy: deps.country.approvals };
        return decideSeverity(of, timers, input, asking, deps.country, now);
      },
    });
  };
}

import { parseKeepingBody } from '#shared/contracts/http/staff/keeping.ts';
import { approverRoles } from '#shared/domain/access/approver.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideErasureRequest } from '#shared/domain/commands/records/request-erasure.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface RequestErasureDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  directory: Pick<Directory, 'inRoles'>;
  country: Pick<CountryPack, 'approvals'>;
}

/** `POST /v1/cases/{number}/erasure`: asks for it. A second person decides, and the daily run erases; nothing here can. */
export function requestErasure(deps: RequestErasureDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'erase_case');
    const content = parseKeepingBody('erasure', request.body);
    return take({
      name: 'erasure',
      by,
      request,
      content,
      decide: async ({ case: of }, now) => {
        const people = await deps.directory.inRoles(approverRoles.erasure);
        return decideErasureRequest(of, content, { by, people, policy: deps.country.approvals }, now);
      },
    });
  };
}

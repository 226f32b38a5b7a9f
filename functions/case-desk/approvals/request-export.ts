import { parseApprovalBody } from '#shared/contracts/http/staff/approvals.ts';
import { approverRoles } from '#shared/domain/access/approver.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideExportRequest } from '#shared/domain/commands/records/export.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface RequestExportDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  directory: Pick<Directory, 'inRoles'>;
  country: Pick<CountryPack, 'approvals'>;
}

/** `POST /v1/cases/{number}/export`: asks for the text as a file, and for what. Nothing is opened yet. */
export function requestExport(deps: RequestExportDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'export_case');
    const content = parseApprovalBody('exportRequest', request.body);
    return take({
      name: 'exportRequest',
      by,
      request,
      content,
      decide: async ({ case: of }, now) => {
        const people = await deps.directory.inRoles(approverRoles.export);
        return decideExportRequest(of, content.reason, { by, people, policy: deps.country.approvals }, now);
      },
    });
  };
}

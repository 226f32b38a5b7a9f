import { parseStaffBody } from '#shared/contracts/http/staff/commands.ts';
import type { StaffBodies } from '#shared/contracts/http/staff/commands.ts';
import type { DutyToReport } from '#shared/domain/case/case.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideResolution } from '#shared/domain/commands/lifecycle/resolve.ts';
import type { ResolutionInput } from '#shared/domain/commands/lifecycle/resolve.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { Admitted, AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { caseIdOf, refuseUnlessAllowed } from '../find-case.ts';
import type { FindCaseDeps } from '../find-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { messageSealer } from '../seal-message.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface ResolveCaseDeps extends TakeCommandDeps, OpenCaseDeps {
  admit: AdmitStaff;
  country: Pick<CountryPack, 'loadReferrals'>;
}

/** `POST /v1/cases/{number}/resolution`: how it ended, with what must be recorded before it may. */
export function resolveCase(deps: ResolveCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'resolve_case');
    requireIfMatch(request);
    const content = parseStaffBody('resolution', request.body);
    return take({
      name: 'resolution',
      by,
      request,
      content,
      decide: async (state, now) => {
        const [leadCase, policy] = await Promise.all([
          leadOf(deps, content.leadCase, by),
          deps.country.loadReferrals(),
        ]);
        const input = resolutionInput(content, leadCase);
        return decideResolution(state.case, state.timers, input, policy, by.id, now);
      },
      seal: messageSealer(deps, content.message),
    });
  };
}

/** The lead case that is named. Whom it excludes may not put another case under it either. */
async function leadOf(
  deps: FindCaseDeps,
  typed: string | undefined,
  by: Admitted,
): Promise<ResolutionInput['leadCase']> {
  if (typed === undefined) return undefined;
  const caseId = await caseIdOf(deps.finder, typed);
  const found = caseId === undefined ? undefined : await deps.cases.load(caseId);
  if (found === undefined) return 'unknown';
  refuseUnlessAllowed(found.case, by);
  return found.case;
}

function resolutionInput(
  { outcome, alsoOutcomes, dutyToReport, otherDoor, message, noMessageBecause }: StaffBodies['resolution'],
  leadCase: ResolutionInput['leadCase'],
): ResolutionInput {
  return {
    outcome,
    alsoOutcomes: alsoOutcomes ?? [],
    dutyToReport: dutyToReport && decided(dutyToReport),
    leadCase,
    otherDoor,
    hasMessage: message !== undefined,
    noMessageBecause,
  };
}

function decided({
  decision,
  basis,
  sentTo,
}: NonNullable<StaffBodies['resolution']['dutyToReport']>): Omit<DutyToReport, 'decidedBy'> {
  return { decision, basis, ...(sentTo === undefined ? {} : { sentTo }) };
}

import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import type { DutyToReport } from '#shared/domain/case/case.ts';
import { decideResolution } from '#shared/domain/commands/lifecycle/resolve.ts';
import type { ResolutionInput } from '#shared/domain/commands/lifecycle/resolve.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Admitted } from '#shared/use-cases/admit-staff.ts';
import type { CommandDeps, CommandRow } from '../command-handlers.ts';
import { caseIdOf } from '../find-case.ts';
import type { FindCaseDeps } from '../find-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { saidEnd, sealsOfEnd } from './said-end.ts';

export interface ResolveCaseDeps extends CommandDeps, OpenCaseDeps {
  country: Pick<CountryPack, 'loadReferrals'>;
}
type Body = CommandBodies['resolution'];

/** Resolves the case: how it ended, with everything that must be recorded first. */
export function resolution(deps: ResolveCaseDeps): CommandRow<Body> {
  return {
    action: 'resolve_case',
    decide: async ({ case: of, timers }, { body, by }, now) => {
      const [parent, policy] = await Promise.all([parentCase(deps, body.leadCase, by), deps.country.loadReferrals()]);
      return decideResolution(of, timers, resolutionInput(body, parent), policy, by.id, now);
    },
    seals: ({ body, by }) => sealsOfEnd(deps, body, by.id),
  };
}

/** The parent case that the body names. For a person whom it keeps out there is none. */
async function parentCase(
  deps: FindCaseDeps,
  typed: string | undefined,
  by: Admitted,
): Promise<ResolutionInput['leadCase']> {
  if (typed === undefined) return undefined;
  const caseId = await caseIdOf(deps.finder, typed);
  const found = caseId === undefined ? undefined : await deps.cases.load(caseId);
  return found === undefined || isKeptOut(found.case, by.id) ? 'unknown' : found.case;
}

function resolutionInput(body: Body, leadCase: ResolutionInput['leadCase']): ResolutionInput {
  const { dutyToReport, dropProposals } = body;
  return { ...saidEnd(body), dutyToReport: dutyToReport && decided(dutyToReport), leadCase, dropProposals };
}

function decided({ decision, basis, sentTo }: NonNullable<Body['dutyToReport']>): Omit<DutyToReport, 'decidedBy'> {
  return { decision, basis, ...(sentTo === undefined ? {} : { sentTo }) };
}

import type { Route } from '#shared/lambda/http.ts';
import { acknowledgeEscalation } from './acknowledge-escalation.ts';
import type { AcknowledgeEscalationDeps } from './acknowledge-escalation.ts';
import { assessSeverity } from './assess-severity.ts';
import { claimCase } from './claim-case.ts';
import { handleCase } from './handle-case.ts';
import type { HandleCaseDeps } from './handle-case.ts';
import { listCases } from './list-cases.ts';
import type { ListCasesDeps } from './list-cases.ts';
import { readCase } from './read-case.ts';
import type { ReadCaseDeps } from './read-case.ts';
import { resolveCase } from './resolve-case.ts';
import type { ResolveCaseDeps } from './resolve-case.ts';
import { showCase } from './show-case.ts';
import type { ShowCaseDeps } from './show-case.ts';

import type { ReferralDeps, ReferralHandlers } from './referrals/handlers.ts';

export type CaseDeskDeps = ListCasesDeps &
  ShowCaseDeps &
  ReadCaseDeps &
  HandleCaseDeps &
  ResolveCaseDeps &
  AcknowledgeEscalationDeps &
  ReferralDeps;

/** What staff can do with a case that is there. Filing a new one is a function of its own, with other rights. */
export function caseDeskRoutes(deps: CaseDeskDeps): Route[] {
  const one = '/v1/cases/{number}';
  const referral = `${one}/referrals/{referral}`;
  const refer = laterReferrals(deps);
  return [
    { method: 'GET', path: '/v1/cases', readOnly: true, handle: listCases(deps) },
    { method: 'GET', path: one, readOnly: true, handle: showCase(deps) },
    { method: 'POST', path: `${one}/read`, handle: readCase(deps) },
    { method: 'POST', path: `${one}/claim`, handle: claimCase(deps) },
    { method: 'POST', path: `${one}/severity`, handle: assessSeverity(deps) },
    { method: 'POST', path: `${one}/handling`, handle: handleCase(deps) },
    { method: 'POST', path: `${one}/resolution`, handle: resolveCase(deps) },
    {
      method: 'POST',
      path: `${one}/escalations/{timer}/{rung}/acknowledgement`,
      handle: acknowledgeEscalation(deps),
    },
    { method: 'POST', path: `${one}/exclusions`, handle: refer('exclude') },
    { method: 'POST', path: `${one}/referrals`, handle: refer('add') },
    { method: 'POST', path: `${referral}/change`, handle: refer('change') },
    { method: 'POST', path: `${referral}/drop`, handle: refer('drop') },
    { method: 'POST', path: `${referral}/sending`, handle: refer('send') },
    { method: 'POST', path: `${referral}/answer`, handle: refer('answer') },
    { method: 'POST', path: `${referral}/reminder`, handle: refer('remind') },
    { method: 'POST', path: `${referral}/withdrawal`, handle: refer('withdraw') },
    { method: 'POST', path: `${referral}/read`, readOnly: true, handle: refer('read') },
  ];
}

function laterReferrals(deps: ReferralDeps): (name: keyof ReferralHandlers) => Route['handle'] {
  let loaded: Promise<ReferralHandlers> | undefined;
  const load = async (): Promise<ReferralHandlers> => (await import('./referrals/handlers.ts')).referralHandlers(deps);
  return (name) => async (request) => (await (loaded ??= load()))[name](request);
}

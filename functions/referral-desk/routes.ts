import type { Route } from '#shared/contracts/http/http.ts';
import { answerReferral, type AnswerReferralDeps } from './answer-referral.ts';
import { askCode, type AskCodeDeps } from './ask-code.ts';
import { beginSession, type BeginSessionDeps } from './begin-session.ts';
import { giveAddresses } from './give-addresses.ts';
import { sayNotForMe, type SayNotForMeDeps } from './say-not-for-me.ts';
import { showReferral, type ShowReferralDeps } from './show-referral.ts';

export type ReferralDeskDeps = AskCodeDeps & BeginSessionDeps & ShowReferralDeps & AnswerReferralDeps & SayNotForMeDeps;

/** What somebody at an institution can do with an access code. */
export function referralDeskRoutes(deps: ReferralDeskDeps): Route[] {
  const path = '/v1/desk';
  return [
    { method: 'POST', path: `${path}/code`, handle: askCode(deps) },
    { method: 'POST', path: `${path}/session`, handle: beginSession(deps) },
    { method: 'POST', path: `${path}/referral`, handle: showReferral(deps) },
    { method: 'POST', path: `${path}/addresses`, handle: giveAddresses(deps) },
    { method: 'POST', path: `${path}/answer`, handle: answerReferral(deps) },
    { method: 'POST', path: `${path}/not-for-me`, handle: sayNotForMe(deps) },
  ];
}

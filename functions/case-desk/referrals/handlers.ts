import type { ExcludeDeps } from './decide-referral.ts';
import {
  addReferral,
  changeReferral,
  dropReferral,
  excludeFromCase,
  remindInstitution,
  withdrawReferral,
} from './decide-referral.ts';
import { readReferral } from './read-referral.ts';
import type { ReadReferralDeps } from './read-referral.ts';
import { recordAnswer } from './record-answer.ts';
import { sendReferral } from './send-referral.ts';
import type { SendReferralDeps } from './send-referral.ts';

export type ReferralDeps = ExcludeDeps & SendReferralDeps & ReadReferralDeps;

/** Everything about passing a case on. Loaded when the first such request comes, so that no start waits for it. */
export function referralHandlers(deps: ReferralDeps) {
  return {
    exclude: excludeFromCase(deps),
    add: addReferral(deps),
    change: changeReferral(deps),
    drop: dropReferral(deps),
    send: sendReferral(deps),
    answer: recordAnswer(deps),
    remind: remindInstitution(deps),
    withdraw: withdrawReferral(deps),
    read: readReferral(deps),
  };
}

import { receiptIn } from '#shared/contracts/http/public/receipt.ts';
import { readerOf } from '#shared/contracts/http/wording.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import { decideWithdrawal } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { changeThread, stepOf } from '../change-thread.ts';
import type { ChangeThreadDeps } from '../change-thread.ts';
import { worded } from '../follow-up-wording.ts';
import type { FollowUpPack } from '../follow-up-wording.ts';
import { tellWithdrawal } from '../tell-withdrawal.ts';

export interface WithdrawReportDeps extends ChangeThreadDeps {
  country: TimerPolicy & FollowUpPack;
}

/**
 * `POST /v1/follow-up/withdrawal`: a request, not an end. The wait begins, staff are told, and a person looks whether
 * the child is safe. Asked again, it answers how the first request stands.
 */
export function withdrawReport(deps: WithdrawReportDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const change = changeThread(deps);
  const { country } = deps;

  return async (request) => {
    const { language } = request;
    const receipt = receiptIn(request.body, language);
    const wording = await worded(country);
    return change('withdraw', receipt, request, ({ case: of }, now) => {
      const decision = decideWithdrawal(of, country, now);
      const withdrawal = decision.outcome === 'change' ? decision.parts.set.withdrawal : of.withdrawal;
      const text = tellWithdrawal(withdrawal?.waitUntil ?? now, now, readerOf(of.reported, language), wording);
      return stepOf(decision, { status: 202, body: { text } }, language);
    });
  };
}

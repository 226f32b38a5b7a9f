import { receiptIn } from '#shared/contracts/http/receipt.ts';
import { fillIn, inLanguage } from '#shared/contracts/http/wording.ts';
import type { Case, Instant } from '#shared/domain/case.ts';
import type { TimerPolicy } from '#shared/domain/clocks.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { sayMoment } from '#shared/domain/moments.ts';
import { decideWithdrawal } from '#shared/domain/reporter-side.ts';
import type { HttpAnswer, HttpRequest } from '#shared/lambda/http.ts';
import { changeThread, stepOf } from '../change-thread.ts';
import type { ChangeThreadDeps } from '../change-thread.ts';

export interface WithdrawReportDeps extends ChangeThreadDeps {
  country: TimerPolicy & Pick<CountryPack, 'reporterTexts' | 'defaultLanguage' | 'timeZone'>;
}

/**
 * `POST /v1/follow-up/withdrawal`: a request, not an end. The wait begins, staff are told, and a person looks whether the
 * child is safe. Asked again, it is answered as the first time.
 */
export function withdrawReport(deps: WithdrawReportDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const change = changeThread(deps);
  const { country } = deps;

  const answer = (withdrawal: Case['withdrawal'], now: Instant, language: string): HttpAnswer => {
    const { asked, moments } = country.reporterTexts;
    const until = sayMoment(withdrawal?.waitUntil ?? now, now, language, country.timeZone, moments);
    const text = fillIn(inLanguage(asked.withdrawal, language, country.defaultLanguage), { until });
    return { status: 202, body: { text } };
  };

  return async (request) => {
    const { language } = request;
    const receipt = receiptIn(request.body, language);
    return change(receipt, request, ({ case: of }, now) => {
      const decision = decideWithdrawal(of, country, now);
      const withdrawal = decision.outcome === 'change' ? decision.parts.set.withdrawal : of.withdrawal;
      return stepOf(decision, answer(withdrawal, now, language), language);
    });
  };
}

import { helpedSchema } from '#shared/contracts/http/public/information.ts';
import { parseWithReceipt } from '#shared/contracts/http/public/receipt.ts';
import { inLanguage } from '#shared/contracts/http/wording.ts';
import { decideHelped } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { changeThread, stepOf } from '../change-thread.ts';
import type { ChangeThreadDeps } from '../change-thread.ts';

export interface SayWhetherHelpedDeps extends ChangeThreadDeps {
  country: Pick<CountryPack, 'reporterTexts' | 'defaultLanguage'>;
}

/** `POST /v1/follow-up/helped`: whether it helped, once the case has ended. What is said last counts. */
export function sayWhetherHelped(deps: SayWhetherHelpedDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const change = changeThread(deps);
  const { reporterTexts, defaultLanguage } = deps.country;
  return async (request) => {
    const { language } = request;
    const { receipt, helped } = parseWithReceipt(helpedSchema, request.body, language);
    const text = inLanguage(reporterTexts.asked.helped, language, defaultLanguage);
    return change('helped', receipt, request, ({ case: of }) =>
      stepOf(decideHelped(of, helped), { status: 202, body: { text } }, language),
    );
  };
}

import { helpedSchema } from '#shared/contracts/http/public/information.ts';
import { parseWithReceipt } from '#shared/contracts/http/public/receipt.ts';
import { readerOf, toReader } from '#shared/contracts/http/wording.ts';
import { decideHelped } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { changeThread, stepOf } from '../change-thread.ts';
import type { ChangeThreadDeps } from '../change-thread.ts';
import { worded } from '../follow-up-wording.ts';
import type { FollowUpPack } from '../follow-up-wording.ts';

export interface SayWhetherHelpedDeps extends ChangeThreadDeps {
  country: FollowUpPack;
}

/** `POST /v1/follow-up/helped`: whether it helped, once the case has ended. What is said last counts. */
export function sayWhetherHelped(deps: SayWhetherHelpedDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const change = changeThread(deps);
  return async (request) => {
    const { language } = request;
    const { receipt, helped } = parseWithReceipt(helpedSchema, request.body, language);
    const { followUpTexts, defaultLanguage } = await worded(deps.country);
    return change('helped', receipt, request, ({ case: of }, now) => {
      const { address } = readerOf(of.reported, language);
      const text = toReader(followUpTexts.asked.helped, address, language, defaultLanguage);
      return stepOf(decideHelped(of, helped, now), { status: 202, body: { text } }, language);
    });
  };
}

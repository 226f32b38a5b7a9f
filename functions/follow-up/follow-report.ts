import { receiptIn } from '#shared/contracts/http/receipt.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { HttpAnswer, HttpRequest } from '#shared/lambda/http.ts';
import { Problem } from '#shared/lambda/http.ts';
import { log } from '#shared/lambda/log.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { OpenThread } from './open-thread.ts';
import { tellSharing } from './tell-sharing.ts';
import { tellStatus } from './tell-status.ts';

export interface FollowReportDeps {
  openThread: OpenThread;
  clock: Clock;
  country: Pick<CountryPack, 'reporterTexts' | 'defaultLanguage' | 'timeZone' | 'loadReferrals'>;
}

/**
 * `POST /v1/follow-up`: how a report stands, for whoever holds its receipt. Never the narrative, the category or the case
 * number: somebody else may be looking. Unknown and erased receipts are the same `not_found`.
 */
export function followReport(deps: FollowReportDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ body, language }) => {
    const opened = await deps.openThread(receiptIn(body, language));
    if (opened === undefined) throw new Problem('not_found', 404, { language });
    log('thread_opened', { caseId: opened.case.caseId });
    const answer = {
      ...tellStatus(opened.case, deps.clock.now(), language, deps.country),
      messages: opened.messages,
      sharedWith: await tellSharing(opened.case, language, deps.country),
      canDo: [],
    };
    return { status: 200, body: answer };
  };
}

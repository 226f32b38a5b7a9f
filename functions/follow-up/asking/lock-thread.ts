import { receiptIn } from '#shared/contracts/http/public/receipt.ts';
import { inLanguage } from '#shared/contracts/http/wording.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideLock } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { changeThread, stepOf } from '../change-thread.ts';
import type { ChangeThreadDeps } from '../change-thread.ts';

export interface LockThreadDeps extends ChangeThreadDeps {
  country: Pick<CountryPack, 'reporterTexts' | 'defaultLanguage'>;
}

/**
 * `POST /v1/follow-up/lock`: somebody else has my code. The key of the code is removed in the same transaction. From then
 * on the code is answered like one that was never given out, with the same work.
 */
export function lockThread(deps: LockThreadDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const change = changeThread(deps);
  const { reporterTexts, defaultLanguage } = deps.country;
  return async (request) => {
    const { language } = request;
    const receipt = receiptIn(request.body, language);
    const answer = {
      status: 202,
      body: { text: inLanguage(reporterTexts.asked.lock, language, defaultLanguage) },
    } as const;
    return change(
      'lock',
      receipt,
      request,
      ({ case: of }, now) =>
        stepOf(decideLock(of, now), answer, language, (_, { receipts: before }) => {
          if (before === undefined) throw new Error('A case has no row that says what leads to it.');
          return { receipt: { before, dead: 'locked' } };
        }),
      { locks: true },
    );
  };
}

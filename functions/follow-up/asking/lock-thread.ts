import { receiptIn } from '#shared/contracts/http/public/receipt.ts';
import { readerOf, toReader } from '#shared/contracts/http/wording.ts';
import { decideLock } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { changeThread, stepOf } from '../change-thread.ts';
import type { ChangeThreadDeps } from '../change-thread.ts';
import { worded } from '../follow-up-wording.ts';
import type { FollowUpPack } from '../follow-up-wording.ts';

export interface LockThreadDeps extends ChangeThreadDeps {
  country: FollowUpPack;
}

/**
 * `POST /v1/follow-up/lock`: somebody else has my code. The key of the code is removed in the same transaction. From then
 * on the code is answered like one that was never given out, with the same work.
 */
export function lockThread(deps: LockThreadDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const change = changeThread(deps);
  return async (request) => {
    const { language } = request;
    const receipt = receiptIn(request.body, language);
    const { followUpTexts, defaultLanguage } = await worded(deps.country);
    return change(
      'lock',
      receipt,
      request,
      ({ case: of }, now) => {
        const { address } = readerOf(of.reported, language);
        const text = toReader(followUpTexts.asked.lock, address, language, defaultLanguage);
        return stepOf(decideLock(of, now), { status: 202, body: { text } }, language, (_, { receipts: before }) => {
          if (before === undefined) throw new Error('A case has no row that says what leads to it.');
          return { receipt: { before, dead: 'locked' } };
        });
      },
      { locks: true },
    );
  };
}

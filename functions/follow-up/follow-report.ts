import { receiptIn } from '#shared/contracts/http/public/receipt.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { isOver } from '#shared/domain/case/status.ts';
import { canDo } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { SealedMessage } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import type { OpenedThread, OpenThread } from './open-thread.ts';
import { tellSharing } from './tell-sharing.ts';
import { tellStatus } from './tell-status.ts';

export interface FollowReportDeps {
  openThread: OpenThread;
  clock: Clock;
  log: Log;
  country: Pick<CountryPack, 'reporterTexts' | 'defaultLanguage' | 'timeZone' | 'loadReferrals'>;
}

/**
 * `POST /v1/follow-up`: how a report stands, for the holder of its receipt. It never shows the narrative, the category
 * or the case number: somebody else may be looking. Unknown, erased and locked receipts get the same `not_found`.
 */
export function followReport(deps: FollowReportDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ body, language }) => {
    const opened = await deps.openThread(receiptIn(body, language));
    if (opened === undefined) throw new Problem('not_found', 404, { language });
    const { case: of, threadKey, sealed } = opened;
    deps.log('thread_opened', { caseId: of.caseId });
    const answer = {
      ...tellStatus(opened, deps.clock.now(), language, deps.country),
      messages: sealed.map((message) => openMessage(threadKey, message)),
      sharedWith: await tellSharing(of, language, deps.country),
      canDo: canDo(of),
      ...tellExpiry(opened),
    };
    return { status: 200, body: answer };
  };
}

/** Opens the text of a message. What came with it is not shown again: somebody else may be looking. */
function openMessage(
  threadKey: Uint8Array,
  { caseId, number, from, at, sealed }: SealedMessage,
): { from: 'you' | 'centre'; at: Instant; text: string } {
  const text = openField(threadKey, sealed, { caseId, field: `message-${number}`, revision: 1 });
  return { from: from === 'reporter' ? 'you' : 'centre', at, text };
}

/**
 * Access lasts as long as the data. Its end is known once the case has ended and the daily run has set a date. While
 * the case is held there is none.
 */
function tellExpiry({ case: of }: Pick<OpenedThread, 'case'>): { expiresAt?: Instant } {
  const { keeping, hold } = of;
  return keeping === undefined || hold !== undefined || !isOver(of) ? {} : { expiresAt: keeping.eraseAt };
}

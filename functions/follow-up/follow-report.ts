import { followUpSchema } from '#shared/contracts/http/public/follow-up.ts';
import { guidanceLoader, tellGuidance } from '#shared/contracts/http/public/guidance.ts';
import type { GuidanceAnswer } from '#shared/contracts/http/public/guidance.ts';
import { helpFor, helpInOrder } from '#shared/contracts/http/public/help.ts';
import type { HelpAnswer } from '#shared/contracts/http/public/help.ts';
import { largestPage, lastThatFit, mostOnPage } from '#shared/contracts/http/page-of-thread.ts';
import { parseWithReceipt } from '#shared/contracts/http/public/receipt.ts';
import { readerOf } from '#shared/contracts/http/wording.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { isOver } from '#shared/domain/case/status.ts';
import { guidanceAgain } from '#shared/domain/help/guidance.ts';
import { mayBeWatched } from '#shared/domain/help/situations.ts';
import { canDo } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { ReceiptDesk, SealedMessage } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import { placeOfUnit } from '#shared/sealing/thread-key.ts';
import type { OpenedThread, OpenThread } from './open-thread.ts';
import { worded } from './follow-up-wording.ts';
import type { FollowUpPack } from './follow-up-wording.ts';
import { tellSharing, wasShared } from '#shared/use-cases/referrals/tell-sharing.ts';
import { tellMisses } from './tell-misses.ts';
import { tellStatus } from './tell-status.ts';

export interface FollowReportDeps {
  openThread: OpenThread;
  units: ReceiptDesk['units'];
  clock: Clock;
  log: Log;
  country: FollowUpPack & Pick<CountryPack, 'loadReferrals' | 'loadGuidance' | 'helpLines' | 'helpOrders'>;
}

/**
 * `POST /v1/follow-up`: how a report stands, for the holder of its receipt. It never shows the narrative, the category
 * or the case number: somebody else may be looking. Unknown, erased and locked receipts get the same `not_found`. Of a
 * long thread it shows the newest messages. `earlier` is the number of the first one, when others came before it.
 */
export function followReport(deps: FollowReportDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const { country } = deps;
  const loadGuidance = guidanceLoader(country);
  return async ({ body, language }) => {
    const { receipt, before, guidance: isGuidanceAsked = false } = parseWithReceipt(followUpSchema, body, language);
    const wording = await worded(country);
    const opened = await deps.openThread(receipt, { newest: mostOnPage, before });
    if (opened === undefined) throw new Problem('not_found', 404, { language });
    const { case: of, threadKey, sealed } = opened;
    const messages = lastThatFit(
      sealed.map((message) => openMessage(threadKey, message)),
      largestPage,
    );
    const first = sealed.at(-messages.length)?.number ?? 1;
    const institutions = isOver(of) ? (await deps.country.loadReferrals()).institutions : [];
    deps.log('thread_opened', { caseId: of.caseId });
    const now = deps.clock.now();
    const reader = readerOf(of.reported, language);
    const answer = {
      ...tellStatus(opened, now, reader, wording, institutions),
      messages,
      ...(messages.length > 0 && first > 1 ? { earlier: first } : {}),
      sharedWith: await tellSharing(of, await unitsOf(opened), now, reader, wording),
      canDo: canDo(of),
      ...tellExpiry(opened),
      ...(isGuidanceAsked ? await tellAgain(of, language) : {}),
    };
    return { status: 200, body: answer, address: reader.address, missed: tellMisses(opened, now, reader, wording) };
  };

  /**
   * What to do, and whom to call, once more. Where the suspect may look at the screen, both say nothing of the report.
   * Source: docs/contract.md, Follow-up.
   */
  async function tellAgain(of: Case, language: string): Promise<{ guidance: GuidanceAnswer[]; help: HelpAnswer[] }> {
    const blocks = guidanceAgain(await loadGuidance(), of);
    return {
      guidance: tellGuidance(blocks, language, country.defaultLanguage),
      help: mayBeWatched(of) ? helpFor(country, language) : helpInOrder(country, of, language),
    };
  }

  /** The names of the units that the report was passed on to, by referral. */
  async function unitsOf({ case: of, threadKey }: OpenedThread): Promise<ReadonlyMap<string, string>> {
    if (!wasShared(of)) return new Map();
    const { caseId } = of;
    const units = await deps.units(caseId);
    return new Map(units.map(({ id, sealed }) => [id, openField(threadKey, sealed, placeOfUnit(caseId, id))]));
  }
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

import { randomBytes } from 'node:crypto';
import type { Numbers, CaseWithTimers, ReceiptDesk, ReceiptsOfCase, SealedMessage } from '#shared/ports/case-store.ts';
import { deriveReceipt } from '#shared/sealing/derived.ts';
import type { DeadCodeUsed } from './dead-code.ts';
import { makeThreadKey, unwrapThreadKey, wrapThreadKey } from '#shared/sealing/thread-key.ts';

/** A case, the messages of its thread that were asked for, and the key that opens them. */
export interface OpenedThread extends CaseWithTimers {
  threadKey: Uint8Array;
  /** The lookup of the receipt. */
  lookup: string;
  /** In the order of the thread. */
  sealed: SealedMessage[];
  /** The receipts of the case, where the code is to be locked. */
  receipts?: ReceiptsOfCase;
  /** The message that was posted before under the id that was asked for. */
  known?: SealedMessage;
}

/** What is read of a thread. Without `newest`, no message is read. */
export interface Wanted {
  /** How many of the newest messages. */
  newest?: number;
  /** The newest before this number, instead of the newest of all. */
  before?: number | undefined;
  /** The id of a message that may have been posted before. */
  posted?: string;
  /** Locks the code. Who locks it again only sends the same again, and has used nothing. */
  locks?: true;
}

/** Opens the thread that a receipt leads to; undefined when it leads nowhere, whatever the reason. */
export type OpenThread = (receipt: string, wanted: Wanted) => Promise<OpenedThread | undefined>;

/**
 * The only way from a receipt to a thread, for every route. A receipt may lead nowhere: never given out, erased or dead.
 * Then a decoy takes the same reads and the same unwrapping, as of a thread with one message at most. So the time does
 * not tell whether a receipt exists. Of a dead one, its own case is read in place of the decoy's, and what was used is
 * raised after all that. Source: docs/contract.md, Follow-up.
 */
export function threadOpener(desk: ReceiptDesk, deadCodeUsed: DeadCodeUsed): OpenThread {
  const decoy = makeDecoy();
  return async (receipt, wanted) => {
    const { lookup, threadWrap } = deriveReceipt(receipt);
    const found = await desk.find(lookup);
    const dead = found !== undefined && 'dead' in found ? found.dead : undefined;
    const live = found !== undefined && 'threadForReporter' in found ? found : undefined;
    const caseId = found?.caseId ?? decoy.caseId;
    // One after the other. Whoever writes after the case was read changes its revision. So no message that a retry is
    // known by can be missed.
    const opened = await desk.load(caseId);
    const number = wanted.posted === undefined ? undefined : await desk.posted(caseId, wanted.posted);
    const receipts = wanted.locks === true ? await desk.receiptsOf(caseId) : undefined;
    const sealed =
      wanted.newest === undefined
        ? []
        : await desk.messages(
            caseId,
            numbersOf(wanted.newest, wanted.before, live === undefined ? 0 : opened?.case.messageCount),
          );
    const threadKey =
      live === undefined
        ? unwrapThreadKey(decoy.threadWrap, decoy.wrapped, { caseId: decoy.caseId, holder: 'reporter' })
        : unwrapThreadKey(threadWrap, live.threadForReporter, { caseId, holder: 'reporter' });
    if (opened === undefined) return undefined;
    if (dead !== undefined) {
      if (dead !== 'locked' || wanted.locks !== true) await deadCodeUsed(opened, dead);
      return undefined;
    }
    const known = await knownAmong(sealed, number, wanted.posted);
    return {
      ...opened,
      lookup,
      threadKey,
      sealed,
      ...(receipts === undefined ? {} : { receipts }),
      ...(known === undefined ? {} : { known }),
    };

    /** A repeat of an older message costs one read more. Messages of 0.1.0 have no row that leads to them. */
    async function knownAmong(
      newest: readonly SealedMessage[],
      at: number | undefined,
      id: string | undefined,
    ): Promise<SealedMessage | undefined> {
      if (id === undefined) return undefined;
      if (at === undefined) return newest.find(({ posted }) => posted?.id === id);
      return newest.find((message) => message.number === at) ?? (await desk.messages(caseId, { from: at, to: at }))[0];
    }
  };
}

/** At least one number is asked for, so that an empty thread costs the same call as any other. */
function numbersOf(newest: number, before = Number.MAX_SAFE_INTEGER, messageCount = 0): Numbers {
  const to = Math.max(1, Math.min(messageCount, before - 1));
  return { from: Math.max(1, to - newest + 1), to };
}

function makeDecoy(): { caseId: string; threadWrap: Uint8Array; wrapped: string } {
  const caseId = randomBytes(16).toString('hex');
  const threadWrap = randomBytes(32);
  return { caseId, threadWrap, wrapped: wrapThreadKey(threadWrap, makeThreadKey(), { caseId, holder: 'reporter' }) };
}

import { randomBytes } from 'node:crypto';
import type { CaseWithTimers, ReceiptDesk, SealedMessage } from '#shared/ports/case-store.ts';
import { deriveReceipt } from '#shared/sealing/derived.ts';
import { makeThreadKey, unwrapThreadKey, wrapThreadKey } from '#shared/sealing/thread-key.ts';

/** A case and its thread, with the key that opens the thread. */
export interface OpenedThread extends CaseWithTimers {
  threadKey: Uint8Array;
  sealed: SealedMessage[];
}

/** Opens the thread that a receipt leads to; undefined when it leads nowhere, whatever the reason. */
export type OpenThread = (receipt: string) => Promise<OpenedThread | undefined>;

/**
 * The only way from a receipt to a thread, for every route. A receipt may lead nowhere: never given out, erased or
 * locked. Then a decoy takes the same reads and the same unwrapping. So the time does not tell whether a receipt
 * exists. Source: docs/contract.md, Follow-up.
 */
export function threadOpener(desk: ReceiptDesk): OpenThread {
  const decoy = makeDecoy();
  return async (receipt) => {
    const { lookup, threadWrap } = deriveReceipt(receipt);
    const found = await desk.find(lookup);
    const caseId = found?.caseId ?? decoy.caseId;
    // One after the other. Whoever writes after the case was read changes its revision. So no message that a retry is
    // known by can be missed.
    const known = await desk.load(caseId);
    const sealed = await desk.messages(caseId);
    const threadKey =
      found === undefined
        ? unwrapThreadKey(decoy.threadWrap, decoy.wrapped, { caseId, holder: 'reporter' })
        : unwrapThreadKey(threadWrap, found.threadForReporter, { caseId, holder: 'reporter' });
    return known === undefined ? undefined : { ...known, threadKey, sealed };
  };
}

function makeDecoy(): { caseId: string; threadWrap: Uint8Array; wrapped: string } {
  const caseId = randomBytes(16).toString('hex');
  const threadWrap = randomBytes(32);
  return { caseId, threadWrap, wrapped: wrapThreadKey(threadWrap, makeThreadKey(), { caseId, holder: 'reporter' }) };
}

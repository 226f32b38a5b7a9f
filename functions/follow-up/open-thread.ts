import { randomBytes } from 'node:crypto';
import type { Case, Instant } from '#shared/domain/case.ts';
import type { ReceiptDesk, SealedMessage } from '#shared/ports/case-store.ts';
import { deriveReceipt } from '#shared/sealing/derived.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import { makeThreadKey, unwrapThreadKey, wrapThreadKey } from '#shared/sealing/thread-key.ts';

/** A case and its thread, as the reporter may see it. */
export interface OpenedThread {
  case: Case;
  messages: { from: 'you' | 'centre'; at: Instant; text: string }[];
}

/** Opens the thread a receipt leads to; undefined when it leads nowhere, whatever the reason. */
export type OpenThread = (receipt: string) => Promise<OpenedThread | undefined>;

/**
 * A receipt that leads nowhere does the same reads and the same unwrapping as one that does, on a decoy, so that time
 * does not tell whether a receipt exists (the public contract, follow-up).
 */
export function threadOpener(desk: ReceiptDesk): OpenThread {
  const decoy = makeDecoy();
  return async (receipt) => {
    const { lookup, threadWrap } = deriveReceipt(receipt);
    const found = await desk.find(lookup);
    const caseId = found?.caseId ?? decoy.caseId;
    const [known, sealed] = await Promise.all([desk.case(caseId), desk.messages(caseId)]);
    const threadKey =
      found === undefined
        ? unwrapThreadKey(decoy.threadWrap, decoy.wrapped, { caseId, holder: 'reporter' })
        : unwrapThreadKey(threadWrap, found.threadForReporter, { caseId, holder: 'reporter' });
    if (known === undefined) return undefined;
    return { case: known, messages: sealed.map((message) => openMessage(threadKey, message)) };
  };
}

function openMessage(
  threadKey: Uint8Array,
  { caseId, number, from, at, sealed }: SealedMessage,
): OpenedThread['messages'][number] {
  const text = openField(threadKey, sealed, { caseId, field: `message-${number}`, revision: 1 });
  return { from: from === 'reporter' ? 'you' : 'centre', at, text };
}

function makeDecoy(): { caseId: string; threadWrap: Uint8Array; wrapped: string } {
  const caseId = randomBytes(16).toString('hex');
  const threadWrap = randomBytes(32);
  return { caseId, threadWrap, wrapped: wrapThreadKey(threadWrap, makeThreadKey(), { caseId, holder: 'reporter' }) };
}

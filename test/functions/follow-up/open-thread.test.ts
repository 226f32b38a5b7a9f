import { expect, it } from 'vitest';
import { threadOpener } from '#functions/follow-up/open-thread.ts';
import type { ReceiptDesk, SealedMessage } from '#shared/ports/case-store.ts';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import { deriveReceipt } from '#shared/sealing/derived.ts';
import { makeThreadKey, wrapThreadKey } from '#shared/sealing/thread-key.ts';
import { aCase } from '#test/support/builders.ts';

it('of two who write at once the later one finds the earlier message, or a revision that is past', async () => {
  const receipt = receiptFrom(new Uint8Array(10));
  const { threadWrap } = deriveReceipt(receipt);
  const of = aCase();
  const threadForReporter = wrapThreadKey(threadWrap, makeThreadKey(), { caseId: of.caseId, holder: 'reporter' });
  const posted = { id: 'posted-1', fingerprint: '', readBy: of.receivedAt, severity: 'normal' } as const;
  const stored: SealedMessage[] = [];
  const first: SealedMessage = {
    caseId: of.caseId,
    number: 1,
    from: 'reporter',
    at: of.receivedAt,
    sealed: '',
    posted,
  };

  const desk: ReceiptDesk = {
    receiptsOf: async () => undefined,
    takeTurn: async () => true,
    units: async () => [],
    find: async () => ({ caseId: of.caseId, threadForReporter }),
    // The other one writes before the case is read.
    load: async () => {
      await Promise.resolve();
      stored.push(first);
      return { case: { ...of, messageCount: 1, revision: of.revision + 1 }, timers: [] };
    },
    messages: async () => [...stored],
    posted: async (_, id) => stored.find((message) => message.posted?.id === id)?.number,
  };
  const open = threadOpener(desk, async () => {});
  const opened = await open(receipt, { newest: 50, posted: 'posted-1' });
  expect(opened?.case.messageCount).toBe(1);
  expect(opened?.known).toEqual(first);
});

import { matchKeysOf } from '../domain/report/match-keys.ts';
import { splitReport } from '../domain/report/report-parts.ts';
import type { Report } from '../domain/report/report.ts';
import type { NewCase } from '../ports/case-store.ts';
import type { KeyMaker, Macs } from '../ports/sealing.ts';
import { deriveReceipt } from '../sealing/derived.ts';
import { blindIndex } from '../sealing/keyed-hashes.ts';
import { sealField } from '../sealing/sealed-field.ts';
import { makeThreadKey, wrapThreadKey } from '../sealing/thread-key.ts';

/** The sealed and hashed parts of a new case. Nothing in it can be read without a key. */
export type SealedReport = Pick<NewCase, 'report' | 'wrappedKeys' | 'receiptLookup' | 'likenesses'>;

/**
 * Seals a report under fresh data keys: words and details under one, addresses under another. So somebody can later be
 * given the addresses alone. The thread key is wrapped for staff and for the holder of the receipt. Throws
 * `KeysUnavailable`.
 */
export async function sealReport(
  { keys, macs }: { keys: KeyMaker; macs: Macs },
  { caseId, receipt, report }: { caseId: string; receipt: string; report: Report },
): Promise<SealedReport> {
  const { narrative, details, addresses } = splitReport(report);
  const [content, urls, indexKey] = await Promise.all([
    keys.make(caseId, 'content'),
    addresses === undefined ? undefined : keys.make(caseId, 'urls'),
    macs.blindIndexKey(),
  ]);
  const { lookup, threadWrap } = deriveReceipt(receipt);
  const threadKey = makeThreadKey();
  const seal = (key: Uint8Array, field: string, text: string): string =>
    sealField(key, text, { caseId, field, revision: 1 });
  return {
    report: {
      ...(narrative === undefined ? {} : { narrative: seal(content.plain, 'narrative', narrative) }),
      details: seal(content.plain, 'details', JSON.stringify(details)),
      ...(urls === undefined ? {} : { addresses: seal(urls.plain, 'addresses', JSON.stringify(addresses)) }),
    },
    wrappedKeys: {
      content: content.wrapped,
      ...(urls === undefined ? {} : { urls: urls.wrapped }),
      threadForStaff: wrapThreadKey(content.plain, threadKey, { caseId, holder: 'staff' }),
      threadForReporter: wrapThreadKey(threadWrap, threadKey, { caseId, holder: 'reporter' }),
    },
    receiptLookup: lookup,
    likenesses: matchKeysOf(report).map(({ kind, value }) => blindIndex(indexKey, kind, value)),
  };
}

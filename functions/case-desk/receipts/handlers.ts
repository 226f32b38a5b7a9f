import { reissueReceipt } from './reissue-receipt.ts';
import type { ReissueReceiptDeps } from './reissue-receipt.ts';

export type ReceiptDeps = ReissueReceiptDeps;

/** What staff do about the code by which a reporter comes back. */
export function receiptHandlers(deps: ReceiptDeps) {
  return { reissue: reissueReceipt(deps) };
}

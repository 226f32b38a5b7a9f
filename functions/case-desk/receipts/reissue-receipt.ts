import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import { decideReissue } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { ReceiptChange, ReceiptLookups } from '#shared/ports/case-store.ts';
import { deriveReceipt } from '#shared/sealing/derived.ts';
import { wrapThreadKey } from '#shared/sealing/thread-key.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { findCase } from '../find-case.ts';
import { openThreadKey } from '../reading/open-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { admitOpening, recordAccess } from '../reading/record-access.ts';
import type { RecordAccessDeps } from '../reading/record-access.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface ReissueReceiptDeps extends TakeCommandDeps, OpenCaseDeps, RecordAccessDeps {
  admit: AdmitStaff;
  receipts: ReceiptLookups;
  /** Makes the random bytes of a receipt. */
  randomBytes: (count: number) => Uint8Array;
}

const receiptByteCount = 10;

/**
 * `POST /v1/cases/{number}/receipt`: a new code for a reporter whose code is lost, or known to somebody else. Whoever
 * gets it can open the thread, so the AccessLog row comes first. One transaction removes the rows of the old code and
 * writes those of the new one. The code is answered once and stored nowhere: a retry answers how the case stands,
 * without it.
 */
export function reissueReceipt(deps: ReissueReceiptDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'reissue_receipt');
    const content = parseCommandBody('receiptReissue', request.body);
    const { case: of } = await findCase(deps, request.path['number']);
    await admitOpening(deps, of, by);
    await recordAccess(deps, of, by, { action: 'receipt', reason: content.assuredBy });

    const receipt = receiptFrom(deps.randomBytes(receiptByteCount));
    let isIssued = false;
    const answer = await take({
      name: 'receipt',
      by,
      request,
      content,
      decide: () => decideReissue(by.id),
      changeReceipt: () => issue(deps, of.caseId, receipt),
      taken: () => {
        isIssued = true;
      },
    });
    return isIssued ? { ...answer, body: { ...answer.body, receipt } } : answer;
  };
}

/**
 * Opens the thread key by the staff's way and wraps it again for the new code. The wrap for the old code is dropped.
 */
async function issue(deps: ReissueReceiptDeps, caseId: string, receipt: string): Promise<ReceiptChange> {
  const { lookup, threadWrap } = deriveReceipt(receipt);
  const [before, threadKey] = await Promise.all([deps.receipts.lookupOf(caseId), openThreadKey(deps, caseId)]);
  const threadForReporter = wrapThreadKey(threadWrap, threadKey, { caseId, holder: 'reporter' });
  return { void: before, issue: { lookup, threadForReporter } };
}

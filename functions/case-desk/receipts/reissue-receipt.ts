import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { hasLiveReceipt } from '#shared/domain/case/receipts/known-receipt.ts';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import { decideReissue } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { ReceiptChange } from '#shared/ports/case-store.ts';
import { deriveReceipt } from '#shared/sealing/derived.ts';
import { wrapThreadKey } from '#shared/sealing/thread-key.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { commandKey } from '#shared/use-cases/command-key.ts';
import { findCase } from '../find-case.ts';
import { openThreadKey } from '../reading/open-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { admitOpening, recordAccess } from '../reading/record-access.ts';
import type { RecordAccessDeps } from '../reading/record-access.ts';
import { problemOfRefusal } from '../refusal.ts';
import { receiptsBefore, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface ReissueReceiptDeps extends TakeCommandDeps, OpenCaseDeps, RecordAccessDeps {
  admit: AdmitStaff;
  /** Makes the random bytes of a receipt. */
  randomBytes: (count: number) => Uint8Array;
}

const receiptByteCount = 10;

/**
 * `POST /v1/cases/{number}/receipt`: a new code for a reporter whose code is lost, or known to somebody else. Only who has
 * read the case gives one out. Whoever gets it can open the thread, so the AccessLog row comes first. One transaction
 * makes the old code a dead one and writes the rows of the new one. The code is answered once and stored nowhere: a retry answers how the case stands,
 * without it.
 */
export function reissueReceipt(deps: ReissueReceiptDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'reissue_receipt');
    const content = parseCommandBody('receiptReissue', request.body);
    const { case: of } = await findCase(deps, request.path['number']);
    await admitOpening(deps, of, by);
    // Nobody gets a code then, so there is nothing to log. A retry is answered whoever has read the case since.
    const decision = decideReissue(of, by.id, deps.clock.now());
    const isNew = (await deps.commands.command(by.id, commandKey(request, content).keyHash)) === undefined;
    if (isNew && decision.outcome === 'refused') throw problemOfRefusal(decision, of);
    await recordAccess(deps, of, by, { action: 'receipt', reason: content.assuredBy });

    const receipt = receiptFrom(deps.randomBytes(receiptByteCount));
    let isIssued = false;
    const answer = await take({
      name: 'receipt',
      by,
      request,
      content,
      decide: ({ case: as }, now) => decideReissue(as, by.id, now),
      changeReceipt: ({ before }) => issue(deps, before, by.id, receipt),
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
async function issue(deps: ReissueReceiptDeps, of: Case, by: string, receipt: string): Promise<ReceiptChange> {
  const { caseId } = of;
  const { lookup, threadWrap } = deriveReceipt(receipt);
  const [before, threadKey] = await Promise.all([receiptsBefore(deps, caseId), openThreadKey(deps, caseId)]);
  const threadForReporter = wrapThreadKey(threadWrap, threadKey, { caseId, holder: 'reporter' });
  return {
    before,
    ...(hasLiveReceipt(of) ? { dead: 'replaced' } : {}),
    issue: { lookup, threadForReporter, knownTo: [by] },
  };
}

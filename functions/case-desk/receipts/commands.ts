import { decideSpoken } from '#shared/domain/commands/reporter/reporter-actions.ts';
import { commandHandlers } from '../command-handlers.ts';
import { reissueReceipt } from './reissue-receipt.ts';
import type { ReissueReceiptDeps } from './reissue-receipt.ts';

/** What staff do about the reporter's code. */
export function receiptCommands(deps: ReissueReceiptDeps) {
  return {
    receiptReissue: reissueReceipt(deps),
    ...commandHandlers(deps, {
      /** A person spoke to the reporter about the code. It ends the concerns about it, and gives out no code. */
      spoken: {
        action: 'reissue_receipt',
        decide: ({ case: of }, { body, by }, now) => decideSpoken(of, body.how, by.id, now),
      },
    }),
  };
}

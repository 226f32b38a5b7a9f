import { decideSpoken } from '#shared/domain/commands/reporter/reporter-actions.ts';
import { commandHandlers } from '../command-handlers.ts';
import { reissueReceipt } from './reissue-receipt.ts';
import type { ReissueReceiptDeps } from './reissue-receipt.ts';
import { giveSubjectAccess } from './subject-access.ts';
import type { SubjectAccessDeps } from './subject-access.ts';

/** What staff do for the reporter: about the code, and all that the reporter told. */
export function receiptCommands(deps: ReissueReceiptDeps & SubjectAccessDeps) {
  return {
    receiptReissue: reissueReceipt(deps),
    subjectAccess: giveSubjectAccess(deps),
    ...commandHandlers(deps, {
      /** A person spoke to the reporter about the code. It ends the concerns about it, and gives out no code. */
      spoken: {
        action: 'reissue_receipt',
        decide: ({ case: of }, { body, by }, now) => decideSpoken(of, body.how, by.id, now),
      },
    }),
  };
}

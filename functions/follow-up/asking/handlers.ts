import { addInformation } from './add-information.ts';
import type { AddInformationDeps } from './add-information.ts';
import { lockThread } from './lock-thread.ts';
import type { LockThreadDeps } from './lock-thread.ts';
import { sayWhetherHelped } from './say-whether-helped.ts';
import { withdrawReport } from './withdraw-report.ts';
import type { WithdrawReportDeps } from './withdraw-report.ts';

export type AskingDeps = AddInformationDeps & LockThreadDeps & WithdrawReportDeps;

/** What the holder of a receipt can do, besides looking. */
export function askingHandlers(deps: AskingDeps) {
  return {
    add: addInformation(deps),
    withdraw: withdrawReport(deps),
    lock: lockThread(deps),
    helped: sayWhetherHelped(deps),
  };
}

import { decideApprovalOf } from './decide-approval.ts';
import type { DecideApprovalDeps } from './decide-approval.ts';
import { requestExport } from './request-export.ts';
import type { RequestExportDeps } from './request-export.ts';
import { takeExport } from './take-export.ts';
import type { TakeExportDeps } from './take-export.ts';

export type SecondDeps = DecideApprovalDeps & RequestExportDeps & TakeExportDeps;

/** What needs a second person: asked for by one, decided by another. */
export function secondHandlers(deps: SecondDeps) {
  return { approval: decideApprovalOf(deps), exportRequest: requestExport(deps), exportTaking: takeExport(deps) };
}

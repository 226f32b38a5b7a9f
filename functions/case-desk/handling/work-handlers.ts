import { acknowledgeEscalation } from './acknowledge-escalation.ts';
import type { AcknowledgeEscalationDeps } from './acknowledge-escalation.ts';
import { assessSeverity } from './assess-severity.ts';
import type { AssessSeverityDeps } from './assess-severity.ts';
import { claimCase } from './claim-case.ts';
import { handleCase } from './handle-case.ts';
import type { HandleCaseDeps } from './handle-case.ts';
import { resolveCase } from '../lifecycle/resolve-case.ts';
import type { ResolveCaseDeps } from '../lifecycle/resolve-case.ts';

export type WorkDeps = HandleCaseDeps & ResolveCaseDeps & AcknowledgeEscalationDeps & AssessSeverityDeps;

/** The commands that move a case towards its end. */
export function workHandlers(deps: WorkDeps) {
  return {
    claim: claimCase(deps),
    severity: assessSeverity(deps),
    handling: handleCase(deps),
    resolution: resolveCase(deps),
    acknowledgement: acknowledgeEscalation(deps),
  };
}

import type { Approval } from './approval.ts';
import type { Case, CaseApproval } from '../case.ts';

/** Whether what was asked had to wait: for the outside partner, or for the delay. Only a lowering else holds at once. */
export function hadToWait({ effectiveAt, partner, nobodyToAsk }: Approval): boolean {
  return effectiveAt !== undefined || partner !== undefined || nobodyToAsk === true;
}

/** Whether this lowering has taken effect and nobody else has reviewed it yet. */
export function isReview(approval: CaseApproval): boolean {
  return approval.kind === 'lowering' && approval.decision === undefined && !hadToWait(approval);
}

/** Whether a severity that was lowered from critical still waits for its review. */
export function owesReview({ approvals }: Pick<Case, 'approvals'>): boolean {
  return approvals?.some(isReview) === true;
}

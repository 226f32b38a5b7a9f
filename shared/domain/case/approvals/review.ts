import type { Case, CaseApproval } from '../case.ts';

/** Whether this lowering has taken effect and nobody else has reviewed it yet. */
export function isReview({ kind, decision, effectiveAt }: CaseApproval): boolean {
  return kind === 'lowering' && decision === undefined && effectiveAt === undefined;
}

/** Whether a severity that was lowered from critical still waits for its review. */
export function owesReview({ approvals }: Pick<Case, 'approvals'>): boolean {
  return approvals?.some(isReview) === true;
}

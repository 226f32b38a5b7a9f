import type { Case, CaseApproval } from '../case.ts';

/** Whether this is a lowering that has taken effect and that nobody else has looked at yet. */
export function isReview({ kind, decision, effectiveAt }: CaseApproval): boolean {
  return kind === 'lowering' && decision === undefined && effectiveAt === undefined;
}

/** Whether somebody still has to look once more at a severity that was lowered from critical. */
export function owesReview({ approvals }: Pick<Case, 'approvals'>): boolean {
  return approvals?.some(isReview) === true;
}

import { approvalStatus } from '#shared/domain/case/approvals/approval.ts';
import type { CaseView } from '../../api/answers.ts';

export type ApprovalLine = NonNullable<CaseView['approvals']>[number];

/** Whether nobody has decided on it. Time may have ended it all the same. */
export function isUndecided({ decision, takenAt }: ApprovalLine): boolean {
  return decision === undefined && takenAt === undefined;
}

/** Whether it is an export that was approved and not taken. Only who asked for it takes it. */
export function isExportToTake({ kind, decision, takenAt }: ApprovalLine): boolean {
  return kind === 'export' && decision === 'approved' && takenAt === undefined;
}

/** The requests of a case on which somebody can still decide, oldest first. */
export function waitingOn(view: Pick<CaseView, 'approvals'>, now: string): ApprovalLine[] {
  return (view.approvals ?? []).filter((one) => isUndecided(one) && approvalStatus(one, now) === 'pending');
}

/** The newest export that this person may take. */
export function exportOf(view: Pick<CaseView, 'approvals'>, person: string): ApprovalLine | undefined {
  return view.approvals?.findLast((one) => isExportToTake(one) && one.askedBy === person);
}

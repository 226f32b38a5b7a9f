import type { CaseView } from '../../api/answers.ts';
import { me } from '../../frame/people.ts';
import { now } from '../../sign-in/session.ts';
import { exportOf, waitingOn, type ApprovalLine } from './waiting-approvals.ts';

/** The requests of a case on which somebody can decide now. */
export function waitingApprovals(view: CaseView): ApprovalLine[] {
  return waitingOn(view, now().toISOString());
}

/** The export of a case that this person may take now. */
export function exportToTake(view: CaseView): ApprovalLine | undefined {
  return me.value === undefined ? undefined : exportOf(view, me.value.id);
}

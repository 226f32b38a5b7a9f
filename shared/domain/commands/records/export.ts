import { askAboutCase } from '../../access/approver.ts';
import type { Asking } from '../../access/approver.ts';
import { approvalStatus, approvedSince } from '../../case/approvals/approval.ts';
import type { ApprovalPolicy } from '../../case/approvals/approval.ts';
import { askedDecision, isFullOfApprovals, withApproval } from '../../case/approvals/case-approval.ts';
import { limitOf } from '../../case/bounds.ts';
import type { Case, CaseApproval, ExportReason } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import { plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';

/** Asks for a case's text as a file. After another person's approval, the person who asked may take it once. */
export function decideExportRequest(of: Case, reason: ExportReason, asking: Asking, now: Instant): Decision {
  const { by } = asking;
  const isWaiting = of.approvals?.some(
    (one) => one.kind === 'export' && one.askedBy === by.id && approvalStatus(one, now) === 'pending',
  );
  if (isWaiting === true) return refused('approval_pending');
  if (isFullOfApprovals(of)) return refused('approvals_full', [], limitOf('approvals'));
  const approval: CaseApproval = { ...askAboutCase(of, { kind: 'export' }, asking, now), reason };
  return askedDecision(of, approval);
}

/**
 * Takes an approved export, within the pack's minutes. The caller writes the AccessLog row, and then opens the text.
 */
export function decideExportTaking(
  of: Case,
  id: string,
  by: { id: string },
  policy: ApprovalPolicy,
  now: Instant,
): Decision {
  const approval = of.approvals?.find((one) => one.id === id && one.kind === 'export');
  if (approval === undefined) return refused('unknown_approval');
  if (approval.askedBy !== by.id) return refused('asked_by_another');
  if (approval.takenAt !== undefined) return refused('taken_already');
  if (approvalStatus(approval, now) === 'pending') return refused('approval_pending');
  if (!isWithinTaking(of, id, policy, now)) return refused('approval_over');
  return {
    outcome: 'change',
    parts: {
      set: { approvals: withApproval(of, { ...approval, takenAt: now }) },
      events: [{ type: 'case.exported', actor: `staff:${by.id}`, data: { approval: id } }],
    },
  };
}

/** Whether an export is approved and the pack's minutes since then are not over. */
export function isWithinTaking({ approvals = [] }: Case, id: string, policy: ApprovalPolicy, now: Instant): boolean {
  const approval = approvals.find((one) => one.id === id && one.kind === 'export');
  const since = approval && approvedSince(approval, now);
  return since !== undefined && now <= plusMinutes(since, policy.takeMinutes);
}

/** What became of an export that somebody asked for. It lapses when nobody decided in time, or nobody took it in time. */
export const exportStates = ['pending', 'approved', 'refused', 'lapsed', 'taken'] as const;

export type ExportState = (typeof exportStates)[number];

/** What became of one export of a case. `takeBy`: until when an approved one can be taken. */
export function exportState(
  of: Case,
  approval: CaseApproval,
  policy: ApprovalPolicy,
  now: Instant,
): { state: ExportState; takeBy?: Instant } {
  if (approval.takenAt !== undefined) return { state: 'taken' };
  const since = approvedSince(approval, now);
  if (since === undefined) return { state: approvalStatus(approval, now) };
  if (!isWithinTaking(of, approval.id, policy, now)) return { state: 'lapsed' };
  return { state: 'approved', takeBy: plusMinutes(since, policy.takeMinutes) };
}

import { askAboutCase } from '../../access/approver.ts';
import type { Asking } from '../../access/approver.ts';
import { approvalStatus } from '../../case/approvals/approval.ts';
import { askedDecision, isFullOfApprovals, isVoid } from '../../case/approvals/case-approval.ts';
import { limitOf } from '../../case/bounds.ts';
import type { Case, CaseApproval, ErasureReason, Handling } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import { isOver } from '../../case/status.ts';
import { unreadSince } from '../../case/unseen/unread.ts';
import type { Instant } from '../../time/instant.ts';

export interface ErasureInput {
  because: ErasureReason;
  /** What the person who asks found about the child's safety. The person who holds the code may not be the child. */
  safetyDecision: Handling['safetyDecision'];
}

/**
 * Asks to erase a case before its time. The case must have ended, so that nobody waits for anything. A reporter who
 * withdrew must have had time to think again. Everything must have been read, and a person must have judged that
 * erasing leaves no child in danger.
 *
 * Once a second person agrees, the next run of retention erases the case. If the reporter writes or the case is reopened
 * before, the request is void, and a new one is needed. Source: docs/practice.md, Reporter's side and Keeping and
 * erasing.
 */
export function decideErasureRequest(of: Case, input: ErasureInput, asking: Asking, now: Instant): Decision {
  if (!isOver(of)) return refused('wrong_status');
  if (of.hold !== undefined) return refused('held');
  if (unreadSince(of) !== undefined) return refused('not_read');
  const asked = of.approvals?.filter((one) => one.kind === 'erasure' && !isVoid(of, one)) ?? [];
  if (asked.some((one) => ['pending', 'approved'].includes(approvalStatus(one, now)))) {
    return refused('approval_pending');
  }
  if (input.because === 'reporter_withdrew') {
    const gap = { pointer: '/because', code: 'wrong_form', expected: 'only_after_withdrawal' } as const;
    if (of.withdrawal === undefined) return refused('fields_missing', [gap]);
    if (now < of.withdrawal.waitUntil) return refused('withdrawal_waits');
  }
  if (input.safetyDecision === 'cannot_tell') return refused('safety_unclear');
  if (isFullOfApprovals(of)) return refused('approvals_full', [], limitOf('approvals'));
  const approval: CaseApproval = {
    ...askAboutCase(of, { kind: 'erasure' }, asking, now),
    ...input,
    // The event that asks is the next one.
    askedAtEvent: of.lastEvent + 1,
  };
  return askedDecision(of, approval);
}

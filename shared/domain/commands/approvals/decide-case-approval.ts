import { decideApproval } from '../../access/approver.ts';
import type { Approver } from '../../access/approver.ts';
import { approvalStatus, mostWrongCodes } from '../../case/approvals/approval.ts';
import { isVoid, withApproval } from '../../case/approvals/case-approval.ts';
import type { Case, CaseApproval } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import { isOver } from '../../case/status.ts';
import type { Timer } from '../../case/timer-id.ts';
import { isCallCode } from '../../identifiers.ts';
import type { TimerPolicy } from '../../sla/clock-policy.ts';
import type { Instant } from '../../time/instant.ts';
import { afterLoweringDecided } from '../handling/change-severity.ts';
import { exclusionGranted } from '../team/exclude.ts';

export interface VerdictInput {
  /** Id of the approval. */
  id: string;
  verdict: 'approve' | 'refuse';
  /** Given where the outside partner decides by phone, and the person records the call. */
  call?: { code: string };
}

/**
 * The second person decides, or the person who asked takes the request back. The outside partner decides by a call that
 * somebody records. Only the code of the partner's letter proves that call, so nobody can invent it.
 * Source: docs/practice.md, Lowering.
 */
export function decideCaseApproval(
  of: Case,
  timers: readonly Timer[],
  { id, verdict, call }: VerdictInput,
  by: Approver,
  policy: TimerPolicy,
  now: Instant,
): Decision {
  const before = of.approvals?.find((one) => one.id === id);
  if (before === undefined) return refused('unknown_approval');
  if (call !== undefined && before.partner === undefined) return refused('no_call_asked');
  if (call !== undefined && approvalStatus(before, now) !== 'pending') return refused('approval_over');
  const isWrong = call !== undefined && !isCallCode(call.code, before.partner?.code ?? '');
  if (isWrong) return wrongCode(of, before, by, now);
  const decision = verdict === 'approve' ? 'approved' : 'refused';
  let decided: Pick<CaseApproval, 'decidedBy' | 'recordedBy'>;
  if (call === undefined || before.partner === undefined) {
    const answer = decideApproval(before, verdict, by, now);
    if (answer.outcome === 'refused') return refused(answer.because);
    decided = { decidedBy: by.id };
  } else {
    decided = { decidedBy: before.partner.id, recordedBy: by.id };
  }
  const type = verdict === 'approve' ? 'approval.given' : 'approval.refused';
  const answered: NewEvent = { type, actor: `staff:${by.id}`, data: { approval: id } };
  const after: CaseApproval = { ...before, decision, ...decided, decidedAt: now };

  // What a decision does, for each kind. Whatever has no effect of its own only stands on the case.
  if (before.kind === 'lowering' && after.kind === 'lowering') {
    return afterLoweringDecided(of, timers, { before, after, answered }, by, policy, now);
  }
  if (before.kind === 'exclusion' && verdict === 'approve') {
    const { set, events } = exclusionGranted(of, before, by.id);
    const approvals = withApproval(of, { ...after, takenAt: now });
    return { outcome: 'change', parts: { set: { ...set, approvals }, events: [answered, ...events] } };
  }
  const isErasing = before.kind === 'erasure' && verdict === 'approve';
  if (isErasing && (!isOver(of) || isVoid(of, before))) return refused('approval_over');
  return { outcome: 'change', parts: { set: { approvals: withApproval(of, after) }, events: [answered] } };
}

/** Counts a wrong code, so that nobody tries them all. After the last one the request is refused. */
function wrongCode(of: Case, before: CaseApproval, by: Approver, now: Instant): Decision {
  const { partner, id } = before;
  if (partner === undefined) return refused('no_call_asked');
  const wrong = (partner.wrong ?? 0) + 1;
  const isOver = wrong >= mostWrongCodes;
  const over = isOver ? { decision: 'refused' as const, recordedBy: by.id, decidedAt: now } : {};
  const events: NewEvent[] = isOver
    ? [{ type: 'approval.refused', actor: `staff:${by.id}`, data: { approval: id } }]
    : [];
  return {
    outcome: 'change',
    parts: {
      set: { approvals: withApproval(of, { ...before, partner: { ...partner, wrong }, ...over }) },
      events,
    },
    refusal: { because: 'wrong_code', facts: { triesLeft: String(mostWrongCodes - wrong) } },
  };
}

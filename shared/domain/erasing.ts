import { approvalStatus, askApproval, decideApproval } from './approval.ts';
import type { Approval, ApprovalPolicy } from './approval.ts';
import type { StaffActor } from './authorize.ts';
import type { Case, Handling, Instant } from './case.ts';
import { refused } from './decision.ts';
import type { Decision } from './decision.ts';
import { isOver } from './handling.ts';

/** Why somebody wants a case erased before its time: a closed list, so that no word slips into clear text. */
export const erasureReasons = ['reporter_withdrew', 'person_concerned_asked', 'taken_in_error'] as const;

/** A wish to erase a case before its time. Nothing is erased on one person's word. */
export interface ErasureRequest {
  because: (typeof erasureReasons)[number];
  /** What the one who asks found when looking whether a child is safe: whoever holds the code may not be the child. */
  safetyDecision: Handling['safetyDecision'];
  approval: Approval;
}

/** From when a requested erasure is due; undefined while nobody else has agreed, or somebody has refused. */
export function requestedFrom(request: ErasureRequest | undefined): Instant | undefined {
  if (request === undefined) return undefined;
  const { decision, decidedAt, effectiveAt } = request.approval;
  if (decision === 'refused') return undefined;
  return decision === 'approved' ? decidedAt : effectiveAt;
}

/**
 * Asks to erase a case before its time. It must have come to its end first, so that nobody waits for anything, and
 * somebody must have found that erasing leaves no child in danger. `others`: active people who may be the second.
 */
export function decideErasureRequest(
  of: Case,
  input: Pick<ErasureRequest, 'because' | 'safetyDecision'>,
  by: { id: string; others: number },
  policy: ApprovalPolicy,
  now: Instant,
): Decision {
  if (!isOver(of)) return refused('wrong_status');
  if (of.hold !== undefined) return refused('held');
  if (of.erasure !== undefined && ['pending', 'approved'].includes(approvalStatus(of.erasure.approval, now))) {
    return refused('erasure_asked_already');
  }
  if (input.safetyDecision === 'cannot_tell') return refused('safety_unclear');
  const approval = askApproval({ id: 'erasure-1', kind: 'erasure', askedBy: by.id, others: by.others }, policy, now);
  return {
    outcome: 'change',
    parts: {
      set: { erasure: { ...input, approval } },
      events: [{ type: 'case.erasure_requested', actor: `staff:${by.id}`, data: {} }],
    },
  };
}

/** The second person agrees or refuses; who asked may take it back. Once agreed, the next daily run erases. */
export function decideErasure(
  of: Case,
  verdict: 'approve' | 'refuse',
  by: StaffActor & { id: string },
  now: Instant,
): Decision {
  if (of.erasure === undefined) return refused('erasure_not_asked');
  if (of.hold !== undefined && verdict === 'approve') return refused('held');
  const decided = decideApproval(of.erasure.approval, verdict, by, now);
  if (decided.outcome === 'refused') return refused(decided.because);
  const type = verdict === 'approve' ? 'case.erasure_approved' : 'case.erasure_refused';
  return {
    outcome: 'change',
    parts: {
      set: { erasure: { ...of.erasure, approval: decided.approval } },
      events: [{ type, actor: `staff:${by.id}`, data: {} }],
    },
  };
}

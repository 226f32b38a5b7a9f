import { plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';

/**
 * A second person's consent to what one person must not do alone. One person asks; another approves or refuses, or the
 * request lapses. Where there is no other person, the request takes effect after the pack's delay. Everyone in the role
 * is told of the request at once. The rules are pure; the use-case decides where an approval is kept.
 * Source: docs/practice.md, Lowering and People.
 */

/**
 * What needs a second person. `lowering`: of a severity from critical; `directory_change`: a change that widens power;
 * `exclusion`: of so many people from a case that too few are left.
 */
export const approvalKinds = ['export', 'erasure', 'lowering', 'directory_change', 'exclusion'] as const;

export type ApprovalKind = (typeof approvalKinds)[number];

/** Data of the country pack, in minutes of wall-clock time. */
export interface ApprovalPolicy {
  /** The delay before a request takes effect when there is nobody else to ask. */
  delayMinutes: number;
  /** When a request that nobody decided is over. Null where it waits until somebody decides. */
  lapseMinutes: Readonly<Record<ApprovalKind, number | null>>;
  /** How long an approved export can be taken. */
  takeMinutes: number;
}

export interface Approval {
  /** `<kind>-<n>`, unique where it is kept. */
  id: string;
  kind: ApprovalKind;
  /** Directory id. */
  askedBy: string;
  askedAt: Instant;
  decision?: 'approved' | 'refused';
  /** Directory id of the second person, or of the person who asked and took the request back. */
  decidedBy?: string;
  decidedAt?: Instant;
  /** When the request is over if nobody decided. */
  lapsesAt?: Instant;
  /** When it takes effect unless it was refused before. Present only where there was nobody else to ask. */
  effectiveAt?: Instant;
}

/** It is also `approved` when the delay that stands in for a second person is over. */
export type ApprovalStatus = 'pending' | 'approved' | 'refused' | 'lapsed';

/**
 * Asks for a second person. `others`: how many other active people may be that person. With none, the approval takes
 * effect after the delay, and the caller makes sure that everyone in `approverRoles` is told.
 */
export function askApproval(
  asked: { id: string; kind: ApprovalKind; askedBy: string; others: number },
  policy: ApprovalPolicy,
  now: Instant,
): Approval {
  const { id, kind, askedBy, others } = asked;
  const lapseMinutes = policy.lapseMinutes[kind];
  const end =
    others < 1
      ? { effectiveAt: plusMinutes(now, policy.delayMinutes) }
      : lapseMinutes === null
        ? {}
        : { lapsesAt: plusMinutes(now, lapseMinutes) };
  return { id, kind, askedBy, askedAt: now, ...end };
}

/** The status of an approval at an instant. Time alone ends it or lets it take effect, without any write. */
export function approvalStatus({ decision, lapsesAt, effectiveAt }: Approval, now: Instant): ApprovalStatus {
  if (decision !== undefined) return decision;
  if (effectiveAt !== undefined && effectiveAt <= now) return 'approved';
  if (lapsesAt !== undefined && lapsesAt <= now) return 'lapsed';
  return 'pending';
}

/** The instant since which it is approved; undefined when it is not. */
export function approvedSince(approval: Approval, now: Instant): Instant | undefined {
  return approvalStatus(approval, now) === 'approved' ? (approval.decidedAt ?? approval.effectiveAt) : undefined;
}

export type ApprovalRefusal = 'own_request' | 'not_an_approver' | 'approval_over';

/** The id of the next approval of a kind among those kept in one place. */
export function nextApprovalId(kind: ApprovalKind, kept: readonly Approval[] | undefined): string {
  return `${kind}-${(kept ?? []).filter((one) => one.kind === kind).length + 1}`;
}

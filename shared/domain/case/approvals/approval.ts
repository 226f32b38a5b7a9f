import { plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';

/**
 * A second person's consent, for what one person must not do alone: ask, then approved or refused by another, or lapsed.
 * Where there is no other person, time stands in: it takes effect after the pack's delay, and everyone in the role is told
 * at once. Pure; where an approval is kept is a matter of what it is for. Source: docs/practice.md, Lowering and People.
 */

/** What needs a second person. `lowering`: severity from critical; `directory_change`: one that widens power. */
export const approvalKinds = ['export', 'erasure', 'lowering', 'directory_change'] as const;

export type ApprovalKind = (typeof approvalKinds)[number];

/** Minutes of wall-clock time; a country pack has one. */
export interface ApprovalPolicy {
  /** How long it takes when there is nobody else to ask. */
  delayMinutes: number;
  /** After which a request that nobody decided is over; null where it stays until it is decided. */
  lapseMinutes: Readonly<Record<ApprovalKind, number | null>>;
  /** How long an approved export waits to be taken. */
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
  /** Directory id of the second person; of who asked, when they took it back. */
  decidedBy?: string;
  decidedAt?: Instant;
  /** When it is over if nobody decided. */
  lapsesAt?: Instant;
  /** Only where there was nobody else to ask: when it takes effect unless it was refused before. */
  effectiveAt?: Instant;
}

/** `approved` also when the delay that stands in for a second person is over. */
export type ApprovalStatus = 'pending' | 'approved' | 'refused' | 'lapsed';

/**
 * Asks for a second person. `others`: how many active people besides the one who asks may be that person; with none, the
 * approval takes effect after the delay, and whoever keeps it tells everyone in `approverRoles`.
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

/** How an approval stands at an instant. Time alone lapses it, or lets it take effect; nothing has to be written for that. */
export function approvalStatus({ decision, lapsesAt, effectiveAt }: Approval, now: Instant): ApprovalStatus {
  if (decision !== undefined) return decision;
  if (effectiveAt !== undefined && effectiveAt <= now) return 'approved';
  if (lapsesAt !== undefined && lapsesAt <= now) return 'lapsed';
  return 'pending';
}

/** Since when it is approved; undefined when it is not. */
export function approvedSince(approval: Approval, now: Instant): Instant | undefined {
  return approvalStatus(approval, now) === 'approved' ? (approval.decidedAt ?? approval.effectiveAt) : undefined;
}

export type ApprovalRefusal = 'own_request' | 'not_an_approver' | 'approval_over';

/** The id of the next approval of a kind among those kept in one place. */
export function nextApprovalId(kind: ApprovalKind, kept: readonly Approval[] | undefined): string {
  return `${kind}-${(kept ?? []).filter((one) => one.kind === kind).length + 1}`;
}

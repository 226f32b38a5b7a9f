import { plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';

/**
 * A second person's consent to what one person must not do alone. One person asks; another approves or refuses, or the
 * request lapses. Where nobody at the centre can decide, the outside partner does, by a recorded call. Time grants only
 * few kinds, and only where nobody else ever held the role. The rules are pure; the use-case decides where an approval
 * is kept.
 * Source: docs/practice.md, Lowering and People.
 */

/**
 * What needs a second person. `lowering`: of a severity from critical; `directory_change`: a change that widens power;
 * `exclusion`: of so many people from a case that too few are left.
 */
export const approvalKinds = ['export', 'erasure', 'lowering', 'directory_change', 'exclusion'] as const;

export type ApprovalKind = (typeof approvalKinds)[number];

/** Kinds that take effect after the delay where the role has nobody else. Nothing else is ever granted by time. */
const kindsOfTime: readonly ApprovalKind[] = ['lowering', 'directory_change'];

export function isGrantedByTime(kind: ApprovalKind): boolean {
  return kindsOfTime.includes(kind);
}

/** After so many wrong codes, a request to the outside partner is refused. */
export const mostWrongCodes = 5;

/** The outside partner who decides by a recorded call, because nobody at the centre can. */
export interface PartnerCall {
  /** Directory id. */
  id: string;
  /** Only the partner's letter tells it. Whoever records the call repeats it. No view, log or event holds it. */
  code: string;
  /** How many calls gave another code. */
  wrong?: number;
}

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
  /** Directory id of who recorded the call of the partner. `decidedBy` is then the partner. */
  recordedBy?: string;
  /** Present where nobody at the centre can decide. */
  partner?: PartnerCall;
  /** Refused as it was asked: neither a person of the centre nor a partner could be asked. */
  nobodyToAsk?: true;
  /** When the request is over if nobody decided. */
  lapsesAt?: Instant;
  /**
   * When it takes effect unless it was refused before. Present only where the role had nobody else. Release 0.1.0 also
   * wrote it for exports and erasures. Time does not grant those, so they lapse then.
   */
  effectiveAt?: Instant;
}

/** It is also `approved` when the delay that stands in for a second person is over. */
export type ApprovalStatus = 'pending' | 'approved' | 'refused' | 'lapsed';

/**
 * Asks for a second person. `others`: how many other people may be that person. With none, the `partner` decides. With
 * no partner either, a kind that time may grant takes effect after the delay. The caller makes sure that everyone in the
 * role is told of that.
 */
export function askApproval(
  asked: { id: string; kind: ApprovalKind; askedBy: string; others: number; partner?: PartnerCall },
  policy: ApprovalPolicy,
  now: Instant,
): Approval {
  const { id, kind, askedBy, others, partner } = asked;
  const request = { id, kind, askedBy, askedAt: now };
  if (others < 1 && partner === undefined && isGrantedByTime(kind)) {
    return { ...request, effectiveAt: plusMinutes(now, policy.delayMinutes) };
  }
  const lapseMinutes = policy.lapseMinutes[kind];
  return {
    ...request,
    ...(others < 1 && partner !== undefined ? { partner } : {}),
    ...(lapseMinutes === null ? {} : { lapsesAt: plusMinutes(now, lapseMinutes) }),
  };
}

/** The status of an approval at an instant. Time alone ends it or lets it take effect, without any write. */
export function approvalStatus(
  { kind, decision, lapsesAt, effectiveAt }: Pick<Approval, 'kind' | 'decision' | 'lapsesAt' | 'effectiveAt'>,
  now: Instant,
): ApprovalStatus {
  if (decision !== undefined) return decision;
  if (effectiveAt !== undefined && effectiveAt <= now) return isGrantedByTime(kind) ? 'approved' : 'lapsed';
  if (lapsesAt !== undefined && lapsesAt <= now) return 'lapsed';
  return 'pending';
}

/** The instant since which it is approved; undefined when it is not. */
export function approvedSince(approval: Approval, now: Instant): Instant | undefined {
  return approvalStatus(approval, now) === 'approved' ? (approval.decidedAt ?? approval.effectiveAt) : undefined;
}

export type ApprovalRefusal = 'own_request' | 'not_an_approver' | 'approval_over';

/** Why a recorded call of the outside partner counts for nothing. */
export type CallRefusal = 'no_call_asked' | 'wrong_code';

/** The id of the next approval of a kind among those kept in one place. */
export function nextApprovalId(kind: ApprovalKind, kept: readonly Approval[] | undefined): string {
  return `${kind}-${(kept ?? []).filter((one) => one.kind === kind).length + 1}`;
}

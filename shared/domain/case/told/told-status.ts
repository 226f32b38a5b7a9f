import type { Case } from '../case.ts';
import { isUnderWay, leftAt } from '../referral.ts';
import type { Referral } from '../referral.ts';
import type { CaseStatus } from '../status.ts';
import { isUnanswered } from './written-to.ts';

/*
 * What may be said of whom a case waits for. Every change of a case and every reading of its row asks here, so that no
 * command and no reactor can leave an untrue status behind. Source: docs/practice.md, Cases.
 */

/** Whether a referral has left the centre and the institution still owes something. */
function isOutAndOpen(referral: Referral): boolean {
  return isUnderWay(referral) && leftAt(referral) !== undefined;
}

export function waitsForInstitution({ referrals = [] }: Pick<Case, 'referrals'>): boolean {
  return referrals.some(isOutAndOpen);
}

/** The status as it may be told: waiting for somebody only while the case does wait for them. */
export function toldStatus(of: Case): CaseStatus {
  if (of.status === 'waiting_institution' && !waitsForInstitution(of)) return 'in_progress';
  if (of.status === 'waiting_reporter' && !isUnanswered(of)) return 'in_progress';
  return of.status;
}

/**
 * The status after a change. The case begins to wait for an institution when a referral leaves, where the last handling
 * named that as the next step. It ends when none is open any more.
 */
export function statusOfNext(before: Case, next: Case): CaseStatus {
  const status = toldStatus(next);
  const isAnnounced = next.handledAt !== undefined && next.handling?.nextStep === 'refer_institution';
  if (status !== 'in_progress' || !isAnnounced) return status;
  const wereOut = new Set((before.referrals ?? []).filter(isOutAndOpen).map(({ id }) => id));
  const hasLeftNow = (next.referrals ?? []).filter(isOutAndOpen).some(({ id }) => !wereOut.has(id));
  return hasLeftNow ? 'waiting_institution' : status;
}

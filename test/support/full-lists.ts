import { mostKept, mostOf } from '#shared/domain/case/bounds.ts';
import { deadCodes } from '#shared/domain/case/receipts/receipt.ts';
import type { Case, CaseApproval } from '#shared/domain/case/case.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { aReferral } from './builders.ts';

const many = <Entry>(count: number, entry: (n: number) => Entry): Entry[] =>
  Array.from({ length: count }, (_, n) => entry(n + 1));
const hex = (n: number): string => n.toString(16).padStart(32, '0');

/** Every list of a case, each full but for `free` entries. `by` and `asker`: directory ids. */
export function fullLists(
  of: Case,
  { free, at, by, asker }: { free: number; at: Instant; by: string; asker: string },
): Partial<Case> {
  const referrals = many(mostOf.referrals - free, (n): Referral => {
    const id = `police_cybercrime-${n}`;
    if (n === 1) return aReferral({ id, isNecessary: false, status: 'proposed' });
    const sent = { approvedAt: at, sentAt: at };
    if (n === 2) return aReferral({ id, isNecessary: false, status: 'acknowledged', ...sent, acknowledgedAt: at });
    if (n === 4) return aReferral({ id, isNecessary: false, status: 'sent', ...sent, lookOwedSince: at });
    return aReferral({ id, isNecessary: false, status: 'sent', ...sent });
  });
  const approvals = many(mostOf.approvals - free, (n): CaseApproval => {
    const asked = { id: `export-${n}`, askedBy: asker, askedAt: at };
    return { ...asked, kind: 'export', reason: 'audit', ...(n === 1 ? {} : { decision: 'refused' as const }) };
  });
  const move = { deadline: at, because: 'set_wrongly', severity: 'low', by, at } as const;
  return {
    referrals,
    approvals,
    notices: many(mostOf.notices - free, (n) => ({
      id: `tiktok-${n}`,
      platform: 'tiktok',
      way: 'email',
      sentAt: at,
      sentBy: by,
    })),
    linkedCases: many(mostOf.linkedCases - free, (n) => ({ caseId: hex(n), caseNumber: `B-0000-${n}` })),
    severityChanges: many(mostKept.severityChanges, () => ({
      from: 'low',
      to: 'normal',
      because: 'new_information',
      by,
      at,
    })),
    earlierClocks: many(mostKept.earlierClocks, () => ({
      promise: of.promise,
      outcomes: ['helpline_support', 'advice_given', 'police_involved', 'site_passed_on', 'content_still_up'],
    })),
    outcomeCorrections: many(mostKept.outcomeCorrections, () => ({
      from: ['helpline_support', 'advice_given', 'police_involved', 'site_passed_on', 'content_still_up'],
      to: ['child_protection_involved', 'account_recovered_or_closed', 'school_supporting'],
      because: 'recorded_wrongly',
      by,
      at,
    })),
    targetMoves: many(mostKept.targetMoves, (n) => ({
      ...move,
      timer: `1.referral_answer.referral-police_cybercrime-${n}`,
    })),
    reissues: many(mostKept.reissues, (n) => ({ by, at, afterMessage: n })),
    readers: [...many(mostKept.readers - 1, (n) => `staff-reader-${n}`), by],
    codeConcerns: [
      { what: 'reporter_without_code', since: at },
      ...deadCodes.map((how) => ({ what: 'dead_code_used' as const, since: at, how })),
    ],
    maybeSameAs: many(50, hex),
    exclusions: { institutions: many(30, (n) => `institution_${n}`), people: many(30, (n) => `staff-${n}`) },
  };
}

import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case, CaseApproval } from '#shared/domain/case/case.ts';
import { exportState } from '#shared/domain/commands/records/export.ts';
import { erasureAhead, lastAskedAt, waitingErasures, waitingWithdrawal } from '#shared/domain/keeping/kept-lists.ts';
import { nextKeepingStep } from '#shared/domain/keeping/retention.ts';
import { plusDays, plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase, aReferral, fridayNight } from '#test/support/builders.ts';

const policy = albania.retention;
const { warningDays } = policy;
const closedAt = '2026-12-31T10:00:00.000Z';
const ended = (overrides: Partial<Case> = {}): Case =>
  aCase({
    status: 'closed',
    readAt: fridayNight,
    lastReadAt: fridayNight,
    resolvedAt: fridayNight,
    closedAt,
    outcomes: ['advice_given'],
    ...overrides,
  });
const yearLater = plusDays(closedAt, 365);
const hold = { because: 'audit', by: 'staff-officer', since: closedAt } as const;
const erasure: CaseApproval = {
  id: 'erasure-1',
  kind: 'erasure',
  because: 'person_concerned_asked',
  safetyDecision: 'safe_for_now',
  askedBy: 'staff-a',
  askedAt: closedAt,
  lapsesAt: plusDays(closedAt, 7),
};
const agreed: CaseApproval = { ...erasure, decision: 'approved', decidedBy: 'staff-b', decidedAt: closedAt };
const told = (at: string, eraseAt: string): Partial<Case> => ({
  keeping: { revision: 1, eraseAt, lookAt: eraseAt, told: { at, eraseAt, event: 5 } },
});

describe('What is ahead of an ended case', () => {
  it.each([
    ['its rule and dates', {}, 1, { because: 'outcome', days: 365, eraseAt: yearLater, waitsFor: [] }],
    ['when its owner is told', {}, 1, { tellAt: plusDays(yearLater, -warningDays) }],
    ['all warning days from now where nobody was told', {}, 400, { eraseAt: plusDays(closedAt, 400 + warningDays) }],
    [
      'the date that the owner was told',
      told(plusDays(closedAt, 360), plusDays(closedAt, 374)),
      361,
      {
        eraseAt: plusDays(closedAt, 374),
        told: { at: plusDays(closedAt, 360), eraseAt: plusDays(closedAt, 374), event: 5 },
      },
    ],
    [
      'that the next run erases it',
      told(plusDays(closedAt, 360), plusDays(closedAt, 374)),
      375,
      { eraseAt: plusDays(closedAt, 375) },
    ],
    ['that people asked for it', { approvals: [agreed] }, 1, { because: 'on_request', eraseAt: plusDays(closedAt, 1) }],
    [
      'the longer time of what was passed on',
      { referrals: [aReferral({ institution: 'child_protection_unit', status: 'completed' })] },
      1,
      { because: 'referred', days: 730 },
    ],
    [
      'that justice has not answered',
      { referrals: [aReferral({ status: 'sent' })] },
      1,
      { because: 'justice', days: 5 * 365, waitsFor: ['institution_silent'] },
    ],
    ['that nobody ever read it', { readAt: undefined }, 1, { waitsFor: ['never_read'], days: 365 }],
    ['words that nobody read', { lastWrittenAt: closedAt }, 1, { waitsFor: ['words_unread'] }],
    [
      'a lowering that nobody reviewed',
      {
        approvals: [
          {
            id: 'lowering-1',
            kind: 'lowering',
            to: 'high',
            because: 'already_safe',
            askedBy: 'staff-a',
            askedAt: closedAt,
          },
        ],
      },
      1,
      { waitsFor: ['lowering_not_reviewed'] },
    ],
  ] as const)('is %s', (_, overrides, days, expected) => {
    const of = ended(overrides as Partial<Case>);
    expect(erasureAhead(of, policy, plusDays(closedAt, days))).toMatchObject(expected);
  });

  it('has no date and nobody to tell while somebody must see the case', () => {
    const { eraseAt, tellAt } = erasureAhead(ended({ lastWrittenAt: closedAt }), policy, yearLater) ?? {};
    expect([eraseAt, tellAt]).toEqual([undefined, undefined]);
  });

  it('is the very date that retention then writes', () => {
    for (const days of [1, 340, 351, 366, 500]) {
      const now = plusDays(closedAt, days);
      const next = nextKeepingStep(ended(), policy, now);
      if (next.step !== 'date' && next.step !== 'tell') throw new Error(next.step);
      expect(erasureAhead(ended(), policy, now)?.eraseAt).toBe(next.keeping.eraseAt);
    }
  });

  it('is nothing for a case that is open or held', () => {
    expect(erasureAhead(aCase(), policy, closedAt)).toBeUndefined();
    expect(erasureAhead(ended({ hold }), policy, closedAt)).toBeUndefined();
  });
});

describe('A request waits', () => {
  it.each([
    ['until somebody decides', {}, 1, 1],
    ['not once it lapsed', {}, 8, 0],
    ['not once somebody decided', { approvals: [agreed] }, 1, 0],
    ['not once the reporter wrote again', { lastWrittenAt: plusMinutes(closedAt, 5) }, 1, 0],
  ] as const)('%s', (_, overrides, days, count) => {
    const of = ended({ approvals: [erasure], ...(overrides as Partial<Case>) });
    expect(waitingErasures(of, plusDays(closedAt, days))).toHaveLength(count);
  });

  it('as a withdrawal until the case has ended', () => {
    const withdrawal = { askedAt: fridayNight, waitUntil: plusDays(fridayNight, 3) };
    expect(waitingWithdrawal(aCase({ withdrawal }))).toEqual(withdrawal);
    expect(waitingWithdrawal(ended({ withdrawal }))).toBeUndefined();
  });
});

describe('The latest request about keeping', () => {
  const asked: CaseApproval = {
    id: 'export-1',
    kind: 'export',
    reason: 'audit',
    askedBy: 'staff-a',
    askedAt: fridayNight,
    decision: 'refused',
  };
  it.each([
    ['of an export, whatever came of it', aCase({ approvals: [asked] }), fridayNight],
    ['of an erasure that waits', ended({ approvals: [asked, erasure] }), closedAt],
    ['not of an erasure that was decided', ended({ approvals: [agreed] }), undefined],
    ['of a withdrawal', aCase({ withdrawal: { askedAt: closedAt, waitUntil: closedAt } }), closedAt],
    ['of nothing', aCase(), undefined],
  ] as const)('is %s', (_, of, at) => {
    expect(lastAskedAt(of)).toBe(at);
  });
});

describe('An export', () => {
  const now = plusMinutes(fridayNight, 10);
  const asked = { id: 'export-1', kind: 'export', reason: 'audit', askedBy: 'staff-a', askedAt: fridayNight } as const;
  const { takeMinutes } = albania.approvals;
  it.each([
    ['waits for a second person', { lapsesAt: closedAt }, { state: 'pending' }],
    ['lapses when nobody decides', { lapsesAt: fridayNight }, { state: 'lapsed' }],
    ['is refused', { decision: 'refused', decidedAt: fridayNight }, { state: 'refused' }],
    [
      'may be taken for some minutes',
      { decision: 'approved', decidedAt: fridayNight },
      { state: 'approved', takeBy: plusMinutes(fridayNight, takeMinutes) },
    ],
    [
      'lapses when nobody takes it',
      { decision: 'approved', decidedAt: plusMinutes(now, -takeMinutes - 1) },
      { state: 'lapsed' },
    ],
    [
      'was taken, however long ago',
      { decision: 'approved', decidedAt: '2025-01-01T00:00:00.000Z', takenAt: '2025-01-01T00:10:00.000Z' },
      { state: 'taken' },
    ],
  ] as const)('%s', (_, more, expected) => {
    const approval = { ...asked, ...more };
    expect(exportState(aCase({ approvals: [approval] }), approval, albania.approvals, now)).toEqual(expected);
  });
});

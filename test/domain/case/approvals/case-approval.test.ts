import { describe, expect, test } from 'vitest';
import { approvalDue, askedEvent, hasOpenApproval, withApproval } from '#shared/domain/case/approvals/case-approval.ts';
import { isReview } from '#shared/domain/case/approvals/review.ts';
import type { Case, CaseApproval } from '#shared/domain/case/case.ts';
import { concernsOf } from '#shared/domain/queue/attention.ts';
import { aCase, aTimer } from '#test/support/builders.ts';

const at = (hour: number): string => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`;
const anExport = (more: Partial<CaseApproval> = {}): CaseApproval =>
  ({ id: 'export-1', kind: 'export', reason: 'audit', askedBy: 'anna', askedAt: at(1), ...more }) as CaseApproval;
const aLowering = (more: Partial<CaseApproval> = {}): CaseApproval =>
  ({ id: 'lowering-1', kind: 'lowering', to: 'high', askedBy: 'anna', askedAt: at(1), ...more }) as CaseApproval;

describe('what of a case waits for a second person', () => {
  test('is what nobody decided and nobody took', () => {
    const isOpen = (...approvals: CaseApproval[]) => hasOpenApproval({ approvals });
    expect(isOpen(anExport())).toBe(true);
    expect(isOpen(anExport({ decision: 'approved' }))).toBe(false);
    expect(isOpen(anExport({ decision: 'refused' }))).toBe(false);
    expect(isOpen(anExport({ takenAt: at(2) }))).toBe(false);
    expect(isOpen(anExport({ decision: 'refused' }), aLowering())).toBe(true);
    expect(isOpen()).toBe(false);
    expect(hasOpenApproval({})).toBe(false);
  });

  test('is no erasure that was asked for before the case was taken up again, or before the reporter wrote', () => {
    const approvals = [anExport({ kind: 'erasure', lapsesAt: at(9) })];
    for (const what of ['reopenedAt', 'lastWrittenAt'] as const) {
      for (const [since, isOpen] of [
        [at(0), true],
        [at(1), false],
        [at(2), false],
      ] as const) {
        const of = aCase({ approvals, [what]: since });
        expect(hasOpenApproval(of)).toBe(isOpen);
        expect(approvalDue(of, [])).toBe(isOpen ? at(9) : undefined);
        expect(concernsOf(of, [], at(3)).some((one) => one.what === 'second_person_waits')).toBe(isOpen);
      }
    }
    expect(hasOpenApproval({ approvals: [anExport()], lastWrittenAt: at(2) })).toBe(true);
  });

  test('is told by the order of events, whatever the clocks of machines say', () => {
    const asked = anExport({ kind: 'erasure', lapsesAt: at(9), askedAtEvent: 7 });
    const isOpen = (of: Partial<Case>) => hasOpenApproval(aCase({ approvals: [asked], ...of }));
    expect(isOpen({ lastNewsEvent: 6, lastWrittenAt: at(2), reopenedAt: at(2) })).toBe(true);
    expect(isOpen({ lastNewsEvent: 8, lastWrittenAt: at(0) })).toBe(false);
    expect(isOpen({})).toBe(true);
  });

  test('is a second look only where a lowering has taken effect and nobody answered', () => {
    expect(isReview(aLowering())).toBe(true);
    expect(isReview(aLowering({ decision: 'approved' }))).toBe(false);
    expect(isReview(aLowering({ effectiveAt: at(3) }))).toBe(false);
    expect(isReview(anExport())).toBe(false);
  });
});

describe('until when somebody is to decide', () => {
  const due = (approvals: CaseApproval[] | undefined, ...deadlines: string[]) =>
    approvalDue(aCase(approvals === undefined ? {} : { approvals }), [
      aTimer({ kind: 'must_be_read', deadline: at(0) }),
      ...deadlines.map((deadline) => aTimer({ kind: 'second_look', deadline })),
    ]);

  test('is when the first of what waits lapses, or takes effect by itself', () => {
    expect(due([anExport({ lapsesAt: at(9) }), anExport({ id: 'export-2', lapsesAt: at(7) })])).toBe(at(7));
    expect(due([anExport({ lapsesAt: at(9) }), aLowering({ effectiveAt: at(8) })])).toBe(at(8));
  });

  test('counts nothing that is over', () => {
    const over = [anExport({ lapsesAt: at(2), decision: 'refused' }), anExport({ effectiveAt: at(3), takenAt: at(3) })];
    expect(due([...over, anExport({ lapsesAt: at(9) })])).toBe(at(9));
    expect(due(over)).toBeUndefined();
  });

  test('is for a second look its clock’s deadline, and no other clock’s', () => {
    expect(due([aLowering()], at(5))).toBe(at(5));
    expect(due([aLowering(), anExport({ lapsesAt: at(4) })], at(5))).toBe(at(4));
    expect(due(undefined, at(6), at(5))).toBe(at(5));
    expect(due(undefined)).toBeUndefined();
  });
});

test('an approval is kept once, as it stands now, beside the others', () => {
  const [one, other, decided] = [anExport(), aLowering(), anExport({ decision: 'approved' })];
  expect(withApproval({}, one)).toEqual([one]);
  expect(withApproval({ approvals: [one] }, other)).toEqual([one, other]);
  expect(withApproval({ approvals: [one, other] }, decided)).toEqual([decided, other]);
});

test('the history says who asked for which approval', () => {
  expect(askedEvent(anExport())).toEqual({
    type: 'approval.asked',
    actor: 'staff:anna',
    data: { approval: 'export-1' },
  });
});

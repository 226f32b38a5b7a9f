import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { CaseApproval, Case } from '#shared/domain/case/case.ts';
import { approvalStatus } from '#shared/domain/case/approvals/approval.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { decideErasureRequest } from '#shared/domain/commands/records/request-erasure.ts';
import { requestedFrom } from '#shared/domain/keeping/retention.ts';
import type { ErasureInput } from '#shared/domain/commands/records/request-erasure.ts';
import { decideCaseApproval } from '#shared/domain/commands/approvals/decide-case-approval.ts';
import { aCase } from '#test/support/builders.ts';

const now = '2026-11-21T09:00:00.000Z';
const anErasure = (more: Partial<CaseApproval> = {}): CaseApproval =>
  ({ id: 'erasure-1', kind: 'erasure', askedBy: 'bora', askedAt: now, ...more }) as CaseApproval;
const anna = { id: 'anna', role: 'officer', active: true, cleared: false } as const;
const asking = { by: anna, people: [anna, { ...anna, id: 'bora' }], policy: albania.approvals };
const input: ErasureInput = { because: 'taken_in_error', safetyDecision: 'safe_for_now' };
const ask = (of: Partial<Case> = {}, more: Partial<ErasureInput> = {}) =>
  decideErasureRequest(
    aCase({ status: 'closed', readAt: now, lastReadAt: plusMinutes(now, 90), ...of }),
    { ...input, ...more },
    asking,
    now,
  );

describe('asking to erase a case before its time', () => {
  test('asks a second person, by an event that says who asked', () => {
    expect(ask()).toMatchObject({
      outcome: 'change',
      parts: {
        set: { approvals: [{ id: 'erasure-1', kind: 'erasure', askedBy: 'anna', because: 'taken_in_error' }] },
        events: [{ type: 'approval.asked', actor: 'staff:anna', data: { approval: 'erasure-1' } }],
      },
    });
  });

  test('is not possible while another request for it waits or was agreed to, and is after a refusal', () => {
    expect(ask({ approvals: [anErasure()] })).toMatchObject({ because: 'approval_pending' });
    expect(ask({ approvals: [anErasure({ decision: 'approved' })] })).toMatchObject({ because: 'approval_pending' });
    expect(ask({ approvals: [anErasure({ decision: 'refused' })] })).toMatchObject({
      parts: { set: { approvals: [{ id: 'erasure-1' }, { id: 'erasure-2' }] } },
    });
  });

  test('is possible beside whatever else waits for a second person', () => {
    const other = { id: 'export-1', kind: 'export', reason: 'audit', askedBy: 'bora', askedAt: now } as CaseApproval;
    expect(ask({ approvals: [other] }).outcome).toBe('change');
  });

  test('because the reporter withdrew needs that they did, and names the field', () => {
    expect(ask({}, { because: 'reporter_withdrew' })).toMatchObject({
      because: 'fields_missing',
      gaps: [{ pointer: '/because', code: 'wrong_form', expected: 'only_after_withdrawal' }],
    });
  });

  test('needs that all of it has been read', () => {
    expect(ask({ lastReadAt: now, lastWrittenAt: plusMinutes(now, 1) })).toMatchObject({ because: 'not_read' });
    const { readAt: _, ...unread } = aCase({ status: 'closed', readAt: now });
    expect(decideErasureRequest(unread, input, asking, now)).toMatchObject({ because: 'not_read' });
  });

  test('needs an end, no hold, and somebody who could tell that no child is in danger', () => {
    expect(ask({ status: 'in_progress' })).toMatchObject({ because: 'wrong_status' });
    expect(ask({ hold: { because: 'complaint', by: 'bora', since: now } })).toMatchObject({
      because: 'held',
    });
    expect(ask({}, { safetyDecision: 'cannot_tell' })).toMatchObject({ because: 'safety_unclear' });
  });
});

describe('what was asked for before the case was taken up again, or before the reporter wrote', () => {
  const since = plusMinutes(now, 60);
  const later = anErasure({ id: 'erasure-2', askedAt: plusMinutes(since, 1), decision: 'approved', decidedAt: since });
  const approved = anErasure({ decision: 'approved', decidedAt: now });

  test.each(['reopenedAt', 'lastWrittenAt'] as const)('counts no more (%s), and is asked for anew', (what) => {
    for (const askedAt of [now, since])
      for (const one of [approved, anErasure({ effectiveAt: now }), anErasure()]) {
        const approvals = [{ ...one, askedAt }];
        expect(requestedFrom({ approvals, [what]: since })).toBeUndefined();
        expect(ask({ approvals, [what]: since })).toMatchObject({
          parts: { set: { approvals: [{}, { id: 'erasure-2' }] } },
        });
      }
    expect(requestedFrom({ approvals: [approved, later], [what]: since })).toBe(since);
    expect(ask({ approvals: [approved, later], [what]: since })).toMatchObject({ because: 'approval_pending' });
  });

  test.each(['reopenedAt', 'lastWrittenAt'] as const)('is nothing to approve (%s), and may be taken back', (what) => {
    const carla = { id: 'carla', role: 'supervisor', active: true, cleared: false } as const;
    const decide = (verdict: 'approve' | 'refuse', of: Partial<Case>) =>
      decideCaseApproval(
        aCase({ status: 'closed', approvals: [anErasure()], ...of }),
        [],
        { id: 'erasure-1', verdict },
        carla,
        albania,
        since,
      );
    expect(decide('approve', { [what]: since })).toMatchObject({ outcome: 'refused', because: 'approval_over' });
    expect(decide('refuse', { [what]: since }).outcome).toBe('change');
    expect(decide('approve', {}).outcome).toBe('change');
    expect(decide('approve', { status: 'in_progress' })).toMatchObject({ because: 'approval_over' });
  });
});

describe('a requested erasure is due', () => {
  const day = (days: number): string => plusMinutes(now, days * 24 * 60);

  test('from when a second person agreed, and never by time: not where release 0.1.0 wrote a day, either', () => {
    expect(requestedFrom({ approvals: [anErasure({ decision: 'approved', decidedAt: day(2) })] })).toBe(day(2));
    const ofOld = anErasure({ effectiveAt: day(3) });
    expect(requestedFrom({ approvals: [ofOld] })).toBeUndefined();
    expect([day(2), day(3), day(300)].map((at) => approvalStatus(ofOld, at))).toEqual(['pending', 'lapsed', 'lapsed']);
  });

  test('not while nobody agreed, nor after a refusal', () => {
    expect(requestedFrom({})).toBeUndefined();
    expect(requestedFrom({ approvals: [anErasure()] })).toBeUndefined();
    const refused = anErasure({ decision: 'refused', decidedAt: day(1), effectiveAt: day(2) });
    expect(requestedFrom({ approvals: [refused] })).toBeUndefined();
  });

  test('from the first of several, and for no other kind of approval', () => {
    const other = {
      id: 'export-1',
      kind: 'export',
      askedBy: 'bora',
      askedAt: now,
      decision: 'approved',
      decidedAt: day(1),
    } as CaseApproval;
    const agreed = (id: string, days: number) => anErasure({ id, decision: 'approved', decidedAt: day(days) });
    const approvals = [other, agreed('erasure-1', 5), agreed('erasure-2', 4)];
    expect(requestedFrom({ approvals })).toBe(day(4));
  });
});

import { describe, expect, test } from 'vitest';
import { decideApproval, type Approver } from '#shared/domain/access/approver.ts';
import type { CaseApproval } from '#shared/domain/case/case.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { decideExportRequest, decideExportTaking, isWithinTaking } from '#shared/domain/commands/records/export.ts';
import { aCase } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const policy = zembla.approvals;
const now = '2026-11-21T09:00:00.000Z';
const later = (minutes: number) => plusMinutes(now, minutes);
const anna = { id: 'anna', role: 'officer', active: true, cleared: false } as const;
const bora = { ...anna, id: 'bora' } as const;

const asks = (of: Case, by: typeof anna | typeof bora = anna, at = now, people: Approver[] = [anna, bora], more = {}) =>
  decideExportRequest(of, 'police_request', { by, people, policy, ...more }, at);
const takes = (of: Case, by = 'anna', at = now, id = 'export-1') => decideExportTaking(of, id, { id: by }, policy, at);
const changed = (of: Case, decision: Decision, at = now): Case => {
  if (decision.outcome !== 'change') throw new Error(`It came to ${JSON.stringify(decision)}.`);
  return changeCase(of, decision.parts, at).after;
};
/** A case whose export `anna` asked for at `now` and `bora` decided on ten minutes later. */
function decided(verdict: 'approve' | 'refuse'): Case {
  const asked = changed(aCase(), asks(aCase()));
  const [approval] = asked.approvals ?? [];
  if (approval === undefined) throw new Error('Nothing was asked.');
  const answer = decideApproval(approval, verdict, bora, later(10));
  if (answer.outcome !== 'decided') throw new Error(answer.because);
  return { ...asked, approvals: [answer.approval as CaseApproval] };
}

describe('asking for a case as a file', () => {
  test('says for what, asks a second person, and gives out nothing yet', () => {
    expect(asks(aCase())).toEqual({
      outcome: 'change',
      parts: {
        set: {
          approvals: [
            {
              id: 'export-1',
              kind: 'export',
              reason: 'police_request',
              askedBy: 'anna',
              askedAt: now,
              lapsesAt: later(40),
            },
          ],
        },
        events: [{ type: 'approval.asked', actor: 'staff:anna', data: { approval: 'export-1' } }],
      },
    });
    expect(takes(changed(aCase(), asks(aCase())))).toMatchObject({ because: 'approval_pending' });
  });

  test('again is refused while one’s own request waits, and not after it lapsed or was refused', () => {
    const asked = changed(aCase(), asks(aCase()));
    expect(asks(asked, anna, later(39))).toMatchObject({ because: 'approval_pending' });
    expect(asks(asked, anna, later(40))).toMatchObject({ parts: { set: { approvals: [{}, { id: 'export-2' }] } } });
    expect(asks(decided('refuse'), anna, later(11)).outcome).toBe('change');
  });

  test('is possible beside a colleague’s request, and beside whatever else waits of one’s own', () => {
    const asked = changed(aCase(), asks(aCase()));
    expect(asks(asked, bora).outcome).toBe('change');
    const lowering = { id: 'lowering-1', kind: 'lowering', to: 'high', askedBy: 'anna', askedAt: now } as CaseApproval;
    expect(asks(aCase({ approvals: [lowering] })).outcome).toBe('change');
    const both = { ...asked, approvals: [lowering, ...(asked.approvals ?? [])] };
    expect(asks(both)).toMatchObject({ because: 'approval_pending' });
  });

  test('never comes by time: where nobody could agree, the outside partner is asked, and else it is refused', () => {
    const partner = { id: 'grace', code: '7K3M-9QXR' };
    for (const of of [aCase(), aCase({ exclusions: { institutions: [], people: ['bora'] } })]) {
      const role = of.exclusions === undefined ? [anna] : [anna, bora];
      const asked = changed(of, asks(of, anna, now, role, { partner }));
      expect(asked.approvals).toMatchObject([{ id: 'export-1', partner, lapsesAt: later(40) }]);
      expect(takes(asked, 'anna', later(39))).toMatchObject({ because: 'approval_pending' });
      for (const minutes of [40, 90, 1_000_000]) {
        expect(takes(asked, 'anna', later(minutes))).toMatchObject({ because: 'approval_over' });
      }
      const refusal = asks(of, anna, now, role);
      expect(refusal).toMatchObject({ refusal: { because: 'nobody_to_ask' } });
      const refused = changed(of, refusal);
      expect(refused.approvals).toMatchObject([{ id: 'export-1', decision: 'refused', nobodyToAsk: true }]);
      expect(takes(refused, 'anna', later(1_000_000))).toMatchObject({ because: 'approval_over' });
    }
  });

  test('that release 0.1.0 would have granted after a day lapses then', () => {
    const old = { id: 'export-1', kind: 'export', reason: 'audit', askedBy: 'anna', askedAt: now } as const;
    const of = aCase({ approvals: [{ ...old, effectiveAt: later(90) }] });
    expect(takes(of, 'anna', later(89))).toMatchObject({ because: 'approval_pending' });
    expect(takes(of, 'anna', later(90))).toMatchObject({ because: 'approval_over' });
    expect(asks(of, anna, later(90)).outcome).toBe('change');
  });
});

describe('taking the file', () => {
  test('is for who asked, once, and the history says so', () => {
    const approved = decided('approve');
    expect(takes(approved, 'bora', later(11))).toMatchObject({ because: 'asked_by_another' });
    const taking = takes(approved, 'anna', later(11));
    expect(taking).toMatchObject({
      parts: {
        set: { approvals: [{ id: 'export-1', decidedBy: 'bora', takenAt: later(11) }] },
        events: [{ type: 'case.exported', actor: 'staff:anna', data: { approval: 'export-1' } }],
      },
    });
    expect(takes(changed(approved, taking), 'anna', later(12))).toMatchObject({ because: 'taken_already' });
  });

  test('ends the pack’s minutes after the second person agreed', () => {
    const approved = decided('approve');
    expect(takes(approved, 'anna', later(40)).outcome).toBe('change');
    expect(takes(approved, 'anna', plusMinutes(later(40), 0.01))).toMatchObject({ because: 'approval_over' });
    expect(isWithinTaking(approved, 'export-1', policy, later(40))).toBe(true);
    expect(isWithinTaking(approved, 'export-1', policy, plusMinutes(later(40), 0.01))).toBe(false);
  });

  test('is refused when the second person refused, or nobody decided in time', () => {
    expect(takes(decided('refuse'), 'anna', later(11))).toMatchObject({ because: 'approval_over' });
    expect(takes(changed(aCase(), asks(aCase())), 'anna', later(41))).toMatchObject({ because: 'approval_over' });
  });

  test('needs an export that was asked for: another approval, or none, is no door', () => {
    const erasure = {
      id: 'erasure-1',
      kind: 'erasure',
      askedBy: 'anna',
      askedAt: now,
      decision: 'approved',
      decidedBy: 'bora',
      decidedAt: now,
    } as CaseApproval;
    const of = { ...decided('approve'), approvals: [erasure, ...(decided('approve').approvals ?? [])] };
    expect(takes(of, 'anna', later(11), 'erasure-1')).toMatchObject({ because: 'unknown_approval' });
    expect(isWithinTaking(of, 'erasure-1', policy, later(11))).toBe(false);
    expect(takes(of, 'anna', later(11), 'export-2')).toMatchObject({ because: 'unknown_approval' });
    expect(takes(aCase())).toMatchObject({ because: 'unknown_approval' });
    expect(isWithinTaking(aCase(), 'export-1', policy, now)).toBe(false);
    expect(takes(of, 'anna', later(11)).outcome).toBe('change');
  });
});

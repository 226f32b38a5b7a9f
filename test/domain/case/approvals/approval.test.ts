import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import {
  approvalKinds,
  approvalStatus,
  approvedSince,
  askApproval,
  nextApprovalId,
} from '#shared/domain/case/approvals/approval.ts';
import { approverRoles, decideApproval } from '#shared/domain/access/approver.ts';
import type { ApprovalPolicy } from '#shared/domain/case/approvals/approval.ts';
import { roles } from '#shared/domain/access/authorize.ts';
import type { Role } from '#shared/domain/access/authorize.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';

const policy: ApprovalPolicy = {
  delayMinutes: 1440,
  lapseMinutes: { export: 600, erasure: 700, lowering: null, exclusion: null, directory_change: 800 },
  takeMinutes: 60,
};
const askedAt = '2026-11-20T22:00:00.000Z';
const later = (minutes: number) => plusMinutes(askedAt, minutes);
const person = (id: string, role: Role, active = true) => ({ id, role, active, cleared: false });
const asked = (others: number, kind: (typeof approvalKinds)[number] = 'export') =>
  askApproval({ id: `${kind}-1`, kind, askedBy: 'anna', others }, policy, askedAt);

describe('with somebody else to ask', () => {
  test('it is pending until another approves, and approved from then on', () => {
    const decided = decideApproval(asked(1), 'approve', person('bora', 'supervisor'), later(10));
    if (decided.outcome !== 'decided') throw new Error(decided.because);
    expect(approvalStatus(asked(1), later(10))).toBe('pending');
    expect(approvalStatus(decided.approval, later(10_000))).toBe('approved');
    expect(approvedSince(decided.approval, later(20))).toBe(later(10));
  });

  test('time alone never approves it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...approvalKinds),
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 20 }),
        (kind, minutes, others) => {
          expect(approvalStatus(asked(others, kind), later(minutes))).not.toBe('approved');
        },
      ),
    );
  });

  test('it lapses when its minutes are over, and cannot be approved any more', () => {
    expect(approvalStatus(asked(1), later(599))).toBe('pending');
    expect(approvalStatus(asked(1), later(600))).toBe('lapsed');
    expect(decideApproval(asked(1), 'approve', person('bora', 'officer'), later(600))).toEqual({
      outcome: 'refused',
      because: 'approval_over',
    });
  });

  test('one that never lapses stays until it is decided', () => {
    expect(approvalStatus(asked(1, 'lowering'), later(1_000_000))).toBe('pending');
  });
});

describe('with nobody else to ask', () => {
  test('it takes effect after the delay, not a minute earlier', () => {
    for (const kind of ['lowering', 'directory_change'] as const) {
      expect(approvalStatus(asked(0, kind), later(1439))).toBe('pending');
      expect(approvalStatus(asked(0, kind), later(1440))).toBe('approved');
      expect(approvedSince(asked(0, kind), later(5000))).toBe(later(1440));
      expect(approvedSince(asked(0, kind), later(1439))).toBeUndefined();
    }
  });

  test('an export, an erasure or an exclusion is granted by no time, however it stands in its row', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('export' as const, 'erasure' as const, 'exclusion' as const),
        fc.nat(1_000_000),
        fc.option(fc.nat(5000), { nil: undefined }),
        (kind, minutes, delay) => {
          const row = { ...asked(0, kind), ...(delay === undefined ? {} : { effectiveAt: later(delay) }) };
          expect(approvalStatus(row, later(minutes))).not.toBe('approved');
          expect(approvedSince(row, later(minutes))).toBeUndefined();
        },
      ),
    );
  });

  test('whoever asked can take it back before, and not after', () => {
    const waits = asked(0, 'lowering');
    const taken = decideApproval(waits, 'refuse', person('anna', 'officer'), later(1439));
    expect(taken).toMatchObject({ outcome: 'decided', approval: { decision: 'refused', decidedBy: 'anna' } });
    if (taken.outcome !== 'decided') throw new Error('It was not decided.');
    expect(approvalStatus(taken.approval, later(2000))).toBe('refused');
    expect(decideApproval(waits, 'refuse', person('anna', 'officer'), later(1440)).outcome).toBe('refused');
  });
});

describe('who may be the second person', () => {
  test('of all roles, those the table names, active, and never who asked', () => {
    for (const kind of approvalKinds) {
      for (const role of roles) {
        for (const active of [true, false]) {
          const by = person('bora', role, active);
          const expected = active && approverRoles[kind].includes(role) ? 'decided' : 'not_an_approver';
          const decided = decideApproval(asked(1, kind), 'approve', by, later(1));
          expect([kind, role, active, decided.outcome === 'refused' ? decided.because : decided.outcome]).toEqual([
            kind,
            role,
            active,
            expected,
          ]);
        }
        expect(decideApproval(asked(1, kind), 'approve', person('anna', role), later(1))).toEqual({
          outcome: 'refused',
          because: 'own_request',
        });
      }
    }
  });

  test('nobody decides twice', () => {
    const once = decideApproval(asked(1), 'refuse', person('bora', 'director'), later(1));
    if (once.outcome !== 'decided') throw new Error(once.because);
    expect(decideApproval(once.approval, 'approve', person('cela', 'officer'), later(2))).toEqual({
      outcome: 'refused',
      because: 'approval_over',
    });
  });
});

test('approvals of a kind are numbered on', () => {
  expect(nextApprovalId('export', undefined)).toBe('export-1');
  expect(nextApprovalId('export', [asked(1), asked(1, 'lowering')])).toBe('export-2');
});

import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { askAboutCase, canDecide, decidedBy, mayApprove } from '#shared/domain/access/approver.ts';
import type { Approver } from '#shared/domain/access/approver.ts';
import { approvalStatus, approvedSince } from '#shared/domain/case/approvals/approval.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case, CaseApproval } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { decideCaseApproval } from '#shared/domain/commands/approvals/decide-case-approval.ts';
import { decideSeverity } from '#shared/domain/commands/handling/change-severity.ts';
import { decideErasureRequest } from '#shared/domain/commands/records/request-erasure.ts';
import { decideExportRequest } from '#shared/domain/commands/records/export.ts';
import { plusDays, plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/support/builders.ts';

const now = '2026-11-21T09:00:00.000Z';
const policy = albania.approvals;
const person = (id: string, more: Partial<Approver> = {}): Approver => ({
  id,
  role: 'officer',
  active: true,
  cleared: false,
  ...more,
});
const anna = person('anna');
const bora = person('bora', { role: 'supervisor' });
const partner = { id: 'grace', code: '7K3M9QXR' };
const without = (...people: string[]) => aCase({ exclusions: { institutions: [], people } });

describe('by whom a request is decided', () => {
  const by = (kind: CaseApproval['kind'], of: Case, people: Approver[], more = {}) =>
    decidedBy(of, { kind }, { by: anna, people, ...more }, now);

  test('is somebody who can decide now, where there is one', () => {
    for (const kind of ['export', 'erasure', 'lowering', 'exclusion'] as const) {
      expect(by(kind, aCase(), [anna, bora], { partner })).toBe('somebody');
    }
  });

  test('is the partner, where others of the role were shut out, suspended, barred or chosen by who asks', () => {
    const shutOut: [Case, Approver][] = [
      [without('bora'), bora],
      [aCase(), { ...bora, active: false }],
      [aCase(), { ...bora, barred: true }],
      [aCase(), { ...bora, role: 'counsellor' }],
      [aCase(), { ...bora, chosen: { by: 'anna', at: plusDays(now, -6) } }],
    ];
    for (const [of, gone] of shutOut) {
      for (const kind of ['export', 'erasure', 'lowering', 'exclusion'] as const) {
        expect(by(kind, of, [anna, gone], { partner })).toBe('partner');
        expect(by(kind, of, [anna, gone])).toBe('nobody');
      }
    }
  });

  test('is time for a lowering alone, and only where the role as it was has nobody else', () => {
    expect(by('lowering', aCase(), [anna], { partner })).toBe('time');
    for (const kind of ['export', 'erasure', 'exclusion'] as const) {
      expect(by(kind, aCase(), [anna], { partner })).toBe('partner');
      expect(by(kind, aCase(), [])).toBe('nobody');
    }
  });

  test('is nobody whom the exclusion names, waiting or asked for now', () => {
    const adds = { institutions: [], people: ['bora'] };
    const asking = { by: anna, people: [anna, bora], partner };
    expect(decidedBy(aCase(), { kind: 'exclusion', adds }, asking, now)).toBe('partner');
    const waits = {
      id: 'exclusion-1',
      kind: 'exclusion',
      adds,
      lifts: { institutions: [], people: [] },
      askedBy: 'anna',
      askedAt: now,
    } as const;
    const of = aCase({ approvals: [{ ...waits, keepsOut: true }] });
    expect(decidedBy(of, { kind: 'export' }, asking, now)).toBe('partner');
    const open = aCase({ approvals: [{ ...waits, keepsOut: false }] });
    expect(decidedBy(open, { kind: 'export' }, asking, now)).toBe('somebody');
    const decide = (verdict: 'approve' | 'refuse') =>
      decideCaseApproval(open, [], { id: 'exclusion-1', verdict }, bora, albania, now);
    expect([decide('approve'), decide('refuse')]).toMatchObject([
      { because: 'not_an_approver' },
      { because: 'not_an_approver' },
    ]);
  });
});

test('a power that came by time alone makes no second person, for seven days', () => {
  const chosen = { by: 'anna', at: now };
  const asked = { kind: 'export', askedBy: 'anna' } as const;
  expect(mayApprove({ ...bora, chosen }, asked, plusMinutes(plusDays(now, 7), -1))).toBe(false);
  expect(mayApprove({ ...bora, chosen }, asked, plusDays(now, 7))).toBe(true);
  // Who chose two people could be both of them.
  expect(mayApprove({ ...bora, chosen }, { ...asked, askedBy: 'cela' }, now)).toBe(false);
  expect(mayApprove({ ...bora, chosen: { ...chosen, alone: true } }, asked, plusDays(now, 70))).toBe(false);
});

describe('the recorded call of the partner', () => {
  const asked: CaseApproval = {
    ...askAboutCase(without('bora'), { kind: 'export' }, { by: anna, people: [anna, bora], partner, policy }, now),
    reason: 'audit',
  };
  const lived = (of: Case, isRightCode: boolean, verdict: 'approve' | 'refuse' = 'approve', at = now) =>
    decideCaseApproval(
      of,
      [],
      { id: 'export-1', verdict, call: { code: isRightCode ? partner.code : '0000-0000' } },
      anna,
      albania,
      at,
    );
  const changed = (of: Case, decision: Decision): Case => {
    if (decision.outcome !== 'change') throw new Error(JSON.stringify(decision));
    return changeCase(of, decision.parts, now).after;
  };
  const of = aCase({ approvals: [asked] });

  test('decides with the right code, and says whose word it was and who wrote it down', () => {
    for (const [verdict, decision] of [
      ['approve', 'approved'],
      ['refuse', 'refused'],
    ] as const) {
      expect(changed(of, lived(of, true, verdict)).approvals).toMatchObject([
        { decision, decidedBy: 'grace', recordedBy: 'anna', decidedAt: now },
      ]);
    }
  });

  test('counts each wrong code, and ends the request with the fifth', () => {
    let after = of;
    for (const left of ['4', '3', '2', '1', '0']) {
      const wrong = lived(after, false);
      expect(wrong).toMatchObject({ refusal: { because: 'wrong_code', facts: { triesLeft: left } } });
      after = changed(after, wrong);
    }
    expect(after.approvals).toMatchObject([{ decision: 'refused', partner: { wrong: 5 }, recordedBy: 'anna' }]);
    expect(lived(after, true)).toMatchObject({ outcome: 'refused', because: 'approval_over' });
    const four = [1, 2, 3, 4].reduce((each) => changed(each, lived(each, false)), of);
    expect(changed(four, lived(four, true)).approvals).toMatchObject([{ decision: 'approved' }]);
  });

  test('is none where no partner was asked, and none of a request that is over', () => {
    const { partner: _, ...plain } = asked;
    expect(lived(aCase({ approvals: [plain as CaseApproval] }), true)).toMatchObject({ because: 'no_call_asked' });
    expect(lived(of, true, 'approve', plusDays(now, 1))).toMatchObject({ because: 'approval_over' });
    expect(lived(of, false, 'approve', plusDays(now, 1))).toMatchObject({ because: 'approval_over' });
  });

  test('leaves it to a colleague who comes since, and to who asked to take it back', () => {
    const say = (verdict: 'approve' | 'refuse', who: Approver) =>
      decideCaseApproval(of, [], { id: 'export-1', verdict }, who, albania, now);
    expect(changed(of, say('approve', person('cela'))).approvals).toMatchObject([{ decidedBy: 'cela' }]);
    expect(say('approve', anna)).toMatchObject({ because: 'own_request' });
    expect(changed(of, say('refuse', anna)).approvals).toMatchObject([{ decision: 'refused', decidedBy: 'anna' }]);
  });
});

/**
 * One person does whatever the rules allow, in any directory: shuts colleagues out, has them suspended or barred, asks,
 * waits, and records calls without knowing the code. What needs two people never comes about.
 */
test('whatever one person did before: no export, erasure or exclusion without another’s word, no lowering that nobody sees', () => {
  const anybody = fc.record({
    role: fc.constantFrom('officer' as const, 'supervisor' as const, 'director' as const, 'counsellor' as const),
    active: fc.boolean(),
    isBarred: fc.boolean(),
    isChosen: fc.boolean(),
  });
  const step = fc.record({
    what: fc.constantFrom(
      'export',
      'erasure',
      'lower',
      'exclude',
      'suspend',
      'bring_back',
      'approve',
      'call',
      'reword',
    ),
    who: fc.nat(4),
    which: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('export', 'erasure', 'lowering', 'exclusion'),
    to: fc.constantFrom('high' as const, 'normal' as const, 'low' as const),
    days: fc.nat(40),
  });
  fc.assert(
    fc.property(
      fc.array(anybody, { maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
      fc.array(step, { maxLength: 20 }),
      (others, hasPartner, isEnded, steps) => {
        let people: Approver[] = others.map(({ role, active, isBarred, isChosen }, index) => ({
          id: `other-${index}`,
          role,
          active,
          cleared: false,
          ...(isBarred ? { barred: true } : {}),
          ...(isChosen ? { chosen: { by: 'anna', at: now } } : {}),
        }));
        let of = aCase({
          severity: 'critical',
          readAt: now,
          readUpTo: 1_000,
          lastReadAt: now,
          ...(isEnded ? { status: 'resolved', resolvedAt: now } : { status: 'in_progress' }),
        });
        let at = now;
        const take = (decision: Decision): void => {
          if (decision.outcome === 'change') of = changeCase(of, decision.parts, at).after;
        };
        for (const { what, who, which, kind, to, days } of steps) {
          at = plusDays(at, days);
          const asking = { by: anna, people: [anna, ...people], policy, ...(hasPartner ? { partner } : {}) };
          // Who can look and who was there, as the rules must see it before the step.
          const roleNow = people.filter(({ role }) => role === 'officer' || role === 'supervisor');
          const lowering = { ...asking, people: [anna, ...roleNow] };
          const before = of;
          const other = people[who];
          if (what === 'export') take(decideExportRequest(of, 'audit', asking, at));
          if (what === 'erasure') {
            take(decideErasureRequest(of, { because: 'taken_in_error', safetyDecision: 'safe_for_now' }, asking, at));
          }
          if (what === 'lower') {
            take(decideSeverity(of, [], { severity: to, because: 'lesser_danger' }, lowering, albania, at));
          }
          if (what === 'exclude' && other !== undefined) {
            of = { ...of, exclusions: { institutions: [], people: [...(of.exclusions?.people ?? []), other.id] } };
          }
          if (what === 'suspend') people = people.map((one, n) => (n === who ? { ...one, active: false } : one));
          if (what === 'bring_back') people = people.map((one, n) => (n === who ? { ...one, active: true } : one));
          const id = `${kind}-${which}`;
          if (what === 'approve') take(decideCaseApproval(of, [], { id, verdict: 'approve' }, anna, albania, at));
          if (what === 'call') {
            const call = { code: '0000-0000' };
            take(decideCaseApproval(of, [], { id, verdict: 'approve', call }, anna, albania, at));
          }
          if (what === 'reword') {
            take(decideSeverity(of, [], { severity: 'critical', because: 'greater_danger' }, lowering, albania, at));
          }

          for (const one of of.approvals ?? []) {
            if (one.kind === 'lowering') continue;
            expect(approvalStatus(one, plusDays(at, 3_000))).not.toBe('approved');
            expect(approvedSince(one, at)).toBeUndefined();
          }
          const isLowered = before.severity === 'critical' && of.severity !== 'critical';
          const review = of.approvals?.at(-1);
          const asked = { kind: 'lowering', askedBy: 'anna' } as const;
          const canLook = roleNow.some((one) => canDecide(before, asked, one, at));
          const isOwed =
            review?.kind === 'lowering' && review.decision === undefined && review.effectiveAt === undefined;
          expect(!isLowered || (canLook && isOwed) || roleNow.length === 0).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
});

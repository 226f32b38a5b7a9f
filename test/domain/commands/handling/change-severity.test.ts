import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Approver } from '#shared/domain/access/approver.ts';
import { roles } from '#shared/domain/access/authorize.ts';
import type { Role } from '#shared/domain/access/authorize.ts';
import type { PartnerCall } from '#shared/domain/case/approvals/approval.ts';
import { owesReview } from '#shared/domain/case/approvals/review.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { reconcileTimers } from '#shared/domain/sla/clocks.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { decideCaseApproval } from '#shared/domain/commands/approvals/decide-case-approval.ts';
import { decideSeverity } from '#shared/domain/commands/handling/change-severity.ts';
import { severities } from '#shared/domain/report/severity.ts';
import type { Severity } from '#shared/domain/report/severity.ts';
import { escalateTimer } from '#shared/domain/sla/timer.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { aCase, aTimer } from '#test/support/builders.ts';

const start = '2026-11-20T23:00:00.000Z';
const later = (minutes: number) => plusMinutes(start, minutes);
const person = (id: string, role: Role = 'officer') => ({ id, role, active: true, cleared: false });
const [anna, bora] = [person('anna'), person('bora', 'supervisor')];

/** A case that takes decisions in order, with its timers. */
function lived(overrides: Partial<Case> = {}, read: Pick<Case, 'readAt'> = { readAt: start }) {
  let of = aCase({ severity: 'critical', status: 'in_progress', ...read, ...overrides });
  let timers: Timer[] = [];
  const take = (decision: Decision, now: string): Decision => {
    if (decision.outcome !== 'change') return decision;
    const change = changeCase(of, decision.parts, now);
    of = change.after;
    const gone = new Set<string>(change.timersDisarmed);
    timers = [...timers.filter((timer) => !gone.has(timerId(timer))), ...change.timersArmed];
    return decision;
  };
  return {
    of: () => of,
    timers: () => timers,
    set: (
      severity: Severity,
      by = anna,
      people: readonly Approver[] = [anna, bora],
      now = start,
      partner?: PartnerCall,
    ) =>
      take(
        decideSeverity(
          of,
          timers,
          { severity, because: 'new_information' },
          { by, people, policy: albania.approvals, ...(partner === undefined ? {} : { partner }) },
          albania,
          now,
        ),
        now,
      ),
    say: (id: string, verdict: 'approve' | 'refuse', by = bora, now = later(10), call?: { code: string }) =>
      take(decideCaseApproval(of, timers, { id, verdict, ...(call && { call }) }, by, albania, now), now),
  };
}

test('nobody lowers what nobody has read, nor lets a lowering that waited take effect then; raising needs no reading', () => {
  const unread = (more: Partial<Case> = {}) => lived(more, {});
  for (const severity of ['high', 'normal', 'low'] as const) {
    expect(unread().set(severity)).toMatchObject({ outcome: 'refused', because: 'not_read' });
  }
  expect(unread({ severity: 'normal' }).set('low')).toMatchObject({ because: 'not_read' });
  expect(unread({ severity: 'normal' }).set('critical').outcome).toBe('change');
  const asked = lived();
  asked.set('high', anna, [anna]);
  const reopened = unread({ approvals: asked.of().approvals ?? [] });
  expect(reopened.say('lowering-1', 'approve')).toMatchObject({ because: 'not_read' });
});

test('who may set which severity: a counsellor up, an officer or above also down, nobody else at all', () => {
  for (const role of roles) {
    for (const [from, severity] of severities.entries()) {
      for (const [to, wanted] of severities.entries()) {
        const may = role === 'officer' || role === 'supervisor' || (role === 'counsellor' && to >= from);
        const expected = may ? (to === from ? 'severity_unchanged' : null) : 'role';
        expect(lived({ severity }).set(wanted, person('anna', role))).toMatchObject(
          expected === null ? { parts: { set: { severity: wanted } } } : { outcome: 'refused', because: expected },
        );
      }
    }
  }
});

test('a severity that a person sets says who, why and from what, beside all that was set before', () => {
  const desk = lived({ severity: 'normal', severityReasons: ['category_cyberbullying'] });
  expect(desk.set('high')).toMatchObject({
    parts: { events: [{ type: 'case.severity_changed', actor: 'staff:anna' }] },
  });
  desk.set('low', bora, [anna, bora], later(5));
  const said = { because: 'new_information' };
  expect(desk.of()).toMatchObject({
    severityReasons: ['category_cyberbullying', 'set_by_staff'],
    severityConfirmedBy: 'bora',
    severityChanges: [
      { ...said, from: 'normal', to: 'high', by: 'anna', at: start },
      { ...said, from: 'high', to: 'low', by: 'bora', at: later(5) },
    ],
  });
});

test('the severity of a case that has come to its end stands', () => {
  for (const status of ['resolved', 'closed'] as const) {
    for (const severity of ['high', 'low'] as const) {
      expect(lived({ status, severity: 'normal' }).set(severity)).toMatchObject({ because: 'wrong_status' });
    }
  }
});

describe('lowering from critical, with somebody else there', () => {
  test('takes effect at once, and arms the clock of the second look', () => {
    const desk = lived();
    desk.set('high');
    expect(desk.of().severity).toBe('high');
    expect(owesReview(desk.of())).toBe(true);
    expect(desk.timers()).toMatchObject([{ kind: 'second_look', deadline: later(24 * 60), severity: 'high' }]);
    expect(lived().set('high')).toMatchObject({
      parts: {
        events: [
          { type: 'case.severity_changed', actor: 'staff:anna' },
          { type: 'approval.asked', actor: 'staff:anna', data: { approval: 'lowering-1' } },
        ],
      },
    });
  });

  test('nobody but the second person ends that clock; it climbs the ladder after a day, also when the case is resolved', () => {
    const desk = lived();
    desk.set('normal');
    const resolved: Case = { ...desk.of(), status: 'resolved', resolvedAt: later(60) };
    const [timer] = desk.timers();
    if (timer === undefined) throw new Error('No clock was armed.');
    expect(escalateTimer(timer, resolved, albania, later(24 * 60 + 1))).toMatchObject({
      outcome: 'raised',
      events: [{ type: 'sla.missed' }, { type: 'case.escalated', data: { rung: 'duty' } }],
    });
    expect(reconcileTimers(resolved, desk.timers(), albania).disarm).toEqual([]);
  });

  test('approved, it stays lowered; the clock ends', () => {
    const desk = lived();
    desk.set('high');
    expect(desk.say('lowering-1', 'approve')).toMatchObject({
      parts: { events: [{ type: 'approval.given', actor: 'staff:bora', data: { approval: 'lowering-1' } }] },
    });
    expect(desk.of().approvals).toMatchObject([{ decision: 'approved', decidedBy: 'bora', decidedAt: later(10) }]);
    expect(desk.of().severity).toBe('high');
    expect(desk.timers()).toEqual([]);
    expect(owesReview(desk.of())).toBe(false);
  });

  test('refused, the case is critical again, also when it was lowered further or resolved meanwhile', () => {
    const desk = lived();
    desk.set('high');
    desk.set('low', bora);
    const refused = desk.say('lowering-1', 'refuse', person('cela'));
    expect(refused).toMatchObject({
      parts: { events: [{ type: 'approval.refused' }, { type: 'case.severity_changed' }] },
    });
    expect(desk.of().severity).toBe('critical');
    expect(desk.of().severityChanges?.at(-1)).toMatchObject({ because: 'greater_danger', by: 'cela' });
    expect(desk.of().approvals).toMatchObject([{ decision: 'refused', decidedBy: 'cela', takenAt: later(10) }]);
    expect(desk.timers()).toEqual([]);
  });

  test('the second look ends no clock but its own', () => {
    const desk = lived();
    desk.set('high');
    const input = { id: 'lowering-1', verdict: 'approve' } as const;
    const timers = [aTimer(), ...desk.timers()];
    expect(decideCaseApproval(desk.of(), timers, input, bora, albania, later(10))).toMatchObject({
      parts: { timersDisarmed: ['1.second_look.report'] },
    });
    const asking = { by: anna, people: [anna, bora], policy: albania.approvals };
    const raise = { severity: 'critical', because: 'greater_danger' } as const;
    expect(decideSeverity(desk.of(), timers, raise, asking, albania, later(10))).toMatchObject({
      parts: { timersDisarmed: ['1.second_look.report'] },
    });
  });

  test('that clock outlives closing, and a refusal takes the ended case up again, critical, on a clock of its own', () => {
    for (const ended of [
      { status: 'resolved', resolvedAt: later(60) } as const,
      { status: 'closed', resolvedAt: later(60), closedAt: later(70) } as const,
    ]) {
      const desk = lived();
      desk.set('low');
      const [timer] = desk.timers();
      if (timer === undefined) throw new Error('No clock was armed.');
      const over: Case = { ...desk.of(), ...ended };
      expect(reconcileTimers(over, desk.timers(), albania).disarm).toEqual([]);
      const input = { id: 'lowering-1', verdict: 'refuse' } as const;
      const decision = decideCaseApproval(over, desk.timers(), input, bora, albania, later(100));
      if (decision.outcome !== 'change') throw new Error(decision.outcome);
      const { after, timersArmed, timersDisarmed } = changeCase(over, decision.parts, later(100));
      expect(after).toMatchObject({ severity: 'critical', status: 'in_progress', clockNumber: 2, readAt: later(100) });
      expect(decision.parts.events).toMatchObject([
        { type: 'approval.refused' },
        { type: 'case.severity_changed' },
        { type: 'case.reopened', actor: 'staff:bora' },
      ]);
      expect(owesReview(after)).toBe(false);
      expect(timersArmed.map(({ kind }) => kind)).toContain('promise_resolve');
      expect(timersArmed.map(({ kind }) => kind)).not.toContain('second_look');
      expect(timersDisarmed).toContain(timerId(timer));
    }
  });

  test('who lowered is not the second person, and no counsellor is', () => {
    const desk = lived();
    desk.set('high');
    expect(desk.say('lowering-1', 'approve', anna)).toMatchObject({ because: 'own_request' });
    expect(desk.say('lowering-1', 'approve', person('dea', 'counsellor'))).toMatchObject({
      because: 'not_an_approver',
    });
    expect(desk.say('lowering-7', 'approve')).toMatchObject({ because: 'unknown_approval' });
    expect(owesReview(desk.of())).toBe(true);
  });

  test('that clock runs on when another lowering that waited is approved, to the same severity or another', () => {
    for (const to of ['low', 'high'] as const) {
      const desk = lived();
      desk.set(to, bora, [bora]);
      desk.set('low', anna);
      expect(desk.say('lowering-1', 'approve', person('cela'))).toMatchObject({ outcome: 'change' });
      expect(owesReview(desk.of())).toBe(true);
      expect(desk.timers()).toHaveLength(1);
    }
  });

  test('raised to critical again, nothing is left to look at', () => {
    const desk = lived();
    desk.set('high');
    desk.set('critical', person('dea', 'counsellor'));
    expect(owesReview(desk.of())).toBe(false);
    expect(desk.of().approvals).toMatchObject([
      { id: 'lowering-1', to: 'high', decision: 'refused', decidedBy: 'dea' },
    ]);
    expect(desk.timers()).toEqual([]);
  });
});

describe('lowering from critical, with nobody else there', () => {
  const alone = [anna];

  test('the case stays critical for a day, and the same command lowers it after that', () => {
    const desk = lived();
    expect(desk.set('high', anna, alone)).toMatchObject({ parts: { events: [{ type: 'approval.asked' }] } });
    expect(desk.of().severity).toBe('critical');
    expect(desk.set('high', anna, alone, later(24 * 60 - 1))).toMatchObject({ because: 'approval_pending' });
    expect(desk.of().severity).toBe('critical');
    desk.set('high', anna, alone, later(24 * 60));
    expect(desk.of().severity).toBe('high');
    expect(desk.timers()).toEqual([]);
  });

  test('what was waited for once is not good for another time', () => {
    const desk = lived();
    desk.set('high', anna, alone);
    desk.set('high', anna, alone, later(24 * 60));
    desk.set('critical', anna, alone, later(24 * 60 + 1));
    desk.set('high', anna, alone, later(24 * 60 + 2));
    expect(desk.of().severity).toBe('critical');
  });

  test('what was waited for is good for that severity and that person only', () => {
    const day = 24 * 60;
    const desk = lived();
    desk.set('high', anna, alone);
    expect(desk.set('low', anna, alone, later(day))).toMatchObject({ parts: { events: [{ type: 'approval.asked' }] } });
    expect(desk.set('high', bora, [bora], later(day))).toMatchObject({
      parts: { events: [{ type: 'approval.asked' }] },
    });
    expect(desk.of().severity).toBe('critical');
    desk.set('high', anna, alone, later(day));
    expect(desk.of().severity).toBe('high');
  });

  test('a day counts only while the role still has nobody else: later a colleague looks, or the partner agrees', () => {
    const partner = { id: 'grace', code: '7K3M9QXR' };
    const desk = lived();
    desk.set('high', anna, alone);
    desk.set('high', anna, [anna, bora], later(24 * 60));
    expect(desk.of().severity).toBe('high');
    expect(owesReview(desk.of())).toBe(true);
    expect(desk.of().approvals).toMatchObject([{ id: 'lowering-1', decision: 'refused' }, { id: 'lowering-2' }]);
    const other = lived({ exclusions: { institutions: [], people: ['bora'] } });
    other.set('high', anna, alone);
    other.set('high', anna, [anna, bora], later(24 * 60), partner);
    expect(other.of().severity).toBe('critical');
    expect(other.of().approvals?.at(-1)).toMatchObject({ id: 'lowering-2', partner });
  });

  test('somebody who came since can approve it, which lowers at once, or refuse it', () => {
    const desk = lived();
    desk.set('high', anna, alone);
    desk.say('lowering-1', 'approve', bora, later(60));
    expect(desk.of().severity).toBe('high');
    expect(desk.of().severityChanges).toMatchObject([{ because: 'new_information', by: 'bora' }]);
    const other = lived();
    other.set('high', anna, alone);
    other.say('lowering-1', 'refuse', bora, later(60));
    expect(other.set('high', anna, alone, later(25 * 60))).toMatchObject({
      parts: { events: [{ type: 'approval.asked' }] },
    });
    expect(other.of().severity).toBe('critical');
  });
});

describe('lowering from critical, where all others were shut out', () => {
  const partner = { id: 'grace', code: '7K3M9QXR' };
  const shutOut = { exclusions: { institutions: [], people: ['bora'] } };
  const suspended = { ...bora, active: false };

  test('no day stands in: the case stays critical until the outside partner agrees', () => {
    for (const desk of [lived(shutOut), lived()]) {
      const role = desk.of().exclusions === undefined ? [anna, suspended] : [anna, bora];
      desk.set('high', anna, role, start, partner);
      expect(desk.of().approvals).toMatchObject([{ id: 'lowering-1', to: 'high', partner }]);
      expect(desk.of().approvals?.[0]).not.toHaveProperty('effectiveAt');
      expect(desk.set('high', anna, role, later(1_000_000), partner)).toMatchObject({ because: 'approval_pending' });
      expect(desk.of().severity).toBe('critical');
      expect(desk.timers()).toEqual([]);
      desk.say('lowering-1', 'approve', anna, later(60), partner);
      expect(desk.of()).toMatchObject({ severity: 'high', severityChanges: [{ because: 'new_information' }] });
      expect(desk.of().approvals).toMatchObject([{ decision: 'approved', decidedBy: 'grace', recordedBy: 'anna' }]);
      expect(owesReview(desk.of())).toBe(false);
    }
  });

  test('without a partner it is refused, and stands on the case', () => {
    const desk = lived(shutOut);
    expect(desk.set('high')).toMatchObject({ outcome: 'change', refusal: { because: 'nobody_to_ask' } });
    expect(desk.of()).toMatchObject({
      severity: 'critical',
      approvals: [{ id: 'lowering-1', decision: 'refused', nobodyToAsk: true }],
    });
    expect(owesReview(desk.of())).toBe(false);
  });

  test('a partner who says no leaves the case critical', () => {
    const desk = lived(shutOut);
    desk.set('high', anna, [anna, bora], start, partner);
    desk.say('lowering-1', 'refuse', anna, later(5), partner);
    expect(desk.of()).toMatchObject({ severity: 'critical', approvals: [{ decision: 'refused', decidedBy: 'grace' }] });
  });
});

test('whatever is done in whatever order: below critical after critical, a second person agreed, looks, or a day passed', () => {
  const people = [anna, bora, person('cela'), person('dea', 'counsellor')];
  const step = fc.record({
    by: fc.constantFrom(...people),
    to: fc.constantFrom(...severities),
    isVerdict: fc.boolean(),
    verdict: fc.constantFrom('approve' as const, 'refuse' as const),
    which: fc.integer({ min: 1, max: 4 }),
    minutes: fc.integer({ min: 1, max: 2000 }),
    isAlone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const desk = lived();
      let now = 0;
      for (const { by, to, isVerdict, verdict, which, minutes, isAlone } of steps) {
        now += minutes;
        if (isVerdict) desk.say(`lowering-${which}`, verdict, by, later(now));
        else desk.set(to, by, isAlone ? [by] : people, later(now));
        const of = desk.of();
        const { armed, looks } = { armed: desk.timers().length, looks: owesReview(of) };
        expect(armed).toBe(looks ? 1 : 0);
        const isAgreed = of.approvals?.some(
          (one) =>
            one.kind === 'lowering' &&
            (looks ||
              one.decision === 'approved' ||
              (one.takenAt !== undefined && one.effectiveAt !== undefined && one.effectiveAt <= one.takenAt)),
        );
        expect(of.severity === 'critical' || isAgreed === true).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

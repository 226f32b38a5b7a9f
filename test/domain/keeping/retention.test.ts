import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { decideErasureRequest } from '#shared/domain/commands/records/request-erasure.ts';
import type { ErasureInput } from '#shared/domain/commands/records/request-erasure.ts';
import { administrativeOutcomes, outcomes } from '#shared/domain/case/lifecycle.ts';
import { decideCaseApproval } from '#shared/domain/commands/approvals/decide-case-approval.ts';
import { referralStatuses } from '#shared/domain/case/referral.ts';
import { decideHold, decideRelease, eraseAt, isToBeErased, nextKeepingStep } from '#shared/domain/keeping/retention.ts';
import { holdReasons } from '#shared/domain/case/case.ts';
import { plusDays } from '#shared/domain/time/instant.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { aCase, aReferral, fridayNight } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const policy = albania.retention;
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
const days = (of: Case): number | undefined => {
  const due = eraseAt(of, policy);
  return due && (Date.parse(due.at) - Date.parse(of.closedAt ?? of.resolvedAt ?? '')) / 86_400_000;
};

describe('A case is kept', () => {
  it('as long as it is open, and counted from when it closed', () => {
    expect(eraseAt(aCase(), policy)).toBeUndefined();
    expect(days(ended())).toBe(365);
    const { closedAt: _, ...resolved } = ended({ status: 'resolved' });
    expect(days(resolved)).toBe(365);
  });

  it.each([
    ['test', 'normal', 30],
    ['same_event', 'high', 90],
    ['outside_our_work', 'low', 90],
    ['advice_given', 'normal', 365],
    ['advice_given', 'critical', 730],
    ['police_involved', 'normal', 730],
  ] as const)('after the end %s of a %s case %i days', (outcome, severity, expected) => {
    expect(days(ended({ outcomes: [outcome], severity }))).toBe(expected);
  });

  it.each(referralStatuses.filter((status) => !['proposed', 'dropped'].includes(status)))(
    'two years when it was passed on and the referral is %s',
    (status) => {
      const referrals = [aReferral({ institution: 'child_protection_unit', status })];
      expect(days(ended({ referrals }))).toBe(730);
    },
  );

  it('no longer for a referral that nobody sent', () => {
    expect(days(ended({ referrals: [aReferral({ status: 'proposed' })] }))).toBe(365);
    expect(days(ended({ referrals: [aReferral({ status: 'dropped' })] }))).toBe(365);
  });

  it('until police or prosecution confirm, at most five years', () => {
    const referrals = [aReferral({ status: 'accepted' })];
    expect(eraseAt(ended({ referrals }), policy)).toMatchObject({ because: 'justice' });
    expect(days(ended({ referrals }))).toBe(5 * 365);
    expect(days(ended({ referrals: [aReferral({ status: 'completed' })] }))).toBe(730);
  });

  it('for a referral as long as the outcome asks, where that is longer', () => {
    const referrals = [aReferral({ institution: 'child_protection_unit', status: 'completed' })];
    const long = { ...policy, referredDays: 100 };
    expect(eraseAt(ended({ referrals }), long)).toEqual({ at: plusDays(closedAt, 365), because: 'outcome' });
    expect(eraseAt(ended({ referrals }), policy)).toEqual({ at: plusDays(closedAt, 730), because: 'referred' });
  });

  it('that ended without an outcome, as long as any is', () => {
    const longest = Math.max(...Object.values(policy.days).flatMap((bySeverity) => Object.values(bySeverity)));
    expect(days(ended({ outcomes: [] }))).toBe(longest);
  });

  it('whatever else is so, as long as a person holds it', () => {
    const hold = { because: 'court_proceedings', by: 'staff-officer', since: closedAt } as const;
    expect(nextKeepingStep(ended({ hold }), policy, plusDays(closedAt, 4000))).toEqual({ step: 'leave' });
  });
});

describe('Nothing that nobody has seen is erased', () => {
  const wrote = plusDays(closedAt, 300);
  const longAfter = plusDays(closedAt, 4000);
  const agreed = {
    id: 'erasure-1',
    kind: 'erasure',
    because: 'person_concerned_asked',
    safetyDecision: 'safe_for_now',
    askedBy: 'staff-a',
    askedAt: closedAt,
    decision: 'approved',
    decidedBy: 'staff-b',
    decidedAt: closedAt,
  } as const;
  const told = { at: plusDays(closedAt, 290), eraseAt: plusDays(closedAt, 365) };
  const keeping = { revision: 1, eraseAt: told.eraseAt, lookAt: told.eraseAt, told };

  it('neither words of the reporter, whatever two people agreed to or the owner was told', () => {
    for (const more of [{}, { approvals: [agreed] }, { keeping }]) {
      const unread = ended({ ...more, lastWrittenAt: wrote });
      expect(nextKeepingStep(unread, policy, longAfter)).toEqual({ step: 'leave' });
      expect(isToBeErased(unread)).toBe(false);
    }
    const { readAt: _, ...neverRead } = ended();
    expect(nextKeepingStep(neverRead, policy, longAfter)).toEqual({ step: 'leave' });
  });

  it('nor a lowered severity that waits for its second look', () => {
    const { decision: _, decidedBy: __, decidedAt: ___, ...open } = agreed;
    const lowered = { ...open, id: 'lowering-1', kind: 'lowering', to: 'low', because: 'lesser_danger' } as const;
    expect(nextKeepingStep(ended({ approvals: [lowered] }), policy, longAfter)).toEqual({ step: 'leave' });
  });

  it('and once they are read the notice begins anew, and what was agreed to before them counts no more', () => {
    const read = { lastWrittenAt: wrote, lastReadAt: plusDays(wrote, 1) };
    expect(nextKeepingStep(ended({ ...read, keeping }), policy, longAfter)).toMatchObject({ step: 'tell' });
    expect(isToBeErased(ended({ ...read, keeping }))).toBe(false);
    expect(eraseAt(ended({ ...read, approvals: [agreed] }), policy)).toMatchObject({ because: 'outcome' });
    const toldSince = { ...keeping, told: { at: plusDays(wrote, 2), eraseAt: told.eraseAt } };
    expect(nextKeepingStep(ended({ ...read, keeping: toldSince }), policy, longAfter)).toMatchObject({ step: 'erase' });
  });
});

describe('The owner', () => {
  const told = (now: string, of = ended()) => nextKeepingStep(of, policy, now);

  it('is told the days of notice before, and not earlier', () => {
    const before = plusDays(closedAt, 365 - policy.warningDays);
    expect(told(plusDays(before, -1))).toEqual({
      step: 'date',
      keeping: { eraseAt: plusDays(closedAt, 365), lookAt: before },
    });
    expect(told(before)).toMatchObject({ step: 'tell', keeping: { eraseAt: plusDays(closedAt, 365) } });
  });

  it('told late, still has all of it: the date moves', () => {
    const late = plusDays(closedAt, 900);
    expect(told(late)).toMatchObject({ step: 'tell', keeping: { eraseAt: plusDays(late, policy.warningDays) } });
  });

  it('knows the date that they were told of, and it comes no later than that', () => {
    const told = { at: plusDays(closedAt, 100), eraseAt: plusDays(closedAt, 400) };
    const of = ended({ keeping: { revision: 1, eraseAt: told.eraseAt, lookAt: told.eraseAt, told } });
    expect(nextKeepingStep(of, policy, plusDays(closedAt, 399))).toEqual({
      step: 'date',
      keeping: { eraseAt: told.eraseAt, lookAt: told.eraseAt, told },
    });
    expect(nextKeepingStep(of, policy, told.eraseAt)).toEqual({ step: 'erase', because: 'outcome' });
  });

  it('is told again when the case is kept longer than they were told', () => {
    const told = { at: plusDays(closedAt, 300), eraseAt: plusDays(closedAt, 330) };
    const of = ended({ keeping: { revision: 1, eraseAt: told.eraseAt, lookAt: told.eraseAt, told } });
    const tellAt = plusDays(closedAt, 365 - policy.warningDays);
    expect(nextKeepingStep(of, policy, tellAt)).toEqual({
      step: 'tell',
      keeping: {
        eraseAt: plusDays(closedAt, 365),
        lookAt: plusDays(closedAt, 365),
        told: { at: tellAt, eraseAt: plusDays(closedAt, 365), event: of.lastEvent + 1 },
      },
    });
  });

  it('must be told again once the reporter has written: by the order of events, whatever the clocks of machines say', () => {
    const told = { at: closedAt, eraseAt: plusDays(closedAt, 330), event: 9 };
    const of = ended({ keeping: { revision: 1, eraseAt: told.eraseAt, lookAt: told.eraseAt, told } });
    expect(isToBeErased({ ...of, lastNewsEvent: 8, readUpTo: 8, lastWrittenAt: plusDays(closedAt, 1) })).toBe(true);
    expect(isToBeErased({ ...of, lastNewsEvent: 10, readUpTo: 10, lastWrittenAt: plusDays(closedAt, -1) })).toBe(false);
  });

  it('can still stop it: told of a date that stands only while the case is over and nobody holds it', () => {
    const keeping = { revision: 1, eraseAt: closedAt, lookAt: closedAt };
    const told = { ...keeping, told: { at: closedAt, eraseAt: closedAt } };
    const hold = { because: 'audit', by: 'staff-officer', since: closedAt } as const;
    expect(isToBeErased(ended({ keeping: told }))).toBe(true);
    expect(isToBeErased(ended({ keeping: told, hold }))).toBe(false);
    expect(isToBeErased(ended({ keeping: told, status: 'in_progress' }))).toBe(false);
    expect(isToBeErased(ended({ keeping }))).toBe(false);
    expect(isToBeErased(ended())).toBe(false);
  });

  it('is told anew when a hold is lifted, however long ago the first time was', () => {
    const at = plusDays(closedAt, 360);
    const keeping = { revision: 9, eraseAt: at, lookAt: at, told: { at: closedAt, eraseAt: plusDays(closedAt, 365) } };
    const held = decideHold(ended({ keeping }), 'complaint', 'staff-officer', at);
    expect(held).toEqual({
      outcome: 'change',
      parts: {
        set: { hold: { because: 'complaint', by: 'staff-officer', since: at } },
        events: [{ type: 'case.held', actor: 'staff:staff-officer', data: {} }],
      },
    });
    const released = decideRelease(
      ended({ keeping, hold: { because: 'complaint', by: 'staff-officer', since: at } }),
      'staff-officer',
    );
    expect(released).toEqual({
      outcome: 'change',
      parts: {
        set: { hold: undefined, keeping: undefined },
        events: [{ type: 'case.released', actor: 'staff:staff-officer', data: {} }],
      },
    });
    expect(told(plusDays(closedAt, 900))).toMatchObject({ step: 'tell' });
  });

  it('holds a case once, and lifts only a hold that is there', () => {
    const hold = { because: holdReasons[0], by: 'staff-officer', since: closedAt };
    expect(decideHold(ended({ hold }), hold.because, 'staff-b', closedAt)).toEqual({ outcome: 'unchanged' });
    expect(decideRelease(ended(), 'staff-b')).toMatchObject({ outcome: 'refused', because: 'not_held' });
  });
});

describe('Whatever a case has been through', () => {
  const anyEnded = fc
    .record({
      outcome: fc.constantFrom(...outcomes, ...administrativeOutcomes),
      severity: fc.constantFrom(...severities),
      statuses: fc.array(fc.constantFrom(...referralStatuses), { maxLength: 3 }),
    })
    .map(({ outcome, severity, statuses }) =>
      ended({
        outcomes: [outcome],
        severity,
        referrals: statuses.map((status, n) => aReferral({ id: `police_cybercrime-${n + 1}`, status })),
      }),
    );

  /** Lives through runs every so many days until it is erased. */
  function live(of: Case, everyDays: number): { toldOn: string[]; erasedOn: string } {
    const toldOn: string[] = [];
    let current = of;
    for (let now = closedAt; ; now = plusDays(now, everyDays)) {
      const next = nextKeepingStep(current, policy, now);
      if (next.step === 'erase') return { toldOn, erasedOn: now };
      if (next.step === 'leave') throw new Error('Nothing holds this case.');
      if (next.step === 'tell') toldOn.push(now);
      current = { ...current, keeping: { ...next.keeping, revision: current.revision } };
    }
  }

  it('its owner is told once and it is erased, never before its time nor within the notice', () => {
    fc.assert(
      fc.property(anyEnded, fc.integer({ min: 1, max: 30 }), (of, everyDays) => {
        const { toldOn, erasedOn } = live(of, everyDays);
        expect(toldOn).toHaveLength(1);
        expect(erasedOn >= (eraseAt(of, policy)?.at ?? '')).toBe(true);
        expect(erasedOn >= plusDays(toldOn[0] ?? '', policy.warningDays)).toBe(true);
      }),
    );
  });
});

describe('Erasing on request', () => {
  const input = { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' } as const;
  const officer = { id: 'staff-a', role: 'officer', active: true, cleared: false } as const;
  const second = { ...officer, id: 'staff-b' } as const;
  const ask = (of: Case, people = [officer, second], more: Partial<ErasureInput> = {}) =>
    decideErasureRequest(of, { ...input, ...more }, { by: officer, people, policy: albania.approvals }, closedAt);
  const changed = (of: Case, decision: Decision): Case => {
    if (decision.outcome !== 'change') throw new Error(`It was ${decision.outcome}.`);
    return { ...of, ...decision.parts.set } as Case;
  };
  const decided = (of: Case, verdict: 'approve' | 'refuse', by: typeof officer | typeof second = second) =>
    decideCaseApproval(of, [], { id: 'erasure-1', verdict }, by, albania, closedAt);

  it('needs an end, no hold, a look at whether a child is safe, and is asked for once', () => {
    expect(ask(aCase())).toMatchObject({ because: 'wrong_status' });
    expect(ask(ended({ hold: { because: 'audit', by: 'x', since: closedAt } }))).toMatchObject({ because: 'held' });
    expect(ask(ended(), [officer], { safetyDecision: 'cannot_tell' })).toMatchObject({ because: 'safety_unclear' });
    expect(ask(changed(ended(), ask(ended())))).toMatchObject({ because: 'approval_pending' });
  });

  it('for a reporter who withdrew needs the withdrawal, and its wait to be over', () => {
    const because = 'reporter_withdrew';
    const withdrawn = (waitUntil: string) => ended({ withdrawal: { askedAt: fridayNight, waitUntil } });
    expect(ask(ended(), [second], { because })).toMatchObject({ gaps: [{ pointer: '/because' }] });
    expect(ask(withdrawn(plusDays(closedAt, 1)), [second], { because })).toMatchObject({ because: 'withdrawal_waits' });
    expect(ask(withdrawn(closedAt), [second], { because })).toMatchObject({ outcome: 'change' });
  });

  it('is due only once a second person has agreed', () => {
    const asked = changed(ended(), ask(ended()));
    expect(eraseAt(asked, policy)).toMatchObject({ because: 'outcome' });
    expect(decided(asked, 'approve', officer)).toMatchObject({ because: 'own_request' });
    const agreed = changed(asked, decided(asked, 'approve'));
    expect(nextKeepingStep(agreed, policy, closedAt)).toEqual({ step: 'erase', because: 'on_request' });
    const hold = { because: 'audit', by: 'x', since: closedAt } as const;
    expect(nextKeepingStep({ ...agreed, hold }, policy, closedAt)).toEqual({ step: 'leave' });
  });

  it('is off when the second person refuses, and may be asked for again', () => {
    const asked = changed(ended(), ask(ended()));
    const refused = changed(asked, decided(asked, 'refuse'));
    expect(eraseAt(refused, policy)).toMatchObject({ because: 'outcome' });
    expect(ask(refused)).toMatchObject({ outcome: 'change' });
  });

  it('comes by no time where nobody else can agree: not of a request that release 0.1.0 wrote, either', () => {
    const old = { id: 'erasure-1', kind: 'erasure', ...input, askedBy: 'staff-a', askedAt: closedAt } as const;
    const byDay = ended({ approvals: [{ ...old, effectiveAt: plusDays(closedAt, 1) }] });
    for (const of of [changed(ended(), ask(ended(), [officer])), byDay]) {
      for (const days of [0, 1, 100]) {
        const step = nextKeepingStep(of, policy, plusDays(closedAt, days));
        expect(step).toMatchObject({ step: 'date', keeping: { eraseAt: eraseAt(ended(), policy)?.at } });
      }
    }
  });
});

describe('The pack', () => {
  it('gives every owner the full notice within the time a case is kept', () => {
    const kept = Object.values(policy.days).flatMap((bySeverity) => Object.values(bySeverity));
    expect(Math.min(...kept)).toBeGreaterThan(policy.warningDays);
  });

  it('names only institutions that it has', async () => {
    const { institutions } = await albania.loadReferrals();
    for (const code of policy.justice.institutions) expect(institutions.map((one) => one.code)).toContain(code);
  });
});

describe('Another country', () => {
  it('keeps cases as long as its own pack says', () => {
    const step = nextKeepingStep(ended(), zembla.retention, plusDays(closedAt, 2));
    expect(step).toMatchObject({ step: 'tell', keeping: { eraseAt: plusDays(closedAt, 3) } });
    const withElders = ended({ referrals: [aReferral({ institution: 'elders', status: 'accepted' })] });
    expect(eraseAt(withElders, zembla.retention)).toEqual({ at: plusDays(closedAt, 9), because: 'justice' });
  });
});

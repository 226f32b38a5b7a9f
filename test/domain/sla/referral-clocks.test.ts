import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { reconcileTimers, wantedTimers } from '#shared/domain/sla/clocks.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import { parseTimerId, timerId } from '#shared/domain/case/timer-id.ts';
import { escalateTimer } from '#shared/domain/sla/timer.ts';
import { aCase, aReferral, fridayNight } from '#test/support/builders.ts';

const withReferral = (referral: Partial<Referral>, more: Partial<Case> = {}): Case =>
  aCase({ severity: 'high', triagedAt: fridayNight, referrals: [aReferral(referral)], ...more });
const clocksOf = (of: Case): string[] =>
  wantedTimers(of, albania)
    .filter(({ kind }) => kind.startsWith('referral_'))
    .map(({ kind, deadline }) => `${kind} +${(Date.parse(deadline) - Date.parse(fridayNight)) / 3_600_000} h`);

describe('the clocks of a referral', () => {
  it('run from the decision: 24 hours to acknowledge, seven days to answer', () => {
    expect(clocksOf(withReferral({}))).toEqual(['referral_acknowledge +24 h', 'referral_answer +168 h']);
  });
  it('give a critical case one hour', () => {
    expect(clocksOf(withReferral({}, { severity: 'critical' }))[0]).toBe('referral_acknowledge +1 h');
  });
  it('give the cyber authority one hour to take addresses over', () => {
    expect(clocksOf(withReferral({ addressesOnly: true }))[0]).toBe('referral_hand_over +1 h');
  });
  it('do not run for what nobody has decided to send', () => {
    const { approvedAt: _, ...undecided } = aReferral({ status: 'proposed' });
    expect(clocksOf(aCase({ triagedAt: fridayNight, referrals: [undecided] }))).toEqual([]);
  });

  const waiting: Record<string, string[]> = {
    sent: ['referral_acknowledge +24 h', 'referral_answer +168 h'],
    acknowledged: ['referral_answer +168 h'],
    accepted: [],
    declined: [],
    completed: [],
    withdrawn: [],
  };
  it.each(Object.entries(waiting))('once it is %s: %j', (status, clocks) => {
    expect(clocksOf(withReferral({ status: status as Referral['status'] }))).toEqual(clocks);
  });

  it('run on when the case is resolved, and end when it is closed', () => {
    const resolved = { status: 'resolved', resolvedAt: plusMinutes(fridayNight, 60) } as const;
    expect(clocksOf(withReferral({}, resolved))).toHaveLength(2);
    expect(clocksOf(withReferral({}, { ...resolved, closedAt: plusMinutes(fridayNight, 90) }))).toEqual([]);
  });

  it.each([
    [60, 'referral_acknowledge'],
    [7 * 24 * 60, 'referral_answer'],
  ])('say after %i minutes that the institution is overdue, and start the ladder: %s', (minutes, kind) => {
    const of = withReferral({ status: 'sent' }, { severity: 'critical' });
    const timer = wantedTimers(of, albania).find((one) => one.kind === kind)!;
    expect(escalateTimer(timer, of, albania, plusMinutes(fridayNight, minutes - 1))).toEqual({ outcome: 'not_due' });
    const raised = escalateTimer(timer, of, albania, plusMinutes(fridayNight, minutes));
    const id = `1.${kind}.referral-police_cybercrime-1`;
    expect(raised).toMatchObject({
      events: [
        { type: 'sla.missed', data: { timer: id } },
        { type: 'referral.overdue', data: { referral: 'police_cybercrime-1', timer: id } },
        { type: 'case.escalated', data: { timer: id, rung: 'duty', reminder: 0 } },
      ],
    });
  });

  it('are disarmed by what ends them, and named by an id that reads back', () => {
    const before = withReferral({ status: 'sent' });
    const timers = wantedTimers(before, albania);
    const after = reconcileTimers(withReferral({ status: 'acknowledged' }), timers, albania);
    expect(after.disarm).toEqual(['1.referral_acknowledge.referral-police_cybercrime-1']);
    for (const timer of timers) expect(timerId({ ...timer, ...parseTimerId(timerId(timer)) })).toBe(timerId(timer));
  });
});

const at = (hours: number) => plusMinutes(fridayNight, hours * 60);

describe('the look at a call that a counsellor made alone', () => {
  const owed = { status: 'acknowledged', lookOwedSince: fridayNight } as const;
  const looks = (of: Case) => wantedTimers(of, albania).filter(({ kind }) => kind === 'call_look');

  it('is owed within 24 hours, with a warning after 18', () => {
    expect(looks(withReferral(owed))).toMatchObject([
      { subject: 'referral-police_cybercrime-1', deadline: at(24), warnAt: at(18) },
    ]);
    expect(looks(withReferral({ status: 'acknowledged' }))).toEqual([]);
  });

  it('is owed still when the case is resolved, closed or reopened, and when the referral was taken back', () => {
    const resolved = { status: 'resolved', resolvedAt: at(1) } as const;
    expect(looks(withReferral(owed, resolved))).toHaveLength(1);
    expect(looks(withReferral(owed, { ...resolved, status: 'closed', closedAt: at(2) }))).toHaveLength(1);
    expect(looks(withReferral(owed, { clockNumber: 2, reopenedAt: at(2) }))).toMatchObject([{ deadline: at(24) }]);
    expect(looks(withReferral({ ...owed, status: 'withdrawn' }))).toHaveLength(1);
  });

  it('ends with the look, and climbs the ladder when nobody has looked; the institution is not overdue', () => {
    const [timer] = looks(withReferral(owed));
    if (timer === undefined) throw new Error('Nothing is owed.');
    const after = reconcileTimers(withReferral({ ...owed, lookedAt: at(3) }), [timer], albania);
    expect(after.disarm).toEqual([timerId(timer)]);
    const raised = escalateTimer(timer, withReferral(owed), albania, at(24));
    expect(raised.outcome === 'raised' && raised.events.map(({ type }) => type)).toEqual([
      'sla.missed',
      'case.escalated',
    ]);
  });
});

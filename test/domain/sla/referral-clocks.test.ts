import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { reconcileTimers, wantedTimers } from '#shared/domain/sla/clocks.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import { parseTimerId, timerId } from '#shared/domain/case/timer-id.ts';
import type { ClockKind, Timer } from '#shared/domain/case/timer-id.ts';
import { acknowledgeRung, escalateTimer } from '#shared/domain/sla/timer.ts';
import { aCase, aReferral, fridayNight } from '#test/support/builders.ts';

const withReferral = (referral: Partial<Referral>, more: Partial<Case> = {}): Case =>
  aCase({ severity: 'high', triagedAt: fridayNight, referrals: [aReferral(referral)], ...more });
const at = (minutes: number): Instant => plusMinutes(fridayNight, minutes);
function timerOf(of: Case, kind: ClockKind): Timer {
  const timer = wantedTimers(of, albania).find((one) => one.kind === kind);
  if (timer === undefined) throw new Error(`No ${kind} is wanted.`);
  return timer;
}

/** Sweeps whenever something is due, and says what came of it on which local day. */
function live(first: Timer, of: (now: Instant) => Case, until: Instant): string[] {
  const said: string[] = [];
  let timer = first;
  while (timer.dueAt <= until) {
    const now = timer.dueAt;
    const raised = escalateTimer(timer, of(now), albania, now);
    if (raised.outcome !== 'raised') return [...said, raised.outcome];
    timer = raised.timer;
    for (const { type, data } of raised.events) {
      if (type === 'referral.silent') said.push(`${now.slice(5, 16)} ${data.step}`);
      if (type === 'case.escalated') said.push(`${now.slice(5, 16)} ${data.rung}`);
    }
  }
  return said;
}

const rungs = albania.ladder.rungs.map(({ id }) => id);
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

  it('say when the institution is overdue', () => {
    const of = withReferral({ status: 'sent' });
    const timer = timerOf(of, 'referral_acknowledge');
    expect(escalateTimer(timer, of, albania, at(24 * 60 - 1))).toEqual({ outcome: 'not_due' });
    const id = '1.referral_acknowledge.referral-police_cybercrime-1';
    expect(escalateTimer(timer, of, albania, at(24 * 60))).toMatchObject({
      events: [
        { type: 'sla.missed', data: { timer: id } },
        { type: 'referral.overdue', data: { referral: 'police_cybercrime-1', timer: id } },
        { type: 'referral.silent', data: { referral: 'police_cybercrime-1', timer: id, step: 'owner' } },
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

describe('the silence of an institution', () => {
  const sent = withReferral({ status: 'sent' });

  it('is told the owner, after one working day the supervisor, after three asks to decide, then reminds every five', () => {
    // Friday night and 24 hours is a Saturday, which counts from the Tuesday: Monday, 23 November, is a holiday. So are
    // 30 November, 1 and 8 December.
    expect(live(timerOf(sent, 'referral_acknowledge'), () => sent, at(40 * 24 * 60))).toEqual([
      '11-21T22:10 owner',
      '11-24T23:00 supervisor',
      '11-26T23:00 authority',
      '12-08T23:00 reminder',
      '12-15T23:00 reminder',
      '12-22T23:00 reminder',
    ]);
  });

  it('is told by one clock: that of the answer keeps still until the referral is acknowledged', () => {
    const acknowledgedOn = '2026-12-03T10:00:00.000Z';
    const acknowledged = withReferral({ status: 'acknowledged', acknowledgedAt: acknowledgedOn });
    const of = (now: Instant): Case => (now < acknowledgedOn ? sent : acknowledged);
    expect(live(timerOf(sent, 'referral_answer'), of, '2026-12-10T00:00:00.000Z')).toEqual([
      '12-03T22:10 owner',
      '12-04T22:10 supervisor',
      '12-09T22:10 authority',
    ]);
  });

  it.each(['referral_acknowledge', 'referral_answer', 'referral_hand_over'] as const)(
    'climbs no rung of a case that is over or less than critical: %s',
    (kind) => {
      const referral = { status: 'sent', addressesOnly: kind === 'referral_hand_over' } as const;
      for (const more of [
        { severity: 'high' },
        { severity: 'critical', status: 'resolved', resolvedAt: at(5) },
      ] as const) {
        const of = withReferral(referral, more);
        const said = live(timerOf(of, kind), () => of, at(30 * 24 * 60));
        expect(said.filter((line) => rungs.some((rung) => line.endsWith(` ${rung}`) && rung !== 'supervisor'))).toEqual(
          [],
        );
        expect(said.length).toBeLessThan(8);
      }
    },
  );

  it('ends with the answer, and when the case is closed', () => {
    const timer = timerOf(sent, 'referral_answer');
    const closed = withReferral({ status: 'sent' }, { closedAt: at(1) });
    expect(escalateTimer(timer, withReferral({ status: 'accepted' }), albania, at(99999))).toEqual({
      outcome: 'ended',
    });
    expect(escalateTimer(timer, closed, albania, at(99999))).toEqual({ outcome: 'ended' });
  });

  describe('about a critical referral of an open case', () => {
    const critical = withReferral({ status: 'sent' }, { severity: 'critical' });
    const climbed = [
      '11-20T23:10 duty',
      '11-20T23:20 backup',
      '11-20T23:30 supervisor',
      '11-20T23:50 director',
      '11-21T00:10 outside_partner',
    ];

    it('climbs each rung once, and goes on slowly with the supervisor', () => {
      const said = live(timerOf(critical, 'referral_acknowledge'), () => critical, at(12 * 24 * 60));
      expect(said).toEqual([...climbed, '11-24T23:00 supervisor', '11-26T23:00 authority']);
    });

    it.each([
      ['a call is recorded', (): Case => withReferral({ status: 'sent', calledAt: at(75) }, { severity: 'critical' })],
      ['the case is lowered', (): Case => withReferral({ status: 'sent' }, { severity: 'high' })],
      ['the case is resolved', (): Case => ({ ...critical, status: 'resolved', resolvedAt: at(75) })],
    ])('climbs no further once %s, and begins with the owner', (_, then) => {
      const of = (now: Instant): Case => (now < at(75) ? critical : then());
      const said = live(timerOf(critical, 'referral_acknowledge'), of, at(7 * 24 * 60));
      expect(said).toEqual([
        ...climbed.slice(0, 2),
        '11-20T23:30 owner',
        '11-24T23:00 supervisor',
        '11-26T23:00 authority',
      ]);
    });

    it('climbs not for an answer, nor for addresses', () => {
      const of = withReferral({ status: 'acknowledged', addressesOnly: true }, { severity: 'critical' });
      expect(live(timerOf(of, 'referral_answer'), () => of, at(8 * 24 * 60))[0]).toMatch(/owner$/);
      const handed = withReferral({ status: 'sent', addressesOnly: true }, { severity: 'critical' });
      expect(live(timerOf(handed, 'referral_hand_over'), () => handed, at(60))).toEqual(['11-20T23:10 owner']);
    });

    it('can be acknowledged by each rung, which holds the climb', () => {
      const first = escalateTimer(timerOf(critical, 'referral_acknowledge'), critical, albania, at(60));
      if (first.outcome !== 'raised') throw new Error(first.outcome);
      const held = acknowledgeRung(first.timer, 'duty', albania, at(65), 'staff:s-1');
      expect(held).toMatchObject({ outcome: 'held', timer: { nextRungAt: at(95) } });
    });
  });

  it('goes on slowly where the earlier rule had climbed, and reminded', () => {
    const { dueAt: _, ...missed } = timerOf(sent, 'referral_acknowledge');
    const old: Timer = { ...missed, missedAt: at(60), nextRung: 5, reminders: 9, nextRungAt: at(90), dueAt: at(90) };
    expect(live(old, () => sent, at(5 * 24 * 60))).toEqual(['11-20T23:40 owner', '11-24T23:00 supervisor']);
  });
});

describe('the look at a call that a counsellor made alone', () => {
  const owed = { status: 'acknowledged', lookOwedSince: fridayNight } as const;
  const looks = (of: Case) => wantedTimers(of, albania).filter(({ kind }) => kind === 'call_look');

  it('is owed within 24 hours, with a warning after 18', () => {
    expect(looks(withReferral(owed))).toMatchObject([
      { subject: 'referral-police_cybercrime-1', deadline: at(24 * 60), warnAt: at(18 * 60) },
    ]);
    expect(looks(withReferral({ status: 'acknowledged' }))).toEqual([]);
  });

  it('is owed still when the case is resolved, closed or reopened, and when the referral was taken back', () => {
    const resolved = { status: 'resolved', resolvedAt: at(60) } as const;
    expect(looks(withReferral(owed, resolved))).toHaveLength(1);
    expect(looks(withReferral(owed, { ...resolved, status: 'closed', closedAt: at(120) }))).toHaveLength(1);
    expect(looks(withReferral(owed, { clockNumber: 2, reopenedAt: at(120) }))).toMatchObject([
      { deadline: at(24 * 60) },
    ]);
    expect(looks(withReferral({ ...owed, status: 'withdrawn' }))).toHaveLength(1);
  });

  it('ends with the look, and climbs the ladder when nobody has looked; the institution is not overdue', () => {
    const [timer] = looks(withReferral(owed));
    if (timer === undefined) throw new Error('Nothing is owed.');
    const after = reconcileTimers(withReferral({ ...owed, lookedAt: at(180) }), [timer], albania);
    expect(after.disarm).toEqual([timerId(timer)]);
    const raised = escalateTimer(timer, withReferral(owed), albania, at(24 * 60));
    expect(raised.outcome === 'raised' && raised.events.map(({ type }) => type)).toEqual([
      'sla.missed',
      'case.escalated',
    ]);
  });
});

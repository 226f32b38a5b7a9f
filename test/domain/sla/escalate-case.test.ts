import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { NewEvent } from '#shared/domain/case/events.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { ClockKind, Timer } from '#shared/domain/case/timer-id.ts';
import { promiseAt, wantedTimers } from '#shared/domain/sla/clocks.ts';
import { escalateCase, ringsOrJoins } from '#shared/domain/sla/escalate-case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { aCase, aReferral, aTimer, fridayNight } from '#test/support/builders.ts';

const at = (minutes: number): Instant => plusMinutes(fridayNight, minutes);
const rungs = albania.ladder.rungs.map(({ id }) => id);

function leftAlone(severity: Case['severity'], more: Partial<Case> = {}): Case {
  const of = aCase({ status: 'triaged', triagedAt: fridayNight, severity, ...more });
  return { ...of, promise: promiseAt(fridayNight, severity, of.reported, albania.clocks) };
}

interface Lived {
  timers: Timer[];
  transactions: number;
  raised: { at: Instant; event: NewEvent }[];
}

/** Sweeps whenever something is due. */
function live(of: Case, first: readonly Timer[], until: Instant): Lived {
  const lived: Lived = { timers: [...first], transactions: 0, raised: [] };
  for (;;) {
    const [now] = lived.timers.map(({ dueAt }) => dueAt).toSorted();
    if (now === undefined || now > until) return lived;
    const { events, timersArmed, timersDisarmed } = escalateCase(of, lived.timers, albania, now);
    lived.transactions += 1;
    lived.raised.push(...events.map((event) => ({ at: now, event })));
    const armed = new Map(timersArmed.map((timer) => [timerId(timer), timer]));
    lived.timers = lived.timers
      .filter((timer) => !timersDisarmed.includes(timerId(timer)))
      .map((timer) => armed.get(timerId(timer)) ?? timer);
  }
}

const remindersOf = ({ raised }: Lived): Instant[] =>
  raised.filter(({ event }) => event.type === 'case.escalated' && event.data.reminder > 0).map((one) => one.at);

describe('a case that is escalated', () => {
  it('has everything that is due at one instant in one step', () => {
    const of = leftAlone('critical');
    const due = wantedTimers(of, albania).map((timer) =>
      timer.kind === 'handle' ? { ...timer, dueAt: at(45) } : timer,
    );
    const { timersArmed, events, escalated } = escalateCase(of, due, albania, at(60));
    expect(escalated.map(({ kind }) => kind).toSorted()).toEqual(['handle', 'must_be_acknowledged', 'must_be_read']);
    expect(timersArmed).toHaveLength(3);
    expect(events.filter(({ type }) => type === 'sla.missed')).toHaveLength(3);
    const climbed = events.filter((event) => event.type === 'case.escalated');
    expect(new Set(climbed.map(({ data }) => data.timer)).size).toBe(climbed.length);
  });

  it('has what is not due left alone, and all that has ended disarmed', () => {
    const of = leftAlone('high', { handledAt: at(10), readAt: at(5) });
    const timers = [
      ...wantedTimers(of, albania),
      aTimer({ kind: 'handle', dueAt: at(30), deadline: at(30) }),
      aTimer({ kind: 'promise_handle' }),
    ];
    const { timersArmed, timersDisarmed, events } = escalateCase(of, timers, albania, at(60));
    expect(timersDisarmed).toEqual(['1.handle.report', '1.promise_handle.report']);
    expect([timersArmed, events]).toEqual([[], []]);
  });

  it('is not more than one transaction holds, and loses nothing by that', () => {
    const ids = Array.from({ length: 50 }, (_, n) => `police-${n + 1}`);
    const of = leftAlone('high', { referrals: ids.map((id) => aReferral({ id, status: 'sent' })) });
    const wanted = wantedTimers(of, albania);
    let timers = wanted;
    const silent: string[] = [];
    for (let step = 0; step < 20; step += 1) {
      const done = escalateCase(of, timers, albania, at(8 * 24 * 60));
      expect(done.events.length + done.timersArmed.length).toBeLessThan(80);
      for (const { type, data } of done.events) if (type === 'referral.silent') silent.push(data.referral);
      const armed = new Map(done.timersArmed.map((timer) => [timerId(timer), timer]));
      timers = timers.map((timer) => armed.get(timerId(timer)) ?? timer);
      if (!done.isMore) break;
    }
    expect(timers.filter(({ dueAt }) => dueAt <= at(8 * 24 * 60))).toEqual([]);
    expect(silent.toSorted()).toEqual(ids.toSorted());
  });
});

describe('the reminders of a case', () => {
  it('are one for all its clocks: every half hour at first, then every hour', () => {
    const reminders = remindersOf(
      live(leftAlone('critical'), wantedTimers(leftAlone('critical'), albania), at(24 * 60)),
    );
    const minutes = reminders.map((one) => (Date.parse(one) - Date.parse(fridayNight)) / 60_000);
    expect(minutes.slice(0, 10)).toEqual([90, 120, 150, 180, 210, 240, 270, 300, 360, 420]);
    expect(new Set(minutes).size).toBe(minutes.length);
    expect(minutes.length).toBe(8 + 19);
  });

  it('go on for the next clock when the first one has ended', () => {
    const of = leftAlone('critical');
    const { timers } = live(of, wantedTimers(of, albania), at(360));
    const read = { ...of, acknowledgedAt: at(361), readAt: at(361) };
    const reminders = live(read, timers, at(500)).raised.map(({ event }) => event);
    const spoke = reminders.flatMap((event) => (event.type === 'case.escalated' ? [event.data.timer] : []));
    expect(new Set(spoke)).toEqual(new Set(['1.handle.report']));
  });

  it('stay held where an acknowledgement holds longer', () => {
    const of = leftAlone('critical');
    const { timers } = live(of, wantedTimers(of, albania), at(360));
    const handling = (one: Timer): boolean => one.kind === 'handle';
    const held = timers.map((one) => (handling(one) ? { ...one, nextRungAt: at(999), dueAt: at(999) } : one));
    const after = live(of, held, at(420)).timers.find(handling);
    expect(after?.dueAt).toBe(at(999));
  });

  it('of a look at a call come by themselves, each working day, and hold back nobody: the case still reminds each hour', () => {
    const referrals = [aReferral({ status: 'acknowledged', calledAt: fridayNight, lookOwedSince: fridayNight })];
    const ofKind = (lived: Lived, kind: string): string[] =>
      lived.raised.flatMap(({ at: when, event }) =>
        event.type === 'case.escalated' && event.data.reminder > 0 && event.data.timer.includes(`.${kind}.`)
          ? [when.slice(5, 16)]
          : [],
      );
    const open = leftAlone('critical', { referrals });
    const alone = leftAlone('critical');
    const until = at(9 * 24 * 60);
    const lived = live(open, wantedTimers(open, albania), until);
    const speaks = (one: Lived): string[] => ofKind(one, 'must_be_acknowledged');
    expect(speaks(lived)).toEqual(speaks(live(alone, wantedTimers(alone, albania), until)));
    // The miss is on a Saturday, so the first one comes after the first working day. The last days are no working days.
    const days = ['11-24T23:00', '11-25T23:00', '11-26T23:00'];
    expect(ofKind(lived, 'call_look')).toEqual(days);

    const seen = { readAt: at(5), handledAt: at(5), resolvedAt: at(60), closedAt: at(90) };
    const ended = leftAlone('critical', { referrals, status: 'closed', ...seen });
    const after = live(ended, wantedTimers(ended, albania), until);
    expect(ofKind(after, 'call_look')).toEqual(days);
    expect(after.raised.map(({ event }) => event.type)).toEqual([
      'sla.warned',
      'sla.missed',
      ...[...rungs, ...days].map(() => 'case.escalated'),
    ]);
  });

  it('of a critical case that is left alone for 73 hours are about one event an hour', () => {
    const of = leftAlone('critical');
    const { transactions, raised } = live(of, wantedTimers(of, albania), at(73 * 60));
    expect(remindersOf({ timers: [], transactions, raised }).length).toBe(8 + 68);
    expect({ raised: raised.length, transactions }).toEqual({ raised: 116, transactions: 93 });
  });

  it('whenever it is swept: never two for one case at an instant, each rung of each clock once and in order', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(gaps, fc.constantFrom(...severities), (all, severity) => {
        const of = leftAlone(severity);
        let timers = wantedTimers(of, albania);
        let now = 0;
        const climbed = new Map<string, string[]>();
        for (const gap of all) {
          now += gap;
          const done = escalateCase(of, timers, albania, at(now));
          const reminded = done.events.filter((event) => event.type === 'case.escalated' && event.data.reminder > 0);
          expect(reminded.length).toBeLessThanOrEqual(1);
          for (const { type, data } of done.events) {
            if (type !== 'case.escalated' || data.reminder > 0) continue;
            climbed.set(data.timer, [...(climbed.get(data.timer) ?? []), data.rung]);
          }
          const armed = new Map(done.timersArmed.map((timer) => [timerId(timer), timer]));
          timers = timers.map((timer) => armed.get(timerId(timer)) ?? timer);
          const left = timers.filter(({ dueAt }) => dueAt <= at(now));
          expect(left.filter((timer) => timer.nextRungAt !== undefined && timer.nextRungAt <= at(now))).toEqual([]);
        }
        for (const asked of climbed.values()) expect(asked).toEqual(rungs.slice(0, asked.length));
      }),
    );
  });
});

describe('a clock', () => {
  const of = leftAlone('critical');
  const timers = wantedTimers(of, albania);
  const climbing = (kind: ClockKind, nextRung: number, from: number): Timer =>
    aTimer({ kind, nextRung, armedAt: at(from), missedAt: at(from), severity: 'critical' });
  const first = climbing('must_be_read', 3, 60);

  it('rings when it is the first of its case that climbs, and joins when it is a later one', () => {
    const later = climbing('handle', 1, 61);
    expect(ringsOrJoins(first, of, [later, first], albania)).toBe('rings');
    expect(ringsOrJoins(later, of, [later, first], albania)).toBe('joins');
    expect(ringsOrJoins(later, of, [later], albania)).toBe('rings');
  });
  it('rings while none climbs', () => {
    const [any] = timers;
    if (any === undefined) throw new Error('No timer is wanted.');
    expect(ringsOrJoins(any, of, timers, albania)).toBe('rings');
  });
  it.each(['promise_handle', 'promise_resolve'] as const)('of a missed promise rings once: %s', (kind) => {
    expect(ringsOrJoins(climbing(kind, 1, 999), of, [first], albania)).toBe('rings');
    expect(ringsOrJoins(climbing(kind, 2, 999), of, [first, climbing(kind, 2, 999)], albania)).toBe('joins');
  });
  it('of a look that everybody was told of is never the one that the others join', () => {
    const look = climbing('call_look', rungs.length, 1);
    const handle = climbing('handle', 1, 61);
    expect(ringsOrJoins(handle, of, [look, handle], albania)).toBe('rings');
    expect(ringsOrJoins(look, of, [look], albania)).toBe('rings');
  });
  it('of a silent institution is never the one that the others join', () => {
    const referrals = [aReferral({ status: 'sent' })];
    const silent = aTimer({ kind: 'referral_answer', subject: 'referral-police_cybercrime-1', nextRung: 3 });
    const handle = climbing('handle', 1, 61);
    expect(ringsOrJoins(handle, { ...of, referrals }, [silent, handle], albania)).toBe('rings');
  });
});

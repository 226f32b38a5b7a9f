import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { promiseAt, reconcileTimers, wantedTimers } from '#shared/domain/sla/clocks.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { ClockKind } from '#shared/domain/case/timer-id.ts';
import { severities } from '#shared/domain/report/severity.ts';
import type { Severity } from '#shared/domain/report/severity.ts';
import { escalateTimer } from '#shared/domain/sla/timer.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { aCase, aReferral, aTimer, fridayNight } from '#test/support/builders.ts';

const hours = (count: number) => count * 60;

/** A case as intake makes it: its promise follows from its severity. */
function received(overrides: Partial<Case> = {}): Case {
  const plain = aCase(overrides);
  return { ...plain, promise: promiseAt(plain.receivedAt, plain.severity, plain.reported, albania.clocks) };
}
const triaged = (overrides: Partial<Case> = {}): Case =>
  received({ status: 'triaged', triagedAt: plusMinutes(fridayNight, 1), ...overrides });

const kindsOf = (of: Case): ClockKind[] => wantedTimers(of, albania).map((timer) => timer.kind);
const deadlineOf = (of: Case, kind: ClockKind): string | undefined =>
  wantedTimers(of, albania).find((timer) => timer.kind === kind)?.deadline;
const adult = { ...aCase().reported, victims: [{ ageBand: '31+' as const, gender: 'female' as const }] };
const amongAdults = { ...adult, reporterRole: 'citizen' as const, reporterAgeBand: '31+' as const };

describe('the promise', () => {
  test.each([
    ['critical', 1],
    ['high', 4],
    ['normal', 4],
    ['low', 4],
  ] as const)('%s with a child: read within %i h, handled within 48 h, resolved within 72 h', (severity, readHours) => {
    expect(promiseAt(fridayNight, severity, aCase().reported, albania.clocks)).toEqual({
      readBy: plusMinutes(fridayNight, hours(readHours)),
      handleBy: plusMinutes(fridayNight, hours(48)),
      resolveBy: plusMinutes(fridayNight, hours(72)),
    });
  });
  test.each(['normal', 'low'] as const)('%s among adults: read within 24 h', (severity) => {
    expect(promiseAt(fridayNight, severity, amongAdults, albania.clocks).readBy).toBe(
      plusMinutes(fridayNight, hours(24)),
    );
  });
  test('without a time is none: a country that gives no minutes for it is a fault', () => {
    const silent = {
      ...albania.clocks.promise_handle,
      minutes: { ...albania.clocks.promise_handle.minutes, low: null },
    };
    const policies = { ...albania.clocks, promise_handle: silent };
    expect(() => promiseAt(fridayNight, 'low', amongAdults, policies)).toThrow('promise_handle at severity low');
    expect(promiseAt(fridayNight, 'high', amongAdults, policies).handleBy).toBe(plusMinutes(fridayNight, hours(48)));
  });
  test.each([
    ['clocks go forward on 29 March 2026', '2026-03-28T12:00:00.000Z', '2026-03-30T12:00:00.000Z'],
    ['clocks go back on 25 October 2026', '2026-10-24T12:00:00.000Z', '2026-10-26T12:00:00.000Z'],
  ])('is 48 elapsed hours also when the %s', (_, at, handleBy) => {
    expect(promiseAt(at, 'high', aCase().reported, albania.clocks).handleBy).toBe(handleBy);
  });
});

describe('timers', () => {
  test('intake arms triage, reading and the two promises', () => {
    expect(kindsOf(received())).toEqual(['must_be_triaged', 'must_be_read', 'promise_handle', 'promise_resolve']);
    expect(deadlineOf(received(), 'must_be_triaged')).toBe(plusMinutes(fridayNight, 15));
  });
  test('entered late, everything but triage counts from when it was told', () => {
    const enteredAt = plusMinutes(fridayNight, hours(50));
    const late = received({ enteredAt });
    expect(deadlineOf(late, 'must_be_triaged')).toBe(plusMinutes(enteredAt, 15));
    expect(deadlineOf(late, 'promise_handle')).toBe(plusMinutes(fridayNight, hours(48)));
  });
  test('triage ends its own clock and arms the targets; of a critical case also acknowledgement', () => {
    expect(kindsOf(triaged())).toEqual(['must_be_read', 'promise_handle', 'promise_resolve', 'handle', 'resolve']);
    const critical = triaged({ severity: 'critical' });
    expect(kindsOf(critical)).toContain('must_be_acknowledged');
    const [acknowledge] = wantedTimers(critical, albania).filter(({ kind }) => kind === 'must_be_acknowledged');
    expect(acknowledge).toMatchObject({ nextRungAt: critical.triagedAt, dueAt: critical.triagedAt });
    expect(acknowledge?.deadline).toBe(plusMinutes(fridayNight, 16));
  });
  test.each([
    ['critical', 1, 48],
    ['high', 4, 48],
    ['normal', 24, 48],
    ['low', 48, 72],
  ] as const)('targets of %s: handled in %i h, resolved in %i h from triage', (severity, handle, resolve) => {
    const of = triaged({ severity });
    expect(deadlineOf(of, 'handle')).toBe(plusMinutes(fridayNight, 1 + hours(handle)));
    expect(deadlineOf(of, 'resolve')).toBe(plusMinutes(fridayNight, 1 + hours(resolve)));
  });
  test('warnings come at three quarters of handle and resolve clocks, and of no other', () => {
    const timers = wantedTimers(triaged({ severity: 'critical' }), albania);
    const shares = timers.map(({ kind, warnAt, armedAt, deadline }) => {
      const elapsed = (at: string) => Date.parse(at) - Date.parse(armedAt);
      return [kind, warnAt === undefined ? undefined : elapsed(warnAt) / elapsed(deadline)];
    });
    expect(Object.fromEntries(shares)).toEqual({
      promise_handle: 0.75,
      promise_resolve: 0.75,
      handle: 0.75,
      resolve: 0.75,
    });
  });
  test('a step ends its clocks', () => {
    const critical = triaged({ severity: 'critical' });
    expect(kindsOf({ ...critical, acknowledgedAt: fridayNight })).not.toContain('must_be_acknowledged');
    const read = kindsOf({ ...critical, readAt: fridayNight, lastReadAt: fridayNight });
    expect(read).toEqual(['promise_handle', 'promise_resolve', 'handle', 'resolve']);
    const handled = { ...critical, readAt: fridayNight, handledAt: fridayNight };
    expect(kindsOf(handled)).toEqual(['promise_resolve', 'resolve']);
    expect(kindsOf({ ...handled, resolvedAt: fridayNight })).toEqual([]);
    expect(kindsOf({ ...critical, readAt: fridayNight, closedAt: fridayNight })).toEqual([]);
    const endedUnhandled = { ...critical, readAt: fridayNight, resolvedAt: fridayNight };
    expect(kindsOf(endedUnhandled)).toEqual([]);
    const { triagedAt: _, ...untriaged } = endedUnhandled;
    expect(kindsOf(untriaged)).toEqual([]);
  });
  describe('of the words that nobody has read', () => {
    const at = plusMinutes(fridayNight, 90);
    const unreadFrom = { message: 2, event: 9, at, readBy: plusMinutes(at, hours(4)) };
    const read = { readAt: fridayNight, lastReadAt: fridayNight, readUpTo: 8 } as const;
    const written = triaged({ ...read, unreadFrom });

    test('are one, which ends when nothing is unread, whatever the status and the clocks of machines say', () => {
      const [timer] = wantedTimers(written, albania).filter(({ kind }) => kind === 'must_be_read');
      expect(timer).toMatchObject({ subject: 'report', armedAt: at, deadline: unreadFrom.readBy });
      const { unreadFrom: _, ...allRead } = written;
      for (const ended of [{}, { resolvedAt: at }, { resolvedAt: at, closedAt: at }]) {
        // A reading stamped far later is no reading of what came after it, and one stamped earlier is.
        const unread = { ...written, ...ended, lastReadAt: plusMinutes(at, 999) };
        expect(reconcileTimers(unread, [timer!], albania).disarm).toEqual([]);
        const later = { ...allRead, ...ended, lastReadAt: fridayNight, lastWrittenAt: at };
        expect(reconcileTimers(later, [timer!], albania).disarm).toEqual([timerId(timer!)]);
      }
    });

    test('are due at the earliest that was told, of the report and of each message', () => {
      const deadline = (of: Case) => deadlineOf(of, 'must_be_read');
      const unread = triaged({ severity: 'low' });
      const soon = { ...unreadFrom, readBy: plusMinutes(fridayNight, hours(3)) };
      expect(deadline({ ...unread, unreadFrom: soon })).toBe(soon.readBy);
      expect(deadline({ ...unread, unreadFrom: { ...soon, readBy: plusMinutes(fridayNight, 9999) } })).toBe(
        unread.promise.readBy,
      );
      expect(deadline({ ...written, severity: 'critical' })).toBe(plusMinutes(at, 60));
      expect(deadline({ ...written, severity: 'low' })).toBe(unreadFrom.readBy);
    });

    test('call somebody anew when a message made the case critical, until somebody acknowledges or has read it', () => {
      const called = { ...written, severity: 'critical' as const, unreadFrom: { ...unreadFrom, calledAt: at } };
      const [timer] = wantedTimers(called, albania).filter(({ kind }) => kind === 'must_be_acknowledged');
      expect(timer).toMatchObject({ subject: 'report', armedAt: at, nextRungAt: at });
      const without = (of: Case) => expect(kindsOf(of)).not.toContain('must_be_acknowledged');
      without({ ...called, acknowledgedAt: fridayNight });
      without({ ...written, severity: 'critical' });
      const { unreadFrom: _, ...allRead } = called;
      without(allRead);
    });

    test('of an older case are judged by the times that it has, until somebody reads or writes again', () => {
      const { readUpTo: _, unreadFrom: __, ...older } = { ...written, lastWrittenAt: at };
      const deadline = plusMinutes(at, 50);
      const timer = aTimer({ kind: 'must_be_read', subject: 'message-2', armedAt: at, deadline });
      const disarmed = (of: Case) => reconcileTimers(of, [timer], albania);
      for (const lastReadAt of [plusMinutes(at, -1), at]) {
        const reading = disarmed({ ...older, lastReadAt }).arm.filter(({ kind }) => kind === 'must_be_read');
        expect(reading).toMatchObject([{ subject: 'report', deadline, armedAt: at }]);
      }
      const { arm, disarm } = disarmed({ ...older, lastReadAt: plusMinutes(at, 1) });
      expect(disarm).toEqual(['1.must_be_read.message-2']);
      expect(arm.map(({ kind }) => kind)).not.toContain('must_be_read');
    });
  });
});

describe('a case taken up again', () => {
  const reopenedAt = plusMinutes(fridayNight, hours(200));
  const again = triaged({ reopenedAt, clockNumber: 2 });

  test('counts its targets from there', () => {
    expect(deadlineOf(again, 'handle')).toBe(plusMinutes(reopenedAt, hours(24)));
    expect(deadlineOf({ ...again, severity: 'critical' }, 'must_be_acknowledged')).toBe(plusMinutes(reopenedAt, 15));
  });
  test('before it was triaged counts them from triage', () => {
    const triagedAt = plusMinutes(reopenedAt, 7);
    expect(deadlineOf({ ...again, triagedAt }, 'handle')).toBe(plusMinutes(triagedAt, hours(24)));
    const untriaged = received({ reopenedAt, clockNumber: 2 });
    expect(deadlineOf(untriaged, 'must_be_triaged')).toBe(plusMinutes(reopenedAt, 15));
  });
});

test('the second look at a lowered severity counts from the lowering, whatever else was asked since', () => {
  const lowering = { id: 'lowering-1', kind: 'lowering', to: 'high', because: 'already_safe' } as const;
  const audit = { id: 'export-1', kind: 'export', reason: 'audit' } as const;
  const approvals = [
    { ...lowering, askedBy: 'anna', askedAt: plusMinutes(fridayNight, 30) },
    { ...audit, askedBy: 'anna', askedAt: plusMinutes(fridayNight, 90) },
  ];
  const looks = wantedTimers(triaged({ approvals }), albania).filter(({ kind }) => kind === 'second_look');
  expect(looks.map(({ armedAt }) => armedAt)).toEqual([plusMinutes(fridayNight, 30)]);
});

describe('reconciling', () => {
  const armedFor = (of: Case) => reconcileTimers(of, [], albania).arm;

  test('of what is right already changes nothing', () => {
    const of = triaged();
    expect(reconcileTimers(of, armedFor(of), albania)).toEqual({ arm: [], disarm: [] });
  });
  test('after triage arms what is missing and disarms what has ended', () => {
    const { arm, disarm } = reconcileTimers(triaged(), armedFor(received()), albania);
    expect(arm.map(({ kind }) => kind)).toEqual(['handle', 'resolve']);
    expect(disarm).toEqual(['1.must_be_triaged.report']);
  });
  test('moves internal deadlines with the severity, and never a promise', () => {
    const timers = armedFor(triaged());
    const raised = { ...triaged(), severity: 'critical' as const };
    const { arm, disarm } = reconcileTimers(raised, timers, albania);
    const after = new Map(arm.map((timer) => [timer.kind, timer]));
    expect(disarm).toEqual([]);
    expect([...after.keys()].sort()).toEqual(
      ['handle', 'must_be_acknowledged', 'must_be_read', 'promise_handle', 'promise_resolve', 'resolve'].sort(),
    );
    expect(after.get('handle')?.deadline).toBe(plusMinutes(fridayNight, 61));
    expect(after.get('handle')?.warnAt).toBe(plusMinutes(fridayNight, 46));
    expect(after.get('must_be_read')?.deadline).toBe(plusMinutes(fridayNight, 60));
    for (const kind of ['promise_handle', 'promise_resolve'] as const) {
      const before = timers.find((timer) => timer.kind === kind);
      expect(after.get(kind)).toEqual({ ...before, severity: 'critical' });
    }
  });
  test('never lets reading come later than the reporter was told', () => {
    const critical = received({ severity: 'critical' });
    const lowered = { ...critical, severity: 'low' as const };
    expect(deadlineOf(lowered, 'must_be_read')).toBe(critical.promise.readBy);
  });
  test('keeps what a timer has raised', () => {
    const of = triaged({ severity: 'high' });
    const timers = armedFor(of).map((timer) => {
      const raised = escalateTimer(timer, of, albania, plusMinutes(fridayNight, hours(5)));
      return raised.outcome === 'raised' ? raised.timer : timer;
    });
    const handle = timers.find(({ kind }) => kind === 'handle');
    expect(handle).toMatchObject({ nextRung: 1, missedAt: plusMinutes(fridayNight, hours(5)) });
    const { arm } = reconcileTimers({ ...of, severity: 'critical' }, timers, albania);
    expect(arm.find(({ kind }) => kind === 'handle')).toEqual({ ...handle, severity: 'critical' });
  });
  test('does not warn a second time', () => {
    const of = triaged();
    const warned = armedFor(of).map((timer) => {
      const raised = escalateTimer(timer, of, albania, plusMinutes(fridayNight, hours(20)));
      return raised.outcome === 'raised' ? raised.timer : timer;
    });
    const handle = reconcileTimers({ ...of, severity: 'low' }, warned, albania).arm.find(
      ({ kind }) => kind === 'handle',
    );
    expect(handle?.deadline).toBe(plusMinutes(fridayNight, 1 + hours(48)));
    expect(handle?.warnAt).toBeUndefined();
  });
  test('folds the older clocks of messages into the one clock, which only comes earlier; their call stands', () => {
    const at = plusMinutes(fridayNight, 90);
    const read = { readAt: fridayNight, lastReadAt: fridayNight };
    const of = triaged({ ...read, severity: 'critical', messageCount: 12, lastWrittenAt: at });
    const older = (n: number, more: Partial<Timer>) =>
      aTimer({ subject: `message-${n}`, kind: 'must_be_read', armedAt: at, ...more });
    const messages = [
      older(12, { deadline: plusMinutes(at, 60) }),
      older(12, { kind: 'must_be_acknowledged' }),
      older(11, { deadline: plusMinutes(at, 50), missedAt: plusMinutes(at, 51), nextRung: 2 }),
    ];
    const { arm, disarm } = reconcileTimers(of, messages, albania);
    expect(disarm).toEqual(['1.must_be_read.message-12', '1.must_be_read.message-11']);
    const reading = arm.filter(({ kind }) => kind === 'must_be_read');
    expect(reading).toMatchObject([{ subject: 'report', deadline: plusMinutes(at, 50), nextRung: 2 }]);
    expect(reconcileTimers(of, [messages[1]!, ...arm], albania)).toEqual({ arm: [], disarm: [] });
    const lowered = reconcileTimers({ ...of, severity: 'low' }, messages, albania);
    expect(lowered.disarm).toContain('1.must_be_acknowledged.message-12');
    expect(lowered.arm.find(({ kind }) => kind === 'must_be_read')?.deadline).toBe(plusMinutes(at, 50));
  });
  test('leaves the clocks of institutions as they are, whatever number they were armed under', () => {
    const referrals = [aReferral({ status: 'sent', approvedAt: fridayNight })];
    const of = triaged({ referrals });
    const isOfReferral = ({ subject }: Timer) => subject.startsWith('referral-');
    const armed = armedFor(of).filter(isOfReferral);
    expect(armed.length).toBeGreaterThan(0);
    const again = reconcileTimers({ ...of, clockNumber: 3 }, armed, albania);
    expect(again.arm.filter(isOfReferral)).toEqual([]);
    expect(again.disarm).toEqual([]);
    const raised = reconcileTimers({ ...of, clockNumber: 3, severity: 'critical' }, armed, albania).arm;
    expect(raised.filter(isOfReferral).map(timerId)).toEqual(armed.map(timerId));
  });
  test('keeps the handling that was promised where it was told, also when a raised severity would ask it sooner', () => {
    const told = { ...triaged().promise, handleBy: plusMinutes(fridayNight, hours(90)) };
    expect(deadlineOf({ ...triaged({ severity: 'critical' }), promise: told }, 'promise_handle')).toBe(told.handleBy);
  });
  test('throws away the timers of an old clock', () => {
    const timers = armedFor(triaged());
    const { arm, disarm } = reconcileTimers({ ...triaged(), clockNumber: 2 }, timers, albania);
    expect(disarm).toEqual(timers.map(timerId));
    expect(arm.every(({ clock }) => clock === 2)).toBe(true);
  });

  test('for any two severities: applied once or twice is the same, and ends with what the policy wants', () => {
    const anySeverity = fc.constantFrom<Severity>(...severities);
    fc.assert(
      fc.property(anySeverity, anySeverity, fc.boolean(), (first, second, isRead) => {
        const before = triaged({ severity: first });
        const after: Case = {
          ...before,
          severity: second,
          ...(isRead ? { readAt: fridayNight, lastReadAt: fridayNight } : {}),
        };
        const timers = armedFor(before);
        const { arm, disarm } = reconcileTimers(after, timers, albania);
        const armed = new Map([...timers, ...arm].map((timer) => [timerId(timer), timer]));
        for (const id of disarm) armed.delete(id);
        expect([...armed.keys()].sort()).toEqual(wantedTimers(after, albania).map(timerId).sort());
        expect(reconcileTimers(after, [...armed.values()], albania)).toEqual({ arm: [], disarm: [] });
      }),
    );
  });
});

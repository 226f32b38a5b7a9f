import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { deadlinesAfter, deadlinesOf } from '#shared/domain/case/deadlines.ts';
import { clockKinds, timerId } from '#shared/domain/case/timer-id.ts';
import type { Timer, TimerId } from '#shared/domain/case/timer-id.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase, aTimer, fridayNight } from '#test/support/builders.ts';

const ofInstitutions = clockKinds.filter((kind) => kind.startsWith('referral_'));

const anyTimer = fc
  .record({
    kind: fc.constantFrom(...clockKinds),
    clock: fc.constantFrom(1, 2),
    minutes: fc.nat(10_000),
    isMissed: fc.boolean(),
  })
  .map(({ kind, clock, minutes, isMissed }) =>
    aTimer({
      kind,
      clock,
      subject: ofInstitutions.includes(kind) ? 'referral-school-1' : 'report',
      deadline: plusMinutes(fridayNight, minutes),
      ...(isMissed ? { missedAt: plusMinutes(fridayNight, minutes) } : {}),
    }),
  );

/** Timers that are armed and disarmed in one change. */
const anyChange = fc.record({
  timersArmed: fc.uniqueArray(anyTimer, { selector: timerId, maxLength: 4 }),
  timersDisarmed: fc.array(anyTimer.map(timerId), { maxLength: 4 }),
});

describe('the deadlines of a case', () => {
  test('leave out what institutions owe, and hold what the centre owes to one: its question', () => {
    const subject = 'referral-school-1';
    const [own, theirs] = [
      aTimer({ kind: 'referral_question', subject }),
      aTimer({ kind: 'referral_answer', subject }),
    ];
    expect(deadlinesOf([own, theirs], 1)).toEqual([{ clock: 'referral_question', at: own.deadline, subject }]);
    const disarmed = { timersArmed: [], timersDisarmed: [timerId(own)] };
    expect(deadlinesAfter(deadlinesOf([own], 1), 1, disarmed)).toEqual([]);
  });

  test('after any changes are those of the timers that are then armed under this clock number', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
        const armed = new Map<TimerId, Timer>();
        let listed = deadlinesOf([], 1);
        for (const change of changes) {
          change.timersDisarmed.forEach((id) => armed.delete(id));
          change.timersArmed.forEach((timer) => armed.set(timerId(timer), timer));
          listed = deadlinesAfter(listed, 1, change);
        }
        const byClock = (a: { clock: string }, b: { clock: string }) => (a.clock < b.clock ? -1 : 1);
        expect(listed.toSorted(byClock)).toEqual(deadlinesOf([...armed.values()], 1).toSorted(byClock));
        expect(listed.map(({ at }) => at)).toEqual(listed.map(({ at }) => at).toSorted());
      }),
    );
  });

  test('say what was missed, and leave out what waits for an institution', () => {
    const deadline = plusMinutes(fridayNight, 60);
    const timers = [
      aTimer({ kind: 'handle', deadline, missedAt: deadline }),
      aTimer({ kind: 'referral_answer', subject: 'referral-school-1' }),
    ];
    expect(deadlinesOf(timers, 1)).toEqual([{ clock: 'handle', at: deadline, missed: true }]);
  });

  test('stay few, whatever number of messages release 0.1.0 armed clocks for', () => {
    const timers = Array.from({ length: 97 }, (_, n) =>
      aTimer({ kind: 'must_be_read', subject: `message-${n + 1}`, deadline: plusMinutes(fridayNight, 97 - n) }),
    );
    const listed = deadlinesOf(timers, 1);
    expect(listed).toHaveLength(16);
    expect(listed[0]).toEqual({ clock: 'must_be_read', at: plusMinutes(fridayNight, 1), subject: 'message-97' });
  });
});

describe('a change of a case', () => {
  const missed = plusMinutes(fridayNight, 60);

  test('keeps its deadlines', () => {
    const before = aCase({ deadlines: deadlinesOf([aTimer({ kind: 'handle' }), aTimer({ kind: 'must_be_read' })], 1) });
    const timersArmed = [aTimer({ kind: 'handle', deadline: missed, missedAt: missed })];
    const timersDisarmed: TimerId[] = ['1.must_be_read.report'];
    const { after } = changeCase(before, { set: {}, events: [], timersArmed, timersDisarmed }, fridayNight);
    expect(after.deadlines).toEqual([{ clock: 'handle', at: missed, missed: true }]);
  });

  test('begins them anew with a new clock number, also where none were listed', () => {
    for (const before of [aCase({ deadlines: deadlinesOf([aTimer()], 1) }), aCase()]) {
      const timersArmed = [aTimer({ clock: 2, kind: 'must_be_read', deadline: missed })];
      const { after } = changeCase(before, { set: { clockNumber: 2 }, events: [], timersArmed }, fridayNight);
      expect(after.deadlines).toEqual([{ clock: 'must_be_read', at: missed }]);
    }
  });

  test('leaves a row of release 0.1.0 without a list, for it would be a part of one', () => {
    const { after } = changeCase(aCase(), { set: {}, events: [], timersArmed: [aTimer()] }, fridayNight);
    expect('deadlines' in after).toBe(false);
  });

  test('does not take the leftover of an old clock for the present one', () => {
    const before = aCase({ clockNumber: 2, deadlines: deadlinesOf([aTimer({ clock: 2, kind: 'handle' })], 2) });
    const parts = { set: {}, events: [], timersDisarmed: ['1.handle.report'] as const };
    expect(changeCase(before, parts, fridayNight).after.deadlines).toEqual(before.deadlines);
  });
});

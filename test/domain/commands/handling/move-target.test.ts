import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { reconcileTimers, wantedTimers } from '#shared/domain/sla/clocks.ts';
import { decideTargetMove } from '#shared/domain/commands/handling/move-target.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { aCase, aReferral } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-21T09:00:00.000Z';
const later = (minutes: number) => plusMinutes(now, minutes);
const of = aCase({
  status: 'in_progress',
  triagedAt: now,
  readAt: now,
  receivedAt: now,
  clockNumber: 1,
  referrals: [aReferral({ id: 'elders-1', institution: 'elders', status: 'sent', approvedAt: now })],
});
const timers = wantedTimers(of, zembla);
const answer = '1.referral_answer.referral-elders-1';
const move = (timer: string, deadline: string, on: Case = of, among: readonly Timer[] = timers) =>
  decideTargetMove(on, among, { timer, deadline, because: 'set_wrongly' }, zembla, 'anna', now);
const moved = (timer: string, deadline: string, on: Case = of, among: readonly Timer[] = timers) => {
  const decision = move(timer, deadline, on, among);
  if (decision.outcome !== 'change') throw new Error(`It came to ${JSON.stringify(decision)}.`);
  return changeCase(on, decision.parts, now);
};

describe('moving a target', () => {
  test('never goes beyond the promise or into the past, changes that one clock, and survives being made right', () => {
    fc.assert(
      fc.property(fc.constantFrom(...timers.map(timerId)), fc.integer({ min: -600, max: 6000 }), (timer, minutes) => {
        const deadline = later(minutes);
        if (move(timer, deadline).outcome !== 'change') return;
        const { after, timersArmed } = moved(timer, deadline);
        const [armed, ...more] = timersArmed;
        const { arm, disarm } = reconcileTimers(
          after,
          timers.map((one) => (timerId(one) === timer && armed !== undefined ? armed : one)),
          zembla,
        );
        expect([more, armed?.deadline, arm, disarm]).toEqual([[], deadline, [], []]);
        const isTarget = /^1\.(handle|resolve)\.report$/.test(timer) && deadline <= of.promise.resolveBy;
        expect([deadline > now, isTarget || timer.includes('.referral_')]).toEqual([true, true]);
        expect(after.promise).toBe(of.promise);
      }),
    );
  });

  test('is written down with the reason, the person and the severity it was made at', () => {
    const { after, events } = moved('1.handle.report', later(300));
    expect(after.targetMoves).toEqual([
      {
        timer: '1.handle.report',
        deadline: later(300),
        because: 'set_wrongly',
        severity: 'normal',
        by: 'anna',
        at: now,
      },
    ]);
    expect(events).toMatchObject([
      { type: 'case.target_moved', actor: 'staff:anna', data: { timer: '1.handle.report' } },
    ]);
  });

  test('a second time takes the place of the first, and leaves the other targets where they were moved', () => {
    const first = moved('1.handle.report', later(300)).after;
    const both = moved('1.resolve.report', later(400), first).after;
    const again = moved('1.handle.report', later(200), both).after;
    expect(again.targetMoves?.map(({ timer, deadline }) => [timer, deadline])).toEqual([
      ['1.resolve.report', later(400)],
      ['1.handle.report', later(200)],
    ]);
  });

  test('goes up to the promise and not a moment further, and says what would be right', () => {
    const { handleBy, resolveBy } = of.promise;
    for (const [timer, latest] of [
      ['1.handle.report', handleBy],
      ['1.resolve.report', resolveBy],
      [answer, later(2 * 24 * 60)],
    ] as const) {
      expect(moved(timer, latest).timersArmed).toMatchObject([{ deadline: latest }]);
      expect(move(timer, plusMinutes(latest, 0.001))).toMatchObject({
        because: 'fields_missing',
        gaps: [{ pointer: '/deadline', code: 'too_large', expected: latest }],
      });
      expect(move(timer, now)).toMatchObject({
        because: 'fields_missing',
        gaps: [{ pointer: '/deadline', code: 'too_small', expected: now }],
      });
    }
  });

  test('is not possible for what was promised, nor for a clock that somebody else is waited for in', () => {
    const others = timers.map(timerId).filter((id) => !/\.(?:handle|resolve|referral_\w+)\./.test(id));
    expect(others).toEqual(expect.arrayContaining(['1.promise_handle.report', '1.promise_resolve.report']));
    for (const id of others) expect(move(id, later(60))).toMatchObject({ because: 'never_moves' });
  });

  test('is too late once it was missed, or the clock has ended', () => {
    const missed = timers.map((timer) => ({ ...timer, missedAt: now }));
    expect(move('1.handle.report', later(60), of, missed)).toMatchObject({ because: 'missed_already' });
    expect(move('1.handle.report', later(60), of, [])).toMatchObject({ because: 'timer_ended' });
  });

  test('to where it stands changes nothing', () => {
    const { deadline } = timers.find((timer) => timerId(timer) === answer)!;
    expect(move(answer, deadline)).toEqual({ outcome: 'unchanged' });
  });
});

describe('a moved target', () => {
  const deadlineOf = (on: Case, id: string) => wantedTimers(on, zembla).find((one) => timerId(one) === id)?.deadline;
  const after = moved('1.handle.report', later(300)).after;

  test('stands for as long as the severity is the one it was moved at', () => {
    expect(deadlineOf(after, '1.handle.report')).toBe(later(300));
    expect(deadlineOf({ ...after, severity: 'critical' }, '1.handle.report')).toBe(later(120));
    expect(deadlineOf({ ...after, severity: 'normal' }, '1.resolve.report')).toBe(deadlineOf(of, '1.resolve.report'));
  });

  test('of a case is not that of the case taken up again; of an institution it is', () => {
    const waited = moved(answer, later(500), after).after;
    const again = { ...waited, clockNumber: 2, reopenedAt: later(10) };
    expect(deadlineOf(again, '2.handle.report')).toBe(later(130));
    expect(deadlineOf(again, '2.referral_answer.referral-elders-1')).toBe(later(500));
  });
});

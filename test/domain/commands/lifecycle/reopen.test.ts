import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { mostTimersArmed, mostTimersDisarmed } from '#shared/domain/case/bounds.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { promiseAt, reconcileTimers } from '#shared/domain/sla/clocks.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { decideFollowing, decideReopen } from '#shared/domain/commands/lifecycle/reopen.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { isEnded } from '#shared/domain/sla/timer.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { aCase, aReferral, aTimer, fridayNight } from '#test/support/builders.ts';

const hours = (count: number) => count * 60;
const resolvedAt = plusMinutes(fridayNight, hours(70));
const now = plusMinutes(fridayNight, hours(24 * 10));

const resolved = (overrides: Partial<Case> = {}): Case =>
  aCase({
    status: 'resolved',
    triagedAt: plusMinutes(fridayNight, 1),
    readAt: plusMinutes(fridayNight, 30),
    lastReadAt: plusMinutes(fridayNight, 60),
    handledAt: plusMinutes(fridayNight, 90),
    resolvedAt,
    outcomes: ['advice_given'],
    ...overrides,
  });

function reopen(of: Case, timers: readonly Timer[] = [], by: 'reporter' | 'staff:staff-1' = 'reporter') {
  const decision = decideReopen(of, timers, albania, by, now);
  if (decision.outcome !== 'change') throw new Error(`The case was not reopened: ${decision.outcome}.`);
  return changeCase(of, decision.parts, now);
}

describe('a linked case', () => {
  const lead = aCase({ caseId: 'lead', status: 'in_progress', clockNumber: 2 });
  const follower = (overrides: Partial<Case> = {}) =>
    resolved({ caseId: 'follower', leadCaseId: 'lead', outcomes: ['same_event'], ...overrides });
  const follow = (of: Case, parent: Case = lead) => decideFollowing(of, [], parent, albania, 'besa:sla-timer', now);

  test('that ended because of its parent goes on with it, under a new clock, as unread', () => {
    for (const status of ['resolved', 'closed'] as const) {
      const of = follower({ status });
      const decision = follow(of);
      if (decision.outcome !== 'change') throw new Error(`It does not follow: ${decision.outcome}.`);
      const { after, events, timersArmed } = changeCase(of, decision.parts, now);
      expect(after).toMatchObject({ status: 'in_progress', clockNumber: 2, outcomes: [], leadCaseId: 'lead' });
      expect(after.promise).toEqual(promiseAt(now, 'normal', after.reported, albania.clocks));
      expect(after).not.toHaveProperty('readAt');
      expect(after).not.toHaveProperty('acknowledgedAt');
      expect(events.map(({ type, actor }) => [type, actor])).toEqual([['case.reopened', 'besa:sla-timer']]);
      expect(timersArmed.map(({ kind, clock }) => [kind, clock])).toContainEqual(['must_be_read', 2]);
    }
  });

  test('stays as it is when it ended otherwise, goes on already, stands elsewhere, or the parent has ended again', () => {
    const unchanged = { outcome: 'unchanged' };
    expect(follow(follower({ outcomes: ['advice_given', 'same_event'] }))).toEqual(unchanged);
    expect(follow(follower({ status: 'in_progress', outcomes: [] }))).toEqual(unchanged);
    expect(follow(follower({ leadCaseId: 'another' }))).toEqual(unchanged);
    expect(follow(resolved({ outcomes: ['same_event'] }))).toEqual(unchanged);
    for (const status of ['resolved', 'closed'] as const) {
      expect(follow(follower(), { ...lead, status })).toEqual(unchanged);
    }
  });
});

describe('reopening', () => {
  test('starts a new clock with a new promise, and keeps what the earlier one came to', () => {
    const { after, events } = reopen(resolved());
    expect(after).toMatchObject({
      status: 'in_progress',
      clockNumber: 2,
      reopenedAt: now,
      outcomes: [],
      promise: promiseAt(now, 'normal', after.reported, albania.clocks),
      earlierClocks: [{ promise: resolved().promise, resolvedAt, outcomes: ['advice_given'] }],
    });
    expect(after).not.toHaveProperty('resolvedAt');
    expect(after).not.toHaveProperty('handledAt');
    expect(events.map(({ type, actor }) => [type, actor])).toEqual([['case.reopened', 'reporter']]);
  });

  test('keeps all that is known of the earlier clock, and of the one before it, and nothing that did not happen', () => {
    const helped = 'partly';
    const closedAt = plusMinutes(resolvedAt, hours(100));
    const of = resolved({ status: 'closed', closedAt, closedBecause: 'nothing_left_to_do', helped });
    const { after } = reopen(of);
    const { readAt, handledAt, promise, outcomes } = of;
    expect(after.earlierClocks).toStrictEqual([{ promise, outcomes, readAt, handledAt, resolvedAt, closedAt, helped }]);
    for (const gone of ['closedAt', 'closedBecause', 'helped']) expect(after).not.toHaveProperty(gone);
    const { readAt: _, handledAt: __, ...unhandled } = { ...after, status: 'resolved' as const, outcomes: [] };
    const again = reopen(unhandled).after;
    expect(again.earlierClocks).toStrictEqual([
      ...(after.earlierClocks ?? []),
      { promise: after.promise, outcomes: [], reopenedAt: now },
    ]);
  });

  test('by the reporter leaves the case unread: reading, and for a critical one acknowledging, are watched anew', () => {
    const { after, timersArmed } = reopen(resolved({ severity: 'critical' }));
    expect(after.readAt).toBeUndefined();
    expect(timersArmed.map(timerId)).toEqual([
      '2.must_be_read.report',
      '2.promise_handle.report',
      '2.promise_resolve.report',
      '2.must_be_acknowledged.report',
      '2.handle.report',
      '2.resolve.report',
    ]);
    expect(timersArmed.find(({ kind }) => kind === 'handle')?.deadline).toBe(plusMinutes(now, hours(1)));
  });

  test('by staff counts as read, for they have it before them', () => {
    const { after, timersArmed } = reopen(resolved({ severity: 'critical' }), [], 'staff:staff-1');
    expect(after.readAt).toBe(now);
    expect(timersArmed.map(({ kind }) => kind)).toEqual(['promise_handle', 'promise_resolve', 'handle', 'resolve']);
  });

  test('carries on what institutions were asked, with all that was raised, and what nobody has read', () => {
    const referral = aReferral({ status: 'sent', approvedAt: resolvedAt });
    const unreadFrom = { message: 3, event: 8, at: resolvedAt, readBy: plusMinutes(resolvedAt, hours(4)) };
    const of = resolved({ referrals: [referral], unreadFrom });
    const [answer] = reconcileTimers({ ...of, status: 'in_progress' }, [], albania).arm.filter(
      ({ kind }) => kind === 'referral_answer',
    );
    const message = aTimer({ kind: 'must_be_read', armedAt: resolvedAt, deadline: unreadFrom.readBy, nextRung: 1 });
    if (answer === undefined) throw new Error('The timer is not wanted.');
    const missed = { ...answer, missedAt: now, nextRung: 2, nextRungAt: plusMinutes(now, 5) };
    const { after, timersArmed, timersDisarmed } = reopen(of, [missed, message]);
    // The clock of the institution runs on as it is. The clock of reading goes on under the new number.
    const { armedAt, deadline } = message;
    expect(timersArmed[0]).toMatchObject({ kind: 'must_be_read', clock: 2, nextRung: 1, armedAt, deadline });
    expect(timersArmed.map(({ kind }) => kind)).not.toContain(missed.kind);
    expect(timersDisarmed).toEqual([timerId(message)]);
    expect(new Set(timersArmed.map(timerId)).size).toBe(timersArmed.length);
    expect(timersArmed.every((timer) => !isEnded(timer, after, albania))).toBe(true);
  });

  test('stays small, however many older clocks of messages and however many institutions wait', () => {
    const referrals = Array.from({ length: 50 }, (_, n) =>
      aReferral({ id: `police-${n + 1}`, status: 'sent', approvedAt: resolvedAt }),
    );
    const of = resolved({ referrals, messageCount: 47, lastWrittenAt: resolvedAt });
    const waits = reconcileTimers({ ...of, status: 'in_progress' }, [], albania).arm;
    const older = Array.from({ length: 47 }, (_, n) =>
      aTimer({ kind: 'must_be_read', subject: `message-${n + 1}`, deadline: plusMinutes(resolvedAt, n) }),
    );
    const { after, timersArmed, timersDisarmed } = reopen(of, [...waits, ...older], 'staff:staff-1');
    expect(timersArmed.length + timersDisarmed.length).toBeLessThanOrEqual(mostTimersArmed + mostTimersDisarmed);
    expect(timersArmed.filter(({ kind }) => kind === 'must_be_read')).toMatchObject([
      { clock: 2, subject: 'report', deadline: resolvedAt },
    ]);
    const left = older.filter((timer) => !timersDisarmed.includes(timerId(timer)));
    expect(left.length).toBeGreaterThan(0);
    expect(left.every((timer) => isEnded(timer, after, albania))).toBe(true);
  });

  test('leaves nothing for the reactor to make right, whatever the case was', () => {
    const cases = fc.record({
      status: fc.constantFrom('resolved' as const, 'closed' as const),
      severity: fc.constantFrom(...severities),
      by: fc.constantFrom('reporter' as const, 'staff:staff-1' as const),
      times: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(cases, ({ status, severity, by, times }) => {
        let of = resolved({ status, severity, ...(status === 'closed' ? { closedAt: resolvedAt } : {}) });
        for (let time = 1; time <= times; time += 1) {
          const { after, timersArmed } = reopen(of, [], by);
          expect(after.clockNumber).toBe(time + 1);
          expect(after.earlierClocks).toHaveLength(time);
          expect(reconcileTimers(after, timersArmed, albania)).toEqual({ arm: [], disarm: [] });
          of = { ...after, status, resolvedAt };
        }
      }),
    );
  });

  test.each(caseStatuses.filter((status) => status !== 'resolved' && status !== 'closed'))(
    'is refused while the case is %s',
    (status) => {
      expect(decideReopen(aCase({ status }), [], albania, 'reporter', now)).toMatchObject({
        outcome: 'refused',
        because: 'wrong_status',
      });
    },
  );
});

import { describe, expect, test } from 'vitest';
import { decideAcknowledgement } from '#shared/domain/commands/handling/acknowledge.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { aCase, aTimer, fridayNight } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const critical = (more: Partial<Case> = {}): Case => aCase({ severity: 'critical', triagedAt: fridayNight, ...more });
const climbing = (more: Partial<Timer> = {}): Timer => aTimer({ kind: 'must_be_acknowledged', nextRung: 1, ...more });

describe('a person who says that they have seen a raise', () => {
  const now = plusMinutes(fridayNight, 20);
  const say = (of: Case, timer: Timer, named: { timer: string; rung: string }) =>
    decideAcknowledgement(of, [aTimer({ kind: 'resolve' }), timer], named, zembla, 'anna', now);
  const seen = { timer: '1.must_be_acknowledged.report', rung: 'watch' };
  const event = { type: 'escalation.acknowledged', actor: 'staff:anna', data: seen };

  test('has acknowledged the case, which ends the clock that waited for it', () => {
    expect(say(critical(), climbing(), seen)).toEqual({
      outcome: 'change',
      parts: { set: { acknowledgedAt: now }, events: [event], timersDisarmed: [seen.timer] },
    });
    const acknowledgedAt = plusMinutes(fridayNight, 5);
    expect(
      say(critical({ acknowledgedAt }), climbing({ subject: 'message-2' }), {
        ...seen,
        timer: '1.must_be_acknowledged.message-2',
      }),
    ).toMatchObject({ parts: { set: { acknowledgedAt } } });
  });

  test('holds the climb of any other clock and ends nothing: it is no handling', () => {
    const timer = aTimer({ kind: 'must_be_read', nextRung: 1, missedAt: fridayNight });
    const decision = say(critical(), timer, { timer: '1.must_be_read.report', rung: 'watch' });
    if (decision.outcome !== 'change') throw new Error(decision.outcome);
    const { after, timersArmed, timersDisarmed } = changeCase(critical(), decision.parts, now);
    expect(timersArmed).toMatchObject([{ kind: 'must_be_read', nextRungAt: plusMinutes(now, 13) }]);
    expect(timersDisarmed).toEqual([]);
    expect(after).not.toHaveProperty('acknowledgedAt');
  });

  test('is told when they are too late: the ladder has moved on, or the clock has ended', () => {
    expect(say(critical(), climbing(), { ...seen, rung: 'elder' })).toMatchObject({ because: 'rung_moved_on' });
    expect(say(critical(), climbing(), { ...seen, timer: '1.must_be_read.report' })).toMatchObject({
      because: 'timer_ended',
    });
  });
});

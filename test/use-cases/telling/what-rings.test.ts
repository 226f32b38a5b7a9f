import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { CaseEvent, NewEvent } from '#shared/domain/case/events.ts';
import { silenceSteps, timerId } from '#shared/domain/case/timer-id.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { alertOf } from '#shared/use-cases/telling/alert-of-event.ts';
import { aCase, aReferral, aTimer, fridayNight } from '#test/support/builders.ts';

const supervisor = 2;
const sent = aReferral({ status: 'sent' });
const silent = aTimer({
  kind: 'referral_acknowledge',
  subject: `referral-${sent.id}`,
  missedAt: fridayNight,
  nextRung: 0,
});

function alertFor(event: NewEvent, more: Partial<Case>, timers: readonly Timer[]) {
  const of = aCase({ severity: 'high', status: 'in_progress', readAt: fridayNight, ...more });
  const written = { ...event, caseId: of.caseId, number: 9, time: fridayNight } as CaseEvent;
  return alertOf(written, { case: of, timers: [...timers] }, [], albania);
}

const silence = (step: (typeof silenceSteps)[number]): NewEvent => ({
  type: 'referral.silent',
  actor: 'besa:escalation',
  data: { referral: sent.id, timer: timerId(silent), step },
});

describe('the silence of an institution', () => {
  it.each(silenceSteps)('rings nobody, and is told the supervisor from the second step on: %s', (step) => {
    const { tell } = alertFor(silence(step), { referrals: [sent], assignee: 'anna' }, [silent]);
    expect(tell).toEqual({
      occasion: step === 'authority' ? 'institution_silent_decide' : 'institution_silent',
      timer: timerId(silent),
      referral: sent.id,
      to: 'assignee_or_rung',
      ...(step === 'owner' ? { assignee: 'anna', from: 0 } : { from: supervisor }),
      rings: false,
    });
  });
  it('is told the first rung where nobody has the case', () => {
    const { tell } = alertFor(silence('owner'), { referrals: [sent] }, [silent]);
    expect(tell).toMatchObject({ to: 'assignee_or_rung', from: 0 });
    expect(tell).not.toHaveProperty('assignee');
  });
  it('is not told once its clock is over, or the case is closed', () => {
    const acknowledged = { referrals: [aReferral({ status: 'acknowledged' })] };
    expect(alertFor(silence('owner'), acknowledged, [])).toMatchObject({ because: 'clock_ended' });
    expect(alertFor(silence('owner'), { referrals: [sent], closedAt: fridayNight }, [silent])).toMatchObject({
      because: 'case_over',
    });
  });
  it('has no mail of the miss beside it, except where the ladder of the case is climbed', () => {
    const missed: NewEvent = { type: 'sla.missed', actor: 'besa:escalation', data: { timer: timerId(silent) } };
    const of = { referrals: [sent], assignee: 'anna' };
    expect(alertFor(missed, of, [silent])).toMatchObject({ tell: undefined, because: 'ladder_tells' });
    expect(alertFor(missed, { ...of, severity: 'critical' }, [silent]).tell).toMatchObject({ occasion: 'missed' });
  });
});

describe('an escalation', () => {
  const reading = aTimer({ kind: 'must_be_read', missedAt: fridayNight, nextRung: 3 });
  const handling = aTimer({ kind: 'handle', missedAt: '2026-11-21T00:10:00.000Z', nextRung: 1 });
  const promised = aTimer({ missedAt: '2026-11-22T22:10:00.000Z', nextRung: 1 });
  const climbed = (timer: Timer): NewEvent => ({
    type: 'case.escalated',
    actor: 'besa:escalation',
    data: { timer: timerId(timer), rung: 'duty', reminder: 0 },
  });
  const rings = (event: NewEvent): boolean | undefined =>
    alertFor(event, { readAt: undefined as never, lastReadAt: undefined as never }, [handling, promised, reading]).tell
      ?.rings;

  it('rings for the first clock that climbs and for a promise just missed, and joins for a later one', () => {
    expect([reading, handling, promised].map((timer) => rings(climbed(timer)))).toEqual([true, false, true]);
  });
  it('joins for the warning and the miss of a later clock', () => {
    const of = (type: 'sla.warned' | 'sla.missed'): NewEvent => ({
      type,
      actor: 'besa:escalation',
      data: { timer: timerId(handling) },
    });
    expect([rings(of('sla.warned')), rings(of('sla.missed'))]).toEqual([false, undefined]);
  });
  it('joins for a warning and a reminder, of whichever clock', () => {
    const data = { timer: timerId(reading), rung: 'duty', reminder: 1 };
    expect(rings({ type: 'case.escalated', actor: 'besa:escalation', data })).toBe(false);
    expect(rings({ type: 'sla.warned', actor: 'besa:escalation', data: { timer: timerId(reading) } })).toBe(false);
  });
  it('leaves what is no clock’s to ring', () => {
    expect(rings({ type: 'case.locked', actor: 'reporter', data: {} })).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { wantedTimers } from '#shared/domain/sla/clocks.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import { nextClockOf } from '#shared/domain/mail/referral-mails.ts';
import { referrals } from '#shared/country/al/referrals/referrals.ts';
import { decideReminder, decideSent } from '#shared/domain/referrals/decide-referral.ts';
import { aCase, aReferral, fridayNight } from '#test/support/builders.ts';

const id = 'police_cybercrime-1';
const withReferral = (referral: Partial<Referral> = {}, more: Partial<Case> = {}): Case =>
  aCase({ severity: 'high', triagedAt: fridayNight, referrals: [aReferral(referral)], ...more });

describe('the next clock of a referral', () => {
  it('is to acknowledge, then to answer, then none', () => {
    const next = (status: Referral['status']) => nextClockOf(withReferral({ status }), [], id, albania);
    const day = plusMinutes(fridayNight, 24 * 60);
    expect(next('approved')).toMatchObject({ kind: 'referral_acknowledge', deadline: day });
    expect(next('acknowledged')).toMatchObject({ kind: 'referral_answer' });
    expect(next('accepted')).toBeUndefined();
  });

  it('is as armed, where a person moved it, and of no other referral', () => {
    const other = aReferral({
      id: 'state_police-1',
      institution: 'state_police',
      approvedAt: '2026-11-01T00:00:00.000Z',
    });
    const of = aCase({ triagedAt: fridayNight, referrals: [other, aReferral()] });
    const moved = wantedTimers(of, albania).map((timer) => ({ ...timer, deadline: plusMinutes(timer.deadline, 60) }));
    expect(nextClockOf(of, moved, id, albania)?.deadline).toBe(plusMinutes(fridayNight, 25 * 60));
  });
});

describe('the next clock of a referral, moved beyond another', () => {
  it('is the one that now comes first', () => {
    const of = withReferral();
    const timers = wantedTimers(of, albania).map((timer) =>
      timer.kind === 'referral_acknowledge' ? { ...timer, deadline: plusMinutes(fridayNight, 9 * 24 * 60) } : timer,
    );
    expect(nextClockOf(of, timers, id, albania)).toMatchObject({ kind: 'referral_answer' });
    expect(nextClockOf(of, timers.toReversed(), id, albania)).toMatchObject({ kind: 'referral_answer' });
  });
});

describe('that an institution was written to', () => {
  it.each([
    ['approved', 'sent'],
    ['acknowledged', 'acknowledged'],
    ['declined', 'declined'],
    ['withdrawn', 'withdrawn'],
  ] as const)('is said of a referral that is %s by then, which is %s afterwards', (status, after) => {
    const decision = decideSent(withReferral({ status }), id, fridayNight);
    expect(decision).toMatchObject({
      outcome: 'change',
      parts: {
        set: { referrals: [{ status: after, sentAt: fridayNight }] },
        events: [{ type: 'referral.sent', actor: 'besa:escalation', data: { referral: id } }],
      },
    });
  });

  it('is said once', () => {
    expect(decideSent(withReferral({ status: 'sent', sentAt: fridayNight }), id, fridayNight)).toEqual({
      outcome: 'unchanged',
    });
  });

  it('can be asked for once more, but not of an institution that the case excludes', () => {
    expect(decideReminder(withReferral(), id, referrals, 'staff-officer', fridayNight)).toMatchObject({
      outcome: 'change',
    });
    const exclusions = { institutions: ['police_cybercrime'], people: [] };
    expect(decideReminder(withReferral({}, { exclusions }), id, referrals, 'staff-officer', fridayNight)).toMatchObject(
      {
        outcome: 'refused',
        because: 'institution_excluded',
      },
    );
  });
});

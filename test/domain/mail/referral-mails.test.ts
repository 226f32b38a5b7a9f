import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { wantedTimers } from '#shared/domain/sla/clocks.ts';
import { institutionOccasions } from '#shared/domain/mail/mail-occasion.ts';
import { referralStatuses } from '#shared/domain/case/referral.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import { nextClockOf, referralPassed } from '#shared/domain/mail/referral-mails.ts';
import { referrals } from '#shared/country/al/referrals/referrals.ts';
import { decideReminder, decideSent } from '#shared/domain/referrals/decide-referral.ts';
import { aCase, aReferral, fridayNight } from '#test/support/builders.ts';

const id = 'police_cybercrime-1';
const withReferral = (referral: Partial<Referral> = {}, more: Partial<Case> = {}): Case =>
  aCase({ severity: 'high', triagedAt: fridayNight, referrals: [aReferral(referral)], ...more });

describe('a mail about a referral', () => {
  /** In these states each still says something true; in every other one it is not sent any more. */
  const trueWhile: Record<string, string[]> = {
    referral_waits: ['approved', 'sent'],
    referral_follows_call: ['approved', 'sent', 'acknowledged', 'accepted'],
    referral_reminder: ['approved', 'sent', 'acknowledged', 'accepted'],
    institution_unreached: ['approved', 'sent', 'acknowledged', 'accepted'],
    referral_declined: ['declined'],
    referral_withdrawn: ['withdrawn'],
    withdrawal_unreached: ['withdrawn'],
    new_case: [],
  };
  it.each(Object.entries(trueWhile))('is sent on %s only while it is %j', (occasion, statuses) => {
    const wanted = referralStatuses.filter(
      (status) => referralPassed(withReferral({ status }), id, occasion as 'referral_waits') === undefined,
    );
    expect(wanted).toEqual(statuses);
  });

  it('is sent of a resolved case and not of a closed one, nor of a referral that is not there', () => {
    const resolved = { status: 'resolved', resolvedAt: fridayNight } as const;
    expect(referralPassed(withReferral({}, resolved), id, 'referral_waits')).toBeUndefined();
    const closed = withReferral({}, { ...resolved, closedAt: fridayNight });
    expect(referralPassed(closed, id, 'referral_waits')).toBe('case_over');
    const takenBack = { ...closed, referrals: [aReferral({ status: 'withdrawn' })] };
    expect(referralPassed(takenBack, id, 'referral_withdrawn')).toBeUndefined();
    expect(referralPassed(takenBack, id, 'withdrawal_unreached')).toBeUndefined();
    expect(referralPassed(aCase(), id, 'referral_waits')).toBe('referral_over');
  });

  it('is about that referral, whatever others of the case have come to', () => {
    const other = aReferral({ id: 'school-1', institution: 'school', status: 'withdrawn' });
    const of = aCase({ referrals: [other, aReferral()] });
    expect(referralPassed(of, id, 'referral_waits')).toBeUndefined();
    expect(referralPassed(of, 'school-1', 'referral_waits')).toBe('referral_over');
  });

  it.each(institutionOccasions)('never goes to an institution that the case excludes: %s', (occasion) => {
    const exclusions = { institutions: ['police_cybercrime'], people: [] };
    const [status] = trueWhile[occasion] as [Referral['status']];
    expect(referralPassed(withReferral({ status }, { exclusions }), id, occasion)).toBe('institution_excluded');
    expect(referralPassed(withReferral({ status: 'declined' }, { exclusions }), id, 'referral_declined')).toBe(
      undefined,
    );
  });
});

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

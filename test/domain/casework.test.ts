import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concluded } from '#shared/domain/assessing.ts';
import { changeCase } from '#shared/domain/case-change.ts';
import type { Case } from '#shared/domain/case.ts';
import { plusMinutes, reconcileTimers, wantedTimers } from '#shared/domain/clocks.ts';
import type { Decision } from '#shared/domain/decision.ts';
import { decideNotice, decideNoticeAnswer, mostNotices, noticeWays } from '#shared/domain/notice.ts';
import { isAskedFor, nextPromise } from '#shared/domain/queue-filter.ts';
import { decideResolution } from '#shared/domain/resolution.ts';
import { severities } from '#shared/domain/severity.ts';
import { decideTargetMove } from '#shared/domain/target.ts';
import { timerId } from '#shared/domain/timer.ts';
import { aCase } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-21T09:00:00.000Z';
const by = 'staff-anna';
const changed = (of: Case, decision: Decision): Case => {
  if (decision.outcome !== 'change') throw new Error(`It came to ${JSON.stringify(decision)}.`);
  return changeCase(of, decision.parts, now).after;
};
const refusedFor = (decision: Decision): string =>
  decision.outcome === 'refused' ? decision.because : decision.outcome;
const anySeverity = fc.constantFrom(...severities);

describe('what staff concluded', () => {
  it('asks for the duty to report, though nobody reported it as that; and what was reported asks for it still', async () => {
    const referrals = await zembla.loadReferrals();
    const of = aCase({ status: 'in_progress', readAt: now, handledAt: now });
    const resolve = (one: Case) =>
      decideResolution(one, [], { outcome: 'advice_given', alsoOutcomes: [], hasMessage: true }, referrals, by, now);
    const needed = { gaps: [{ pointer: '/dutyToReport', code: 'required' }] };
    expect(resolve(of).outcome).toBe('change');
    expect(resolve({ ...of, assessed: { category: 'lured' } })).toMatchObject(needed);
    const reported = { ...of.reported, category: 'lured' };
    expect(resolve({ ...of, reported, assessed: { category: 'mocking' } })).toMatchObject(needed);
  });

  it('stands where it was judged; where it was not, what was reported holds', () => {
    const of = aCase();
    const reported = {
      ...of.reported,
      flags: { weapon: true, repeated: false },
      alsoCategories: ['lost_pet'],
    } as const;
    const all = concluded({
      reported: { ...reported, alsoCategories: [...reported.alsoCategories] },
      assessed: { category: 'lured', flags: { repeated: true } },
    });
    expect(all).toMatchObject({
      category: 'lured',
      alsoCategories: [],
      flags: { weapon: true, repeated: true },
      victims: of.reported.victims,
    });
  });
});

describe('moving a target', () => {
  const of = aCase({ status: 'in_progress', triagedAt: now, readAt: now, receivedAt: now, clockNumber: 1 });
  const timers = wantedTimers(of, zembla);
  const policy = { ...zembla };

  it('never goes beyond the promise or into the past, changes that one clock, and survives being made right', () => {
    fc.assert(
      fc.property(fc.constantFrom(...timers.map(timerId)), fc.integer({ min: -600, max: 6000 }), (timer, minutes) => {
        const deadline = plusMinutes(now, minutes);
        const decision = decideTargetMove(of, timers, { timer, deadline, because: 'set_wrongly' }, policy, by, now);
        if (decision.outcome !== 'change') return;
        const after = changed(of, decision);
        const [armed, ...more] = decision.parts.timersArmed ?? [];
        const { arm, disarm } = reconcileTimers(
          after,
          timers.map((one) => (timerId(one) === timer && armed !== undefined ? armed : one)),
          policy,
        );
        expect([more, armed?.deadline, arm, disarm]).toEqual([[], deadline, [], []]);
        expect([deadline > now, deadline <= of.promise.resolveBy]).toEqual([true, true]);
        expect(timer).toMatch(/^1\.(handle|resolve)\.report$/);
        expect(after.promise).toBe(of.promise);
      }),
    );
  });
});

describe('notices', () => {
  it('each have an id of their own, and an answer changes no other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...noticeWays), { minLength: 1, maxLength: 6 }), (ways) => {
        const read = aCase({ readAt: now });
        const sent = ways.reduce(
          (of, way) => changed(of, decideNotice(of, { platform: 'pigeon', way }, zembla.platforms, by, now)),
          read,
        );
        const ids = (sent.notices ?? []).map(({ id }) => id);
        const answered = changed(sent, decideNoticeAnswer(sent, ids[0] ?? '', 'removed', by, now));
        expect(new Set(ids).size).toBe(ways.length);
        expect(answered.notices?.map(({ answer }) => answer)).toEqual([
          'removed',
          ...ways.slice(1).map(() => undefined),
        ]);
      }),
    );
  });
});

it('notices have an end, so that a row has one', () => {
  const notices = Array.from({ length: mostNotices }, (_, n) => ({
    id: `pigeon-${n + 1}`,
    platform: 'pigeon',
    way: 'email' as const,
    sentAt: now,
    sentBy: by,
  }));
  const full = aCase({ readAt: now, notices });
  const asked = decideNotice(full, { platform: 'pigeon', way: 'email' }, zembla.platforms, by, now);
  expect(refusedFor(asked)).toBe('notices_full');
});

describe('asking the queue', () => {
  it('the next promise is the first that was not kept yet, and none once it is resolved', () => {
    const of = aCase();
    const { readBy, handleBy, resolveBy } = of.promise;
    expect(nextPromise(of)).toBe(readBy);
    expect(nextPromise({ ...of, readAt: now })).toBe(handleBy);
    expect(nextPromise({ ...of, readAt: now, handledAt: now })).toBe(resolveBy);
    expect(nextPromise({ ...of, resolvedAt: now })).toBeUndefined();
  });

  it('for two things shows what is both', () => {
    fc.assert(
      fc.property(anySeverity, fc.boolean(), anySeverity, fc.boolean(), (severity, isRead, asked, unread) => {
        const of = aCase({ severity, ...(isRead ? { readAt: now } : {}) });
        const both = isAskedFor(of, { severity: asked, unread }, now);
        expect(both).toBe(isAskedFor(of, { severity: asked }, now) && isAskedFor(of, { unread }, now));
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concluded } from '#shared/domain/assessing.ts';
import { changeCase } from '#shared/domain/case-change.ts';
import type { Case } from '#shared/domain/case.ts';
import { plusMinutes, reconcileTimers, wantedTimers } from '#shared/domain/clocks.ts';
import { closeReasons, decideClosing, openMatters, quietSince } from '#shared/domain/closing.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { CaseEvent, EventType } from '#shared/domain/events.ts';
import { caseStatuses, waitingFor } from '#shared/domain/lifecycle.ts';
import { decideLink, decideUnlink, mostLinked } from '#shared/domain/linking.ts';
import { decideNotice, decideNoticeAnswer, mostNotices, noticeAnswers, noticeWays } from '#shared/domain/notice.ts';
import { isAskedFor, nextPromise } from '#shared/domain/queue-filter.ts';
import { referralStatuses } from '#shared/domain/referral.ts';
import { decideResolution } from '#shared/domain/resolution.ts';
import { isBelow, severities } from '#shared/domain/severity.ts';
import { decideTargetMove } from '#shared/domain/target.ts';
import { timerId } from '#shared/domain/timer.ts';
import { decideHandOver, decideWaiting } from '#shared/domain/working-together.ts';
import { aCase, aReferral } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-21T09:00:00.000Z';
const by = 'staff-anna';
const changed = (of: Case, decision: Decision): Case => {
  if (decision.outcome !== 'change') throw new Error(`It came to ${JSON.stringify(decision)}.`);
  return changeCase(of, decision.parts, now).after;
};
const refusedFor = (decision: Decision): string =>
  decision.outcome === 'refused' ? decision.because : decision.outcome;
const anyStatus = fc.constantFrom(...caseStatuses);
const anySeverity = fc.constantFrom(...severities);

describe('waiting', () => {
  it('leads only between the states of being worked on, and to the one that was said', () => {
    fc.assert(
      fc.property(anyStatus, fc.constantFrom(...waitingFor), (status, whom) => {
        const decision = decideWaiting(aCase({ status }), whom, by);
        const workedOn = ['in_progress', 'waiting_reporter', 'waiting_institution'];
        const wanted = whom === 'nobody' ? 'in_progress' : `waiting_${whom}`;
        const became =
          decision.outcome === 'change' ? changed(aCase({ status }), decision).status : refusedFor(decision);
        const expected = status === wanted ? 'unchanged' : wanted;
        expect(became).toBe(workedOn.includes(status) ? expected : 'wrong_status');
      }),
    );
  });
});

describe('handing over', () => {
  it('takes the case from whoever had it, and changes neither severity nor promise', () => {
    const of = aCase({ assignee: 'staff-bora', channel: 'web' });
    const after = changed(of, decideHandOver(of, 'helpline', by, now));
    expect([after.team, after.assignee, after.handedOverAt]).toEqual(['helpline', undefined, now]);
    expect([after.severity, after.promise]).toEqual([of.severity, of.promise]);
  });
});

describe('linking', () => {
  const lead = aCase({ caseId: 'lead', severity: 'low' });
  const policy = zembla.severity;

  it('never lowers the lead, and raises it only when this report makes the difference', () => {
    const many = { ...policy, manyLinkedReports: 3 };
    fc.assert(
      fc.property(anySeverity, fc.integer({ min: 0, max: 6 }), (severity, before) => {
        const linkedCases = Array.from({ length: before }, (_, n) => ({ caseId: `c${n}`, caseNumber: `B-${n}` }));
        const of = aCase({ caseId: 'new' });
        const decision = decideLink(of, { ...lead, severity, linkedCases }, many, by);
        if (decision.outcome !== 'change' || decision.other === undefined) throw new Error('It was not linked.');
        const after = changeCase(decision.other.of, decision.other.parts, now).after;
        const isRaised = after.severity !== severity;
        expect(isBelow(after.severity, severity)).toBe(false);
        expect(after.linkedCases).toHaveLength(before + 1);
        expect(decision.other.parts.events).toHaveLength(isRaised ? 1 : 0);
        expect(isRaised && before + 1 !== 3).toBe(false);
      }),
    );
  });

  it('keeps an order of two steps: nobody leads who follows, nobody follows who leads', () => {
    const leads = { ...lead, linkedCases: [{ caseId: 'x', caseNumber: 'B-X' }] };
    expect(refusedFor(decideLink(leads, aCase({ caseId: 'other' }), policy, by))).toBe('leads_others');
    expect(decideLink(aCase({ caseId: 'y' }), aCase({ caseId: 'z', leadCaseId: 'lead' }), policy, by)).toMatchObject({
      gaps: [{ pointer: '/leadCase', code: 'wrong_form' }],
    });
  });

  it('has an end, so that a row has one', () => {
    const linkedCases = Array.from({ length: mostLinked }, (_, n) => ({ caseId: `c${n}`, caseNumber: `B-${n}` }));
    expect(refusedFor(decideLink(aCase({ caseId: 'new' }), { ...lead, linkedCases }, policy, by))).toBe('lead_full');
  });

  it('is undone on both sides, also when the lead is gone', () => {
    const of = aCase({ caseId: 'new', leadCaseId: 'lead' });
    const linkedCases = [
      { caseId: 'new', caseNumber: of.caseNumber },
      { caseId: 'other', caseNumber: 'B-O' },
    ];
    expect(decideUnlink(of, { ...lead, linkedCases }, by)).toMatchObject({
      parts: { set: { leadCaseId: undefined } },
      other: { parts: { set: { linkedCases: [linkedCases[1]] } } },
    });
    expect(decideUnlink(of, undefined, by)).not.toHaveProperty('other');
  });

  it('by an end as the same event stands on both sides, too, and obeys the same order', async () => {
    const referrals = await zembla.loadReferrals();
    const of = aCase({ caseId: 'new', status: 'in_progress', readAt: now, handledAt: now });
    const over = aCase({ caseId: 'lead', status: 'resolved', resolvedAt: now });
    const input = { outcome: 'same_event', alsoOutcomes: [], hasMessage: true, leadCase: over } as const;
    const resolve = (one: Case) => decideResolution(one, [], input, referrals, by, now);
    expect(resolve(of)).toMatchObject({
      other: { of: over, parts: { set: { linkedCases: [{ caseId: 'new', caseNumber: of.caseNumber }] } } },
    });
    expect(resolve({ ...of, leadCaseId: 'lead' })).not.toHaveProperty('other');
    expect(refusedFor(resolve({ ...of, leadCaseId: 'elsewhere' }))).toBe('linked_already');
    expect(refusedFor(resolve({ ...of, linkedCases: [{ caseId: 'x', caseNumber: 'B-X' }] }))).toBe('leads_others');
  });
});

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

describe('closing', () => {
  const resolved = aCase({ status: 'resolved', resolvedAt: now });
  const { quietDays } = zembla.closing;

  it('without a reason waits for every referral and notice, and for the days of the pack; with one it does not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...referralStatuses),
        fc.option(fc.constantFrom(...noticeAnswers), { nil: undefined }),
        fc.integer({ min: 0, max: quietDays * 2 * 24 }),
        fc.option(fc.constantFrom(...closeReasons), { nil: undefined }),
        (status, answer, quietHours, because) => {
          const notice = { id: 'pigeon-1', platform: 'pigeon', way: 'email', sentAt: now, sentBy: by } as const;
          const of = {
            ...resolved,
            referrals: [aReferral({ status })],
            notices: [answer === undefined ? notice : { ...notice, answer }],
          };
          const input = { because, quietSince: now };
          const at = plusMinutes(now, quietHours * 60);
          const decision = decideClosing(of, [], input, zembla.closing, by, at);
          const isEnded = ['completed', 'declined', 'withdrawn', 'dropped'].includes(status);
          const mayClose = because !== undefined || (isEnded && answer !== undefined && quietHours >= quietDays * 24);
          expect([decision.outcome === 'change', isEnded || openMatters(of).length > 0]).toEqual([mayClose, true]);
        },
      ),
    );
  });

  it('counts from the last thing a person did that was more than looking', () => {
    const event = (type: EventType, time: string, actor: CaseEvent['actor']) =>
      ({ type, time, actor, data: {}, caseId: 'c', number: 1 }) as CaseEvent;
    const at = (day: number) => plusMinutes(now, day * 24 * 60);
    const history = [
      event('case.resolved', at(0), 'staff:a'),
      event('case.message_posted', at(2), 'reporter'),
      event('case.read', at(3), 'staff:a'),
      event('case.noted', at(4), 'staff:a'),
      event('sla.missed', at(5), 'besa:escalation'),
    ];
    expect(quietSince(history)).toBe(at(2));
  });

  it('is for resolved cases only', () => {
    for (const status of caseStatuses.filter((one) => one !== 'resolved')) {
      const input = { because: 'nothing_left_to_do', quietSince: now } as const;
      expect(refusedFor(decideClosing(aCase({ status }), [], input, zembla.closing, by, now))).toBe('wrong_status');
    }
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

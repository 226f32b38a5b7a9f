import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { closeReasons } from '#shared/domain/case/case.ts';
import { decideClosing, openMatters, quietSince } from '#shared/domain/commands/lifecycle/close.ts';
import type { CloseReason } from '#shared/domain/case/case.ts';
import type { CaseEvent, EventType } from '#shared/domain/case/events.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { takedownNoticeAnswers } from '#shared/domain/case/case.ts';
import type { TakedownNotice } from '#shared/domain/case/case.ts';
import { referralStatuses } from '#shared/domain/case/referral.ts';
import { aCase, aReferral, aTimer } from '#test/support/builders.ts';
import { anEvent } from '#test/support/new-case.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-21T09:00:00.000Z';
const by = 'staff-anna';
const day = (days: number) => plusMinutes(now, days * 24 * 60);
const resolved = aCase({ status: 'resolved', resolvedAt: now });
const { quietDays } = zembla.closing;
const aTakedownNotice = (more: Partial<TakedownNotice> = {}): TakedownNotice => ({
  id: 'pigeon-1',
  platform: 'pigeon',
  way: 'email',
  sentAt: now,
  sentBy: by,
  ...more,
});
const close = (of: Case, at: string, input: { because?: CloseReason; quietSince?: string } = {}, timers = [aTimer()]) =>
  decideClosing(of, timers, { because: input.because, quietSince: input.quietSince }, zembla.closing, by, at);

describe('closing', () => {
  test('without a reason waits for every referral and notice, and for the days of the pack; with one it does not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...referralStatuses),
        fc.option(fc.constantFrom(...takedownNoticeAnswers), { nil: undefined }),
        fc.integer({ min: 0, max: quietDays * 2 * 24 }),
        fc.option(fc.constantFrom(...closeReasons), { nil: undefined }),
        (status, answer, quietHours, because) => {
          const of = {
            ...resolved,
            referrals: [aReferral({ status })],
            notices: [aTakedownNotice(answer === undefined ? {} : { answer })],
          };
          const at = plusMinutes(now, quietHours * 60);
          const decision = close(of, at, { quietSince: now, ...(because === undefined ? {} : { because }) });
          const isEnded = ['completed', 'declined', 'withdrawn', 'dropped'].includes(status);
          const mayClose = because !== undefined || (isEnded && answer !== undefined && quietHours >= quietDays * 24);
          expect([decision.outcome === 'change', isEnded || openMatters(of).length > 0]).toEqual([mayClose, true]);
        },
      ),
    );
  });

  test('too early says by id what others have not ended', () => {
    const of = {
      ...resolved,
      referrals: [aReferral({ id: 'police-1', status: 'accepted' }), aReferral({ id: 'school-1', status: 'declined' })],
      notices: [aTakedownNotice({ answer: 'removed' }), aTakedownNotice({ id: 'pigeon-2' })],
    };
    expect(close(of, day(90), { quietSince: now })).toEqual({
      outcome: 'refused',
      because: 'matters_open',
      gaps: [],
      facts: { open: ['police-1', 'pigeon-2'] },
    });
    expect(openMatters({})).toEqual([]);
  });

  test('too early says from which moment on, and at that moment it is possible', () => {
    const from = day(quietDays);
    expect(close(resolved, plusMinutes(from, -0.001), { quietSince: now })).toEqual({
      outcome: 'refused',
      because: 'not_quiet_yet',
      gaps: [],
      facts: { closableFrom: from },
    });
    expect(close(resolved, from, { quietSince: now }).outcome).toBe('change');
  });

  test('counts the days from now on when nobody knows since when it was quiet', () => {
    expect(close(resolved, day(90))).toMatchObject({ facts: { closableFrom: day(90 + quietDays) } });
  });

  test('says when, by whom and why it was closed earlier', () => {
    const decision = close(resolved, day(1), { because: 'platform_silent' });
    if (decision.outcome !== 'change') throw new Error(decision.outcome);
    const { after, events } = changeCase(resolved, decision.parts, day(1));
    expect(after).toMatchObject({ status: 'closed', closedAt: day(1), closedBecause: 'platform_silent' });
    expect(events).toMatchObject([{ type: 'case.closed', actor: 'staff:staff-anna' }]);
  });

  test('ends every clock but those of what somebody must still look at', () => {
    const timers = [
      aTimer({ kind: 'referral_answer', subject: 'referral-police-1' }),
      aTimer({ kind: 'must_be_read', subject: 'message-3' }),
      aTimer({ kind: 'second_look' }),
    ];
    expect(close(resolved, day(90), { quietSince: now }, timers)).toMatchObject({
      parts: { timersDisarmed: ['1.referral_answer.referral-police-1'] },
    });
  });

  test('is for resolved cases only', () => {
    for (const status of caseStatuses.filter((one) => one !== 'resolved')) {
      expect(close(aCase({ status }), now, { because: 'nothing_left_to_do', quietSince: now })).toMatchObject({
        because: 'wrong_status',
      });
    }
  });
});

describe('a case has been quiet', () => {
  const event = (type: EventType, time: string, actor: CaseEvent['actor'] = 'staff:anna') =>
    anEvent(resolved, { type, time, actor, data: {} });

  test('since the last thing a person did that was more than looking or tidying up', () => {
    const looks = [
      'case.read',
      'case.assigned',
      'case.noted',
      'case.handed_over',
      'case.held',
      'case.released',
    ] as const;
    const history = [
      event('case.resolved', day(0)),
      event('case.message_posted', day(2), 'reporter'),
      ...looks.map((type, n) => event(type, day(3 + n))),
      event('sla.missed', day(20), 'besa:escalation'),
    ];
    expect(quietSince(history)).toBe(day(2));
    expect(quietSince([...history, event('notice.answered', day(30))])).toBe(day(30));
  });

  test('since nobody knows when, before a person did anything', () => {
    expect(quietSince([event('case.triaged', day(0), 'besa:triage'), event('case.read', day(1))])).toBeUndefined();
  });
});

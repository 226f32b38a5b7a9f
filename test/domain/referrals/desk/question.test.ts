import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { referralStatuses, wordsSaid } from '#shared/domain/case/referral.ts';
import type { Referral, ReferralStatus } from '#shared/domain/case/referral.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { isToBeSeen, isUnseen } from '#shared/domain/case/unseen/unread.ts';
import { concernsOf } from '#shared/domain/queue/attention.ts';
import {
  canSay,
  decideQuestion,
  decideReply,
  mostQuestions,
  questionGaps,
} from '#shared/domain/referrals/desk/question.ts';
import { reconcileTimers, wantedTimers } from '#shared/domain/sla/clocks.ts';
import { escalateTimer, isEnded } from '#shared/domain/sla/timer.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase, aReferral, fridayNight } from '#test/support/builders.ts';

const id = aReferral().id;
const at = (minutes: number) => plusMinutes(fridayNight, minutes);
const withReferral = (referral: Partial<Referral> = {}, more: Partial<Case> = {}): Case =>
  aCase({
    severity: 'high',
    triagedAt: fridayNight,
    readAt: fridayNight,
    readUpTo: 1,
    referrals: [aReferral(referral)],
    ...more,
  });

function after(of: Case, decision: ReturnType<typeof decideQuestion>, now: string): Case {
  if (decision.outcome !== 'change') throw new Error(`It came to ${decision.outcome}.`);
  return changeCase(of, decision.parts, now).after;
}
const asks = (of: Case, now: string): Case => after(of, decideQuestion(of, id, 'contact-arta', now), now);
const replies = (of: Case, now: string): Case => after(of, decideReply(of, id, 'desk', 'staff-anna', now), now);
const questionClock = (of: Case): Timer | undefined =>
  wantedTimers(of, albania).find(({ kind }) => kind === 'referral_question');

/** The referral as it stands, which is the only one. */
function theReferral(of: Case): Referral {
  const [referral] = of.referrals ?? [];
  if (referral === undefined) throw new Error('No referral.');
  return referral;
}

describe('a question of an institution', () => {
  const underWay: readonly ReferralStatus[] = ['approved', 'sent', 'acknowledged', 'accepted'];

  test.each(referralStatuses)(
    'of a referral that is %s is possible while something is to come from there',
    (status) => {
      const decided = decideQuestion(withReferral({ status }), id, 'contact-arta', at(10));
      expect(decided.outcome).toBe(underWay.includes(status) ? 'change' : 'refused');
      expect(canSay(aReferral({ status })).includes('question')).toBe(underWay.includes(status));
    },
  );

  test('is no answer: the referral stands as before, and the institution’s own clocks run on', () => {
    const before = withReferral({ status: 'sent' });
    const asked = asks(before, at(10));
    expect(asked.referrals).toMatchObject([
      { status: 'sent', questions: { asked: 1, replied: 0, askedAt: at(10), openSince: at(10) } },
    ]);
    const own = (of: Case) => wantedTimers(of, albania).filter(({ kind }) => kind !== 'referral_question');
    expect(own(asked)).toEqual(own(before));
  });

  test('is an event without a word in it', () => {
    const decided = decideQuestion(withReferral({ status: 'sent' }), id, 'contact-arta', at(10));
    expect(decided).toMatchObject({
      parts: { events: [{ type: 'referral.asked', actor: 'institution:contact-arta', data: { referral: id } }] },
    });
  });

  test('begins a clock of the centre, as long as reading has; it climbs when nobody replies', () => {
    const timer = questionClock(asks(withReferral({ status: 'sent' }), at(10)));
    expect(timer).toMatchObject({ subject: `referral-${id}`, armedAt: at(10), deadline: at(10 + 4 * 60) });
    if (timer === undefined) return;
    const raised = escalateTimer(timer, asks(withReferral({ status: 'sent' }), at(10)), albania, timer.deadline);
    expect(raised.outcome === 'raised' && raised.events.map(({ type }) => type)).toEqual([
      'sla.missed',
      'case.escalated',
    ]);
  });

  test.each([
    ['critical', 60],
    ['high', 240],
    ['normal', 1440],
    ['low', 1440],
  ] as const)('in a %s case waits %i minutes for the centre', (severity, minutes) => {
    const of = asks(withReferral({ status: 'acknowledged' }, { severity }), at(0));
    expect(questionClock(of)?.deadline).toBe(at(minutes));
  });

  test('waits whatever becomes of the case, and no longer than something is to come from there', () => {
    const asked = asks(withReferral({ status: 'sent' }), at(10));
    const ended = { status: 'closed', resolvedAt: at(60), closedAt: at(90) } as const;
    expect(questionClock({ ...asked, ...ended })).toBeDefined();
    expect([isUnseen({ ...asked, ...ended }), isToBeSeen({ ...asked, ...ended })]).toEqual([true, true]);
    const [referral] = asked.referrals ?? [];
    for (const status of ['withdrawn', 'declined', 'completed'] as const) {
      const over = { ...asked, referrals: referral === undefined ? [] : [{ ...referral, status }] };
      expect(questionClock(over)).toBeUndefined();
      expect(isUnseen(over)).toBe(false);
    }
  });

  test('stands in the list of what waits, since the first one that nobody replied to', () => {
    const twice = asks(asks(withReferral({ status: 'sent' }), at(10)), at(50));
    const waits = { what: 'question_waits', since: at(10), referral: id };
    expect(concernsOf(twice, [], at(60))).toContainEqual(waits);
    const whats = concernsOf(replies(twice, at(70)), [], at(80)).map(({ what }) => what);
    expect(whats).not.toContain('question_waits');
  });

  test(`is refused after ${mostQuestions} of one referral, with the number`, () => {
    let of = withReferral({ status: 'accepted' });
    for (let n = 0; n < mostQuestions; n += 1) of = replies(asks(of, at(n)), at(n));
    expect(wordsSaid(theReferral(of))).toBe(2 * mostQuestions);
    expect(canSay(theReferral(of))).toEqual(['completed']);
    expect(decideQuestion(of, id, 'contact-arta', at(99))).toMatchObject({
      outcome: 'refused',
      because: 'questions_full',
      facts: { limit: '15' },
    });
  });
});

describe('a reply', () => {
  const asked = asks(withReferral({ status: 'sent' }), at(10));

  test('ends the clock, and says how it was given', () => {
    const timer = questionClock(asked);
    if (timer === undefined) throw new Error('No clock runs.');
    const replied = replies(asked, at(20));
    expect(reconcileTimers(replied, [timer], albania).disarm).toEqual([timerId(timer)]);
    expect(theReferral(replied).questions).toEqual({ asked: 1, replied: 1, askedAt: at(10), repliedAt: at(20) });
    expect(decideReply(asked, id, 'phone', 'staff-anna', at(20))).toMatchObject({
      parts: {
        events: [{ type: 'referral.replied', actor: 'staff:staff-anna', data: { referral: id, how: 'phone' } }],
      },
    });
  });

  test('needs a question: the second of two colleagues is refused', () => {
    expect(decideReply(withReferral({ status: 'sent' }), id, 'desk', 'staff-anna', at(20))).toMatchObject({
      because: 'no_question_waits',
    });
    expect(decideReply(replies(asked, at(20)), id, 'desk', 'staff-blerim', at(21))).toMatchObject({
      because: 'no_question_waits',
    });
  });

  test('leaves the next question a clock of its own, even where the old one still stands', () => {
    const old = questionClock(asked);
    if (old === undefined) throw new Error('No clock runs.');
    const climbed: Timer = { ...old, missedAt: at(250), nextRung: 3, nextRungAt: at(300), dueAt: at(300) };
    const next = asks(replies(asked, at(260)), at(270));
    expect(isEnded(climbed, next, albania)).toBe(true);
    const { arm } = reconcileTimers(next, [climbed], albania);
    expect(arm.find(({ kind }) => kind === 'referral_question')).toMatchObject({ armedAt: at(270), nextRung: 0 });
  });
});

describe('what is said', () => {
  test('has words with a question alone, and nothing of an answer with a question', () => {
    expect(questionGaps('question', {})).toEqual([{ pointer: '/text', code: 'required' }]);
    expect(questionGaps('question', { text: 'Where?' })).toEqual([]);
    expect(questionGaps('accepted', { text: 'Where?' }).map(({ pointer }) => pointer)).toEqual(['/text']);
    const more = { text: 'Where?', because: 'other', outcome: 'child_protected', reference: 'P-1' };
    expect(questionGaps('question', more).map(({ pointer }) => pointer)).toEqual([
      '/because',
      '/outcome',
      '/reference',
    ]);
  });
});

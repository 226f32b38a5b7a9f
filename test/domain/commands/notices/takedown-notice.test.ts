import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { mostOf } from '#shared/domain/case/bounds.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { kindsOf } from '#shared/domain/case/outcomes/fact-of-outcome.ts';
import { isOpen, referralStatuses } from '#shared/domain/case/referral.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { decideTakedownNotice, decideTakedownNoticeAnswer } from '#shared/domain/commands/notices/takedown-notice.ts';
import { takedownNoticeWays } from '#shared/domain/case/case.ts';
import type { TakedownNotice } from '#shared/domain/case/case.ts';
import { aCase, aReferral } from '#test/support/builders.ts';

const now = '2026-11-21T09:00:00.000Z';
const platforms = ['pigeon', 'raven'];
const kindOf = kindsOf([
  { code: 'the_platform', kind: 'platform' },
  { code: 'elders', kind: 'child_protection' },
]);
const read = aCase({ status: 'in_progress', readAt: now });
const send = (of: Case, platform = 'pigeon', way: TakedownNotice['way'] = 'email') =>
  decideTakedownNotice(of, { platform, way }, platforms, kindOf, 'anna', now);
const answer = (of: Case, id: string, what: NonNullable<TakedownNotice['answer']> = 'removed') =>
  decideTakedownNoticeAnswer(of, id, what, 'anna', now);
const changed = (of: Case, decision: Decision) => {
  if (decision.outcome !== 'change') throw new Error(`It came to ${JSON.stringify(decision)}.`);
  return changeCase(of, decision.parts, now);
};

describe('that a platform was asked', () => {
  test('is written down: which, by which way, when and by whom', () => {
    const { after, events } = changed(read, send(read));
    expect(after.notices).toEqual([{ id: 'pigeon-1', platform: 'pigeon', way: 'email', sentAt: now, sentBy: 'anna' }]);
    expect(events).toMatchObject([{ type: 'notice.sent', actor: 'staff:anna', data: { notice: 'pigeon-1' } }]);
  });

  test('has an id of its own each time, numbered by platform, and an answer changes no other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...platforms), fc.constantFrom(...takedownNoticeWays)), {
          minLength: 1,
          maxLength: 6,
        }),
        (sendings) => {
          const sent = sendings.reduce((of, [platform, way]) => changed(of, send(of, platform, way)).after, read);
          const ids = (sent.notices ?? []).map(({ id }) => id);
          expect(new Set(ids).size).toBe(sendings.length);
          expect(ids[0]).toBe(`${sendings[0]?.[0] ?? ''}-1`);
          const answered = changed(sent, answer(sent, ids[0] ?? '')).after;
          expect(answered.notices).toEqual([
            { ...sent.notices?.[0], answer: 'removed', answeredAt: now, answeredAtEvent: sent.lastEvent + 1 },
            ...(sent.notices ?? []).slice(1),
          ]);
        },
      ),
    );
  });

  test('has an end, so that a row has one', () => {
    const full = (count: number) =>
      Array.from({ length: count }, (_, n): TakedownNotice => {
        return { id: `pigeon-${n + 1}`, platform: 'pigeon', way: 'email', sentAt: now, sentBy: 'anna' };
      });
    expect(send({ ...read, notices: full(mostOf.notices - 1) }).outcome).toBe('change');
    expect(send({ ...read, notices: full(mostOf.notices) })).toMatchObject({ because: 'notices_full' });
  });

  test('needs that somebody has read what it is about, a case that is not closed, and a platform of the country', () => {
    expect(send(aCase())).toMatchObject({ because: 'not_read' });
    expect(send(read, 'owl')).toMatchObject({
      because: 'fields_missing',
      gaps: [{ pointer: '/platform', code: 'unknown_code' }],
    });
    for (const status of caseStatuses) {
      const expected = status === 'closed' ? { because: 'wrong_status' } : { outcome: 'change' };
      expect(send({ ...read, status })).toMatchObject(expected);
      const sent = changed(read, send(read)).after;
      expect(answer({ ...sent, status }, 'pigeon-1')).toMatchObject(expected);
    }
  });
});

describe('what was proposed to the platform', () => {
  const proposals = [
    aReferral({ id: 'the_platform-1', institution: 'the_platform', status: 'proposed' }),
    aReferral({ id: 'elders-1', institution: 'elders', status: 'proposed' }),
  ];

  test('is done by the notice, and nothing else is', () => {
    const { after, events } = changed({ ...read, referrals: proposals }, send({ ...read, referrals: proposals }));
    expect(after.referrals).toEqual([
      { ...proposals[0], status: 'dropped', droppedBecause: 'sent_by_notice', sentByNotice: 'pigeon-1' },
      proposals[1],
    ]);
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['notice.sent', { notice: 'pigeon-1' }],
      ['referral.dropped', { referral: 'the_platform-1' }],
    ]);
  });

  test('stays as it is where a person has decided already', () => {
    for (const status of referralStatuses.filter((one) => one !== 'proposed')) {
      const referrals = [aReferral({ id: 'the_platform-1', institution: 'the_platform', status })];
      const { after, events } = changed({ ...read, referrals }, send({ ...read, referrals }));
      expect(after.referrals).toEqual(referrals);
      expect(events.map(({ type }) => type)).toEqual(['notice.sent']);
    }
  });

  test('is open no more, so that it keeps no case from being closed', () => {
    const { after } = changed({ ...read, referrals: proposals }, send({ ...read, referrals: proposals }));
    expect(after.referrals?.filter(isOpen).map(({ id }) => id)).toEqual(['elders-1']);
  });
});

test('what a platform answered may change, and saying the same again changes nothing', () => {
  const sent = changed(read, send(read)).after;
  const removed = changed(sent, answer(sent, 'pigeon-1'));
  expect(removed.events).toMatchObject([
    { type: 'notice.answered', actor: 'staff:anna', data: { notice: 'pigeon-1' } },
  ]);
  expect(answer(removed.after, 'pigeon-1')).toEqual({ outcome: 'unchanged' });
  expect(changed(removed.after, answer(removed.after, 'pigeon-1', 'kept_up')).after.notices).toMatchObject([
    { answer: 'kept_up' },
  ]);
  expect(answer(sent, 'pigeon-2')).toMatchObject({ because: 'unknown_notice' });
  expect(answer(read, 'pigeon-1')).toMatchObject({ because: 'unknown_notice' });
});

import { describe, expect, test } from 'vitest';
import { decideClaim, decideHandling, decideReading } from '#shared/domain/commands/handling/handle.ts';
import type { HandlingInput } from '#shared/domain/commands/handling/handle.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { nextSteps } from '#shared/domain/case/case.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { aCase, aTimer } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-20T23:00:00.000Z';
const readAt = '2026-11-20T22:30:00.000Z';
const input: HandlingInput = {
  severity: 'normal',
  safetyDecision: 'safe_for_now',
  nextStep: 'advise_reporter',
  hasMessage: true,
};
const inWork = aCase({ status: 'in_progress', readAt, lastReadAt: readAt });

describe('reading', () => {
  test('is possible in every state', () => {
    for (const status of caseStatuses) {
      expect(decideReading(aCase({ status }), [], 'anna', zembla, now).outcome).toBe('change');
    }
  });

  test('says when it was first and last, and leaves the state of what has come to its end', () => {
    for (const status of ['resolved', 'closed', 'waiting_reporter'] as const) {
      expect(decideReading(aCase({ status, readAt, lastReadAt: readAt }), [], 'anna', zembla, now)).toMatchObject({
        parts: {
          set: { status, readAt, lastReadAt: now },
          events: [{ type: 'case.read', actor: 'staff:anna' }],
        },
      });
    }
    expect(decideReading(aCase(), [], 'anna', zembla, now)).toMatchObject({
      parts: { set: { status: 'in_progress', readAt: now, lastReadAt: now } },
    });
  });

  test('ends every clock that waits for a reading, of messages too, and no other', () => {
    const timers = [
      aTimer({ kind: 'must_be_read' }),
      aTimer({ kind: 'must_be_read', subject: 'message-2' }),
      aTimer({ kind: 'must_be_acknowledged' }),
      aTimer({ kind: 'handle' }),
      aTimer({ kind: 'promise_resolve' }),
    ];
    expect(decideReading(aCase(), timers, 'anna', zembla, now)).toMatchObject({
      parts: {
        timersDisarmed: ['1.must_be_read.report', '1.must_be_read.message-2', '1.must_be_acknowledged.report'],
      },
    });
  });
});

describe('reading a part of a very long thread', () => {
  const unreadFrom = { message: 60, event: 90, at: readAt, readBy: now };
  const of = aCase({
    status: 'in_progress',
    readAt,
    lastReadAt: readAt,
    messageCount: 200,
    lastEvent: 300,
    unreadFrom,
  });
  const timers = [aTimer({ kind: 'must_be_read' }), aTimer({ kind: 'must_be_acknowledged' })];
  const read = (upTo?: number, from: Case = of) => {
    const decision = decideReading(from, timers, 'anna', zembla, now, upTo);
    if (decision.outcome !== 'change') throw new Error(decision.outcome);
    const { set, timersDisarmed } = decision.parts;
    return { unreadFrom: set.unreadFrom, readUpTo: set.readUpTo, timersDisarmed };
  };

  test('leaves unread what was not shown, and its clock runs on', () => {
    expect(read()).toMatchObject({ unreadFrom: undefined, readUpTo: 300 });
    expect(read(200)).toMatchObject({ unreadFrom: undefined, readUpTo: 300 });
    expect(read(109)).toEqual({
      unreadFrom: { ...unreadFrom, message: 110 },
      readUpTo: 89,
      timersDisarmed: ['1.must_be_acknowledged.report'],
    });
    expect(read(50).unreadFrom).toEqual(unreadFrom);
  });

  test('leaves a message that called somebody anew calling, until all was shown or somebody acknowledged', () => {
    const calling = { ...of, unreadFrom: { ...unreadFrom, calledAt: readAt } };
    expect(read(109, calling).timersDisarmed).toEqual([]);
    expect(read(109, { ...calling, acknowledgedAt: now }).timersDisarmed).toEqual(['1.must_be_acknowledged.report']);
    expect(read(200, calling).timersDisarmed).toHaveLength(2);
  });

  test('of an older case does so, too: its first unread message is the first that has a clock', () => {
    const { unreadFrom: _, ...older } = { ...of, lastWrittenAt: now };
    const clocks = [61, 60, 62].map((n) => aTimer({ kind: 'must_be_read', subject: `message-${n}`, deadline: now }));
    const decision = decideReading(older, clocks, 'anna', zembla, now, 50);
    expect(decision).toMatchObject({
      parts: {
        set: { unreadFrom: { message: 60, at: now, readBy: now }, readUpTo: 0 },
        timersArmed: [{ kind: 'must_be_read', subject: 'report', deadline: now }],
      },
    });
  });
});

test('a claim is refused once the case has come to its end', () => {
  for (const status of ['resolved', 'closed'] as const) {
    expect(decideClaim(aCase({ status }), 'anna', undefined)).toMatchObject({
      outcome: 'refused',
      because: 'wrong_status',
    });
  }
});

describe('handling', () => {
  test('leads where the next step says', () => {
    const statuses = nextSteps.map((nextStep) => {
      const decision = decideHandling(inWork, [], { ...input, nextStep }, 'anna', now);
      return [nextStep, decision.outcome === 'change' ? decision.parts.set.status : decision];
    });
    expect(Object.fromEntries(statuses)).toEqual({
      advise_reporter: 'in_progress',
      notify_platform: 'in_progress',
      refer_institution: 'waiting_institution',
      ask_reporter: 'waiting_reporter',
      hand_over_addresses: 'in_progress',
      close: 'in_progress',
    });
  });

  test('asks the reporter only with a message, or where one has no answer yet', () => {
    const asked = { ...input, nextStep: 'ask_reporter', hasMessage: false, noMessageBecause: 'content_only' } as const;
    const gaps = [{ pointer: '/message', code: 'required' }];
    expect(decideHandling(inWork, [], asked, 'anna', now)).toMatchObject({ because: 'fields_missing', gaps });
    const written = { ...inWork, messageCount: 3, lastWrittenAt: now };
    expect(decideHandling(written, [], asked, 'anna', now)).toMatchObject({ gaps });
    expect(decideHandling({ ...written, lastMessageOfCentre: 3 }, [], asked, 'anna', now).outcome).toBe('change');
    const neither = { ...asked, noMessageBecause: undefined };
    expect(decideHandling(inWork, [], neither, 'anna', now)).toMatchObject({ gaps });
  });

  test('is for what somebody has read and that has not come to its end, at the severity that stands', () => {
    const decide = (of: Parameters<typeof decideHandling>[0], more: Partial<HandlingInput> = {}) =>
      decideHandling(of, [], { ...input, ...more }, 'anna', now);
    for (const status of ['resolved', 'closed'] as const) {
      expect(decide({ ...inWork, status })).toMatchObject({ because: 'wrong_status' });
    }
    expect(decide(aCase())).toMatchObject({ because: 'not_read' });
    expect(decide(inWork, { severity: 'high' })).toMatchObject({ because: 'severity_differs' });
    expect(decide(inWork, { hasMessage: false })).toMatchObject({ gaps: [{ pointer: '/message', code: 'required' }] });
  });

  test('keeps the safety decision, the next step, who confirmed, and why nobody wrote', () => {
    const unwritten = { ...input, hasMessage: false, noMessageBecause: 'unsafe' } as const;
    const { safetyDecision, nextStep } = input;
    const decision = decideHandling(inWork, [], unwritten, 'anna', now);
    expect(decision).toMatchObject({
      parts: { set: { severityConfirmedBy: 'anna', handledAt: now, messageCount: 0 } },
    });
    const handlingOf = (one: typeof decision) => (one.outcome === 'change' ? one.parts.set.handling : undefined);
    expect(handlingOf(decision)).toStrictEqual({ safetyDecision, nextStep, noMessageBecause: 'unsafe' });
    expect(handlingOf(decideHandling(inWork, [], input, 'anna', now))).toStrictEqual({ safetyDecision, nextStep });
  });

  test('ends the handle clocks, whichever of them are armed', () => {
    const timers = [aTimer({ kind: 'handle' }), aTimer({ kind: 'promise_handle' }), aTimer({ kind: 'resolve' })];
    expect(decideHandling(inWork, timers, input, 'anna', now)).toMatchObject({
      parts: { timersDisarmed: ['1.handle.report', '1.promise_handle.report'] },
    });
  });

  test('keeps the first time when it is recorded again, and numbers messages on', () => {
    const again = { ...inWork, handledAt: readAt, messageCount: 4 };
    expect(decideHandling(again, [], input, 'anna', now)).toMatchObject({
      parts: {
        set: { handledAt: readAt, messageCount: 5 },
        events: [{ type: 'case.handled' }, { type: 'case.message_posted', data: { message: 5 } }],
      },
    });
  });
});

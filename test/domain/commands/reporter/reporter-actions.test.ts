import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { reconcileTimers } from '#shared/domain/sla/clocks.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { decideHandling } from '#shared/domain/commands/handling/handle.ts';
import { decideInformation } from '#shared/domain/commands/reporter/add-information.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import {
  canDo,
  decideHelped,
  decideLock,
  decideReissue,
  decideWithdrawal,
  reporterActions,
} from '#shared/domain/commands/reporter/reporter-actions.ts';
import { helpedAnswers } from '#shared/domain/case/case.ts';
import type { ReporterAction } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { ResolutionInput } from '#shared/domain/commands/lifecycle/resolve.ts';
import { decideResolution } from '#shared/domain/commands/lifecycle/resolve.ts';
import { decideMessage } from '#shared/domain/commands/team/assign-and-note.ts';
import { decideReopen } from '#shared/domain/commands/lifecycle/reopen.ts';
import { isToBeSeen } from '#shared/domain/case/unseen/unread.ts';
import { notHelpedSince } from '#shared/domain/case/told/written-to.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { aCase, aReferral, fridayNight } from '#test/support/builders.ts';

const now = plusMinutes(fridayNight, 90);
const days = (count: number) => plusMinutes(now, count * 24 * 60);
const inWork = (overrides: Partial<Case> = {}): Case =>
  aCase({ status: 'in_progress', readAt: fridayNight, lastReadAt: fridayNight, handledAt: fridayNight, ...overrides });

function changed(of: Case, decision: Decision, at = now) {
  if (decision.outcome !== 'change') throw new Error(`It was not changed: ${decision.outcome}.`);
  return changeCase(of, decision.parts, at);
}

describe('what a reporter can do', () => {
  test('follows the state of the case', () => {
    for (const status of caseStatuses) {
      const isOver = status === 'resolved' || status === 'closed';
      expect(canDo(aCase({ status }))).toEqual(
        isOver ? ['message', 'still_happening', 'lock', 'helped'] : ['message', 'withdraw', 'lock'],
      );
    }
  });
  test('is to withdraw once, and to write without end', () => {
    const withdrawal = { askedAt: now, waitUntil: days(3) };
    expect(canDo(aCase({ withdrawal }))).toEqual(['message', 'lock']);
    expect(canDo(aCase({ messageCount: 30_000 }))).toEqual(['message', 'withdraw', 'lock']);
  });
});

test('what a reporter is told they can do is what they can do, whatever the case is', () => {
  const cases = fc.record({
    status: fc.constantFrom(...caseStatuses),
    isWithdrawing: fc.boolean(),
    messageCount: fc.constantFrom(0, 300, 30_000),
    helped: fc.constantFrom(undefined, ...helpedAnswers),
  });
  fc.assert(
    fc.property(cases, fc.constantFrom(...helpedAnswers), (drawn, answer) => {
      const { status, isWithdrawing, messageCount, helped } = drawn;
      const of = aCase({
        status,
        messageCount,
        ...(isWithdrawing ? { withdrawal: { askedAt: now, waitUntil: days(3) } } : {}),
        ...(helped === undefined ? {} : { helped }),
      });
      const writes = (stillHappening: boolean) =>
        decideInformation(of, [], { flags: {}, words: [], stillHappening, addresses: 0 }, albania, now);
      const reopens = changes(writes(true)).includes('case.reopened');
      const takes: Readonly<Record<ReporterAction, boolean>> = {
        message: changes(writes(false)).includes('case.information_added'),
        still_happening: reopens,
        withdraw: decideWithdrawal(of, albania, now).outcome === 'change',
        lock: decideLock(of, now).outcome === 'change',
        helped: decideHelped(of, answer, now).outcome !== 'refused',
      };
      expect(reporterActions.filter((action) => takes[action])).toEqual(canDo(of));
    }),
  );
});

/** Types of the events a decision comes to. */
function changes(decision: ReturnType<typeof decideInformation>): string[] {
  return decision.parts.events.map(({ type }) => type);
}

describe('taking a report back', () => {
  const withdrawn = { outcome: 'withdrawn', alsoOutcomes: [], hasMessage: true } as const;
  const look = {
    severity: 'normal',
    safetyDecision: 'safe_for_now',
    nextStep: 'advise_reporter',
    hasMessage: true,
  } as const;
  const resolve = async (of: Case, at: string, facts: ResolutionInput['facts'] = []) =>
    decideResolution(of, [], { ...withdrawn, facts }, await albania.loadReferrals(), 'anna', at);

  test('is a request: the wait of the pack begins, and a look at their safety is watched', () => {
    const { after, timersArmed, events } = changed(inWork(), decideWithdrawal(inWork(), albania, now));
    expect(after.withdrawal).toEqual({ askedAt: now, waitUntil: days(3) });
    expect(after.status).toBe('in_progress');
    expect(timersArmed).toMatchObject([{ kind: 'withdrawal_look', deadline: days(3) }]);
    expect(events).toMatchObject([{ type: 'case.withdrawal_requested', actor: 'reporter' }]);
    expect(reconcileTimers(after, timersArmed, albania).disarm).toEqual([]);
  });

  test('asked twice is asked once, and nothing can be taken back that has ended', () => {
    const of = inWork({ withdrawal: { askedAt: fridayNight, waitUntil: now } });
    expect(decideWithdrawal(of, albania, now)).toEqual({ outcome: 'unchanged' });
    expect(decideWithdrawal(inWork({ status: 'resolved' }), albania, now)).toMatchObject({ because: 'wrong_status' });
  });

  test('ends the case only after the wait and a safety decision', async () => {
    const asked = changed(inWork(), decideWithdrawal(inWork(), albania, now));
    expect(await resolve(asked.after, days(4))).toMatchObject({ because: 'withdrawal_waits' });
    const handled = decideHandling(asked.after, asked.timersArmed, look, 'anna', days(1));
    const looked = changed(asked.after, handled, days(1));
    expect(looked.timersDisarmed).toEqual(asked.timersArmed.map(timerId));
    expect(await resolve(looked.after, days(2))).toMatchObject({ because: 'withdrawal_waits' });
    expect(await resolve(looked.after, days(3))).toMatchObject({ outcome: 'change' });
  });

  test('in a talk needs no wait: the talk was the look', async () => {
    expect(await resolve(inWork(), now)).toMatchObject({
      gaps: [{ pointer: '/facts', code: 'withdrawal_not_asked' }],
    });
    const said = [{ outcome: 'withdrawn', facts: ['asked_in_talk'] }] as const;
    expect(await resolve(inWork(), now, said)).toMatchObject({
      parts: { set: { outcomeFacts: { withdrawn: 'asked_in_talk' } } },
    });
  });
});

describe('the code', () => {
  test('that somebody else has is locked in any state, until a person gives out another', () => {
    for (const status of caseStatuses) {
      const referrals = [aReferral({ status: 'sent', sentAt: now })];
      const open = aCase({ status, readers: ['anna'], referrals, messageCount: 1, lastMessageOfCentre: 1 });
      const locked = changed(open, decideLock(open, now)).after;
      expect(locked).toMatchObject({ status, receiptLockedAt: now });
      const { after, events } = changed(locked, decideReissue(locked, 'anna', now));
      expect(after).not.toHaveProperty('receiptLockedAt');
      expect(events).toMatchObject([{ type: 'case.receipt_reissued', actor: 'staff:anna', data: {} }]);
    }
  });
});

describe('whether it helped', () => {
  test('is asked once the case has ended; what is said last counts', () => {
    const resolved = inWork({ status: 'resolved' });
    expect(decideHelped(inWork(), 'yes', now)).toMatchObject({ because: 'wrong_status' });
    const { after, events } = changed(resolved, decideHelped(resolved, 'partly', now));
    expect(after.helped).toBe('partly');
    expect(events).toMatchObject([{ type: 'case.helped', data: {} }]);
    expect(decideHelped(after, 'partly', now)).toEqual({ outcome: 'unchanged' });
    expect(changed(after, decideHelped(after, 'no', now)).after.helped).toBe('no');
  });

  test('is answered by a message when it did not, and by nothing else', () => {
    const resolved = inWork({ status: 'resolved', messageCount: 3, lastMessageOfCentre: 2 });
    const { after } = changed(resolved, decideHelped(resolved, 'no', now));
    expect(notHelpedSince(resolved)).toBeUndefined();
    expect(notHelpedSince(after)).toBe(now);
    const reopened = changed(after, decideReopen(after, [], albania, 'staff:anna', now)).after;
    expect([reopened.helped, notHelpedSince(reopened)]).toEqual([undefined, now]);
    const closed: Case = { ...after, status: 'closed' };
    expect(isToBeSeen(closed)).toBe(true);
    const { after: answered } = changed(closed, decideMessage(closed, 'anna'));
    expect(notHelpedSince(answered)).toBeUndefined();
    expect(isToBeSeen(answered)).toBe(false);
    expect(notHelpedSince(changed(after, decideHelped(after, 'partly', now)).after)).toBeUndefined();
    const again = changed(answered, decideHelped({ ...answered, helped: 'yes' }, 'no', now)).after;
    expect(notHelpedSince(again)).toBe(now);
  });
});

import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { decideClaim, decideHandling, decideReading } from '#shared/domain/commands/handling/handle.ts';
import type { HandlingInput } from '#shared/domain/commands/handling/handle.ts';
import { aCase } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-20T23:00:00.000Z';
const readAt = '2026-11-20T22:30:00.000Z';
const inWork = aCase({ status: 'in_progress', readAt, lastReadAt: readAt });

describe('reading a case', () => {
  test('is kept with its first and its last time, and says who', () => {
    expect(decideReading(aCase({ status: 'triaged' }), [], 'anna', zembla, readAt)).toMatchObject({
      parts: {
        set: { readAt, lastReadAt: readAt },
        events: [{ type: 'case.read', actor: 'staff:anna', data: {} }],
      },
    });
    expect(decideReading(inWork, [], 'anna', zembla, now)).toMatchObject({
      parts: { set: { status: 'in_progress', readAt, lastReadAt: now } },
    });
  });
});

describe('claiming a case', () => {
  test('gives it to who claims it first, and says so', () => {
    expect(decideClaim(aCase({ status: 'triaged' }), 'anna', undefined)).toMatchObject({
      outcome: 'change',
      parts: {
        set: { assignee: 'anna' },
        events: [{ type: 'case.assigned', actor: 'staff:anna', data: { assignee: 'anna' } }],
      },
    });
  });

  test('again changes nothing, and is refused to everybody else', () => {
    const taken = { ...inWork, assignee: 'anna' };
    for (const role of ['counsellor', 'officer', 'supervisor'] as const) {
      const anna = { role, active: true, cleared: false };
      expect(decideClaim(taken, 'anna', anna)).toEqual({ outcome: 'unchanged' });
      expect(decideClaim(taken, 'bora', anna)).toMatchObject({ outcome: 'refused', because: 'assigned_to_another' });
    }
  });

  test('is free when its holder was suspended, has another work now, or is unknown', () => {
    const taken = { ...inWork, assignee: 'anna' };
    const gone = [
      { role: 'officer', active: false, cleared: true },
      { role: 'auditor', active: true, cleared: true },
      { active: true, cleared: false },
      undefined,
    ] as const;
    for (const anna of gone) {
      expect(decideClaim(taken, 'bora', anna)).toMatchObject({ parts: { set: { assignee: 'bora' } } });
    }
  });
});

describe('handling a case', () => {
  const input: HandlingInput = {
    severity: 'normal',
    safetyDecision: 'safe_for_now',
    nextStep: 'advise_reporter',
    hasMessage: true,
  };
  const handle = (of: Partial<Case> = {}, more: Partial<HandlingInput> = {}) =>
    decideHandling({ ...inWork, ...of }, [], { ...input, ...more }, 'anna', now);

  test('is refused when it has ended, when nobody has read it, and at a severity that does not stand', () => {
    expect(handle({ status: 'resolved' })).toMatchObject({ because: 'wrong_status' });
    expect(handle({ status: 'received' })).toMatchObject({ because: 'wrong_status' });
    expect(decideHandling(aCase({ status: 'in_progress' }), [], input, 'anna', now)).toMatchObject({
      because: 'not_read',
    });
    expect(handle({ severity: 'high' })).toMatchObject({ because: 'severity_differs' });
  });

  test('writes to the reporter or records why not, exactly one of the two', () => {
    expect(handle({}, { hasMessage: false })).toMatchObject({
      because: 'fields_missing',
      gaps: [{ pointer: '/message', code: 'required' }],
    });
    expect(handle({}, { noMessageBecause: 'unsafe' })).toMatchObject({
      because: 'fields_missing',
      gaps: [{ pointer: '/noMessageBecause', code: 'wrong_form', expected: 'not_with_message' }],
    });
    const untold = handle({ messageCount: 2 }, { hasMessage: false, noMessageBecause: 'unsafe' });
    expect(untold).toMatchObject({
      parts: { set: { handling: { noMessageBecause: 'unsafe' }, messageCount: 2 }, events: [{ type: 'case.handled' }] },
    });
  });

  test('keeps what was decided and by whom, and nothing that was not', () => {
    const decision = handle({ messageCount: 0 });
    if (decision.outcome !== 'change') throw new Error(decision.outcome);
    expect(decision.parts.set).toEqual({
      status: 'in_progress',
      handling: { safetyDecision: 'safe_for_now', nextStep: 'advise_reporter' },
      severityConfirmedBy: 'anna',
      handledAt: now,
      messageCount: 1,
    });
    expect(decision.parts.events).toEqual([
      { type: 'case.handled', actor: 'staff:anna', data: {} },
      { type: 'case.message_posted', actor: 'staff:anna', data: { message: 1 } },
    ]);
  });
});

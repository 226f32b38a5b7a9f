import { describe, expect, test } from 'vitest';
import { country } from '#shared/country/current.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { dangerFlags, dangerKnown, dangersOf, notCalledReasons } from '#shared/domain/case/danger/danger.ts';
import type { Danger } from '#shared/domain/case/danger/danger.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { isUnseen } from '#shared/domain/case/unseen/unread.ts';
import { decideAssessment } from '#shared/domain/commands/handling/assess.ts';
import { decideDanger } from '#shared/domain/commands/handling/call-for-danger.ts';
import { decideReading } from '#shared/domain/commands/handling/handle.ts';
import { decideTargetMove } from '#shared/domain/commands/handling/move-target.ts';
import { decideInformation } from '#shared/domain/commands/reporter/add-information.ts';
import { reconcileTimers } from '#shared/domain/sla/clocks.ts';
import { escalateTimer } from '#shared/domain/sla/timer.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase, fridayNight } from '#test/support/builders.ts';

const { institutions } = await country.loadReferrals();
const readAt = plusMinutes(fridayNight, 10);
const { reported } = aCase();
const inDanger = aCase({ reported: { ...reported, flags: { inDanger: true } }, severity: 'critical', lastEvent: 3 });

/** The case after a decision, with the clocks that it arms. */
function after(of: Case, decision: ReturnType<typeof decideReading>, at: string): { of: Case; armed: Timer[] } {
  if (decision.outcome !== 'change') throw new Error(decision.outcome);
  const { after: next, timersArmed } = changeCase(of, decision.parts, at);
  return { of: next, armed: timersArmed.filter(({ kind }) => kind === 'danger_call') };
}
const read = (of: Case, at = readAt) => after(of, decideReading(of, [], 'anna', country, at), at);
const answer = (of: Case, timers: readonly Timer[], input: Partial<Parameters<typeof decideDanger>[2]>, at = readAt) =>
  decideDanger(of, timers, { hasWords: false, ...input }, { institutions }, 'anna', at);
const safe = { notCalledBecause: 'reporter_safe_now' } as const;

describe('a danger to a person', () => {
  test('is each of the flags, with yes or "unsure", as reported or as staff conclude', () => {
    for (const flag of dangerFlags) {
      expect(dangersOf({ reported: { ...reported, flags: { [flag]: true } } })).toEqual([flag]);
      expect(dangersOf({ reported: { ...reported, flags: { [flag]: 'unsure' } } })).toEqual([flag]);
      expect(dangersOf({ reported, assessed: { category: 'other', flags: { [flag]: true } } })).toEqual([flag]);
      expect(dangersOf({ reported: { ...reported, flags: { [flag]: false } } })).toEqual([]);
    }
    expect(dangersOf({ reported: { ...reported, flags: { repeated: true, imagePublic: true } } })).toEqual([]);
  });

  test('is no self-harm that is in content alone, and nothing that staff conclude takes it away', () => {
    const content = { ...reported, about: 'content_only', flags: { selfHarm: true } } as const;
    expect(dangersOf({ reported: content })).toEqual([]);
    const denied = { category: 'other', flags: { inDanger: false } } as const;
    expect(dangersOf({ ...inDanger, assessed: denied })).toEqual(['inDanger']);
  });
});

describe('the clock from a reading to a call', () => {
  test('begins with the first reading, and a second one moves nothing', () => {
    const first = read(inDanger);
    expect(first.of.danger).toEqual({ since: readAt, flags: ['inDanger'] });
    expect(first.armed).toMatchObject([{ armedAt: readAt, deadline: plusMinutes(readAt, 15), severity: 'critical' }]);
    const second = read(first.of, plusMinutes(readAt, 5));
    expect(second.of.danger).toEqual(first.of.danger);
    expect(second.armed).toEqual([]);
  });

  test('does not begin where nobody is in danger', () => {
    const { of, armed } = read(aCase());
    expect(of.danger).toBeUndefined();
    expect(armed).toEqual([]);
    expect(answer(of, [], safe)).toMatchObject({ outcome: 'refused', because: 'no_danger' });
  });

  test('takes from 5 to 30 minutes in the pack, of every severity alike', () => {
    const { minutes } = country.clocks.danger_call;
    expect(new Set(Object.values(minutes)).size).toBe(1);
    expect(minutes.low).toBeGreaterThanOrEqual(5);
    expect(minutes.low).toBeLessThanOrEqual(30);
  });

  test.each(['low', 'normal', 'high', 'critical'] as const)(
    'climbs the ladder of a critical case when it is %s',
    (severity) => {
      const { of, armed } = read(inDanger);
      const lowered = { ...of, severity };
      let timer = reconcileTimers(lowered, armed, country).arm.find(({ kind }) => kind === 'danger_call') ?? armed[0];
      const climbed: string[] = [];
      for (let minute = 14; minute <= 75 && timer !== undefined; minute += 1) {
        const raised = escalateTimer(timer, lowered, country, plusMinutes(readAt, minute));
        if (raised.outcome !== 'raised') continue;
        timer = raised.timer;
        for (const { type, data } of raised.events)
          if (type === 'case.escalated') climbed.push(`${minute} ${data.rung}`);
      }
      expect(climbed).toEqual(['15 duty', '25 backup', '35 supervisor', '55 director', '75 outside_partner']);
    },
  );

  test.each([
    ['resolved', { status: 'resolved', resolvedAt: readAt }],
    ['closed', { status: 'closed', resolvedAt: readAt, closedAt: readAt }],
    ['handled', { handledAt: readAt }],
    ['lowered', { severity: 'low' }],
    ['taken back', { withdrawal: { askedAt: readAt, waitUntil: plusMinutes(readAt, 60) } }],
  ] as const)('runs on when the case is %s, and nothing is erased', (_, state) => {
    const { of, armed } = read(inDanger);
    const next: Case = { ...of, ...state };
    expect(reconcileTimers(next, armed, country).disarm).toEqual([]);
    expect(isUnseen(next)).toBe(true);
  });

  test('is moved by nobody', () => {
    const { of, armed } = read(inDanger);
    const input = { timer: '1.danger_call.report', deadline: plusMinutes(readAt, 60), because: 'set_wrongly' } as const;
    expect(decideTargetMove(of, armed, input, country, 'anna', readAt)).toMatchObject({ because: 'never_moves' });
  });

  test('begins anew with a further danger, with one that is said again, and with a reopening', () => {
    const { of, armed } = read(inDanger);
    const ended = after(of, answer(of, armed, safe), readAt).of;
    const later = plusMinutes(readAt, 60);
    const danger = (more: Partial<Case>): Danger | undefined => dangerKnown({ ...ended, ...more }, later);
    expect(danger({})).toEqual(ended.danger);
    expect(danger({ reported: { ...reported, flags: { inDanger: true, weapon: true } } })).toEqual({
      since: later,
      flags: ['inDanger', 'weapon'],
    });
    expect(danger({ dangerSaidAt: later })?.ended).toBeUndefined();
    expect(danger({ reopenedAt: later })?.ended).toBeUndefined();
    expect(danger({ dangerSaidAt: fridayNight, reopenedAt: fridayNight })).toEqual(ended.danger);
  });

  test('keeps its beginning when a further danger comes while it runs', () => {
    const { of } = read(inDanger);
    const further = { ...of, reported: { ...reported, flags: { inDanger: true, missing: true } } } as const;
    expect(dangerKnown(further, plusMinutes(readAt, 9))).toEqual({ since: readAt, flags: ['inDanger', 'missing'] });
  });

  test('begins with a danger that only the assessment names', () => {
    const calm = read(aCase({ lastEvent: 3 })).of;
    const assessed = { category: 'cyberbullying', flags: { weapon: true } } as const;
    const { of, armed } = after(calm, decideAssessment(calm, assessed, country, 'anna', readAt), readAt);
    expect(of.danger).toEqual({ since: readAt, flags: ['weapon'] });
    expect(armed).toHaveLength(1);
  });

  test('remembers when a message said it again, and no other message', () => {
    const said = (flags: Case['reported']['flags']) =>
      decideInformation(inDanger, [], { flags, words: [], stillHappening: false, addresses: 0 }, country, readAt).parts
        .set;
    expect(said({ inDanger: true }).dangerSaidAt).toBe(readAt);
    expect(said({ repeated: true })).not.toHaveProperty('dangerSaidAt');
  });
});

describe('recording the call', () => {
  const { of, armed } = read(inDanger);

  test('ends the clock, with who called whom and when', () => {
    const called = answer(of, armed, { called: { institution: 'state_police' } });
    expect(called).toMatchObject({
      parts: {
        set: {
          danger: { since: readAt, flags: ['inDanger'], ended: { at: readAt, by: 'anna', called: 'state_police' } },
        },
        events: [{ type: 'case.danger_called', actor: 'staff:anna', data: { institution: 'state_police' } }],
        timersDisarmed: armed.map(timerId),
      },
    });
    expect(reconcileTimers(after(of, called, readAt).of, armed, country).disarm).toEqual(armed.map(timerId));
  });

  test.each(notCalledReasons)('or says why nobody was called: %s', (notCalledBecause) => {
    expect(answer(of, armed, { notCalledBecause })).toMatchObject({
      parts: { events: [{ type: 'case.danger_not_called', data: { because: notCalledBecause } }] },
    });
  });

  test('keeps the words as a note, also where there are very many', () => {
    const full = { ...of, noteCount: 500 };
    expect(answer(full, armed, { ...safe, hasWords: true })).toMatchObject({
      parts: { set: { noteCount: 501 }, events: [{}, { type: 'case.noted', data: { note: 501 } }] },
    });
  });

  test('takes one of the two, of an institution that there is, once somebody has read', () => {
    const both = answer(of, armed, { called: { institution: 'state_police' }, ...safe });
    expect(both).toMatchObject({ because: 'fields_missing', gaps: [{ pointer: '/notCalledBecause' }] });
    expect(answer(of, armed, {})).toMatchObject({ because: 'fields_missing', gaps: [{ pointer: '/called' }] });
    expect(answer(of, armed, { called: { institution: 'nobody' } })).toMatchObject({
      gaps: [{ pointer: '/called/institution', code: 'unknown_code' }],
    });
    expect(answer(inDanger, [], safe)).toMatchObject({ because: 'not_read' });
  });

  test('may follow a reason, in every state', () => {
    const reasoned = after(of, answer(of, armed, { notCalledBecause: 'too_little_known' }), readAt).of;
    const closed: Case = { ...reasoned, status: 'closed', closedAt: readAt };
    expect(answer(closed, [], { called: { institution: 'state_police' } }).outcome).toBe('change');
  });
});

import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { decideInformation } from '#shared/domain/commands/reporter/add-information.ts';
import type { Information } from '#shared/domain/commands/reporter/add-information.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { flags } from '#shared/domain/report/report.ts';
import { isBelow, severities, wordCodes } from '#shared/domain/report/severity.ts';
import { isEnded } from '#shared/domain/sla/timer.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { aCase, aReferral, aTimer, fridayNight } from '#test/support/builders.ts';

const now = plusMinutes(fridayNight, 90);
const triagedAt = plusMinutes(fridayNight, 1);
const readAt = plusMinutes(fridayNight, 10);
const nothing: Information = { flags: {}, words: [], stillHappening: false, addresses: 0 };

const inWork = (overrides: Partial<Case> = {}): Case =>
  aCase({ status: 'in_progress', triagedAt, readAt, lastReadAt: readAt, ...overrides });

function inform(of: Case, input: Partial<Information> = {}, timers: readonly Timer[] = []) {
  const decision = decideInformation(of, timers, { ...nothing, ...input }, albania, now);
  return { ...changeCase(of, decision.parts, now), readBy: decision.readBy, severity: decision.severity };
}
const typesOf = (of: Case, input: Partial<Information> = {}) => inform(of, input).events.map(({ type }) => type);

describe('a message of the reporter', () => {
  test('takes the next number of the thread and must be read', () => {
    const { after, events, timersArmed, readBy } = inform(inWork({ messageCount: 4 }));
    expect(after.messageCount).toBe(5);
    expect(events).toMatchObject([{ type: 'case.information_added', actor: 'reporter', data: { message: 5 } }]);
    expect(timersArmed.map(timerId)).toEqual(['1.must_be_read.report']);
    expect(readBy).toBe(plusMinutes(now, 4 * 60));
    expect(timersArmed[0]).toMatchObject({ armedAt: now, deadline: readBy, nextRung: 0 });
    const { number } = events[0]!;
    expect(after).toMatchObject({ unreadFrom: { message: 5, event: number, at: now, readBy }, lastNewsEvent: number });
  });

  test('joins what is unread already: the first stays the first, and the earliest deadline counts', () => {
    const first = inform(inWork({ messageCount: 4 }));
    const [clock] = first.timersArmed;
    const later = plusMinutes(now, 30);
    const add = (input: Partial<Information>, timers = [clock!]) => {
      const decision = decideInformation(first.after, timers, { ...nothing, ...input }, albania, later);
      return { ...changeCase(first.after, decision.parts, later), readBy: decision.readBy };
    };
    const calm = add({});
    expect(calm.after.unreadFrom).toEqual(first.after.unreadFrom);
    expect([calm.timersArmed, calm.readBy]).toEqual([[], plusMinutes(later, 4 * 60)]);
    const missed = { ...clock!, missedAt: later, nextRung: 2, nextRungAt: plusMinutes(later, 60) };
    const urgent = add({ flags: { weapon: true } });
    expect(urgent.after.unreadFrom).toMatchObject({ message: 5, at: now, readBy: plusMinutes(later, 60) });
    expect(urgent.readBy).toBe(plusMinutes(later, 60));
    // The first words are due by the new severity, too.
    expect(urgent.timersArmed[0]).toMatchObject({ armedAt: now, deadline: plusMinutes(now, 60) });
    const climbing = add({ flags: { weapon: true } }, [missed]).timersArmed[0];
    expect(climbing).toEqual({ ...missed, severity: 'critical' });
  });

  test('takes nothing over from older clocks that a reading has ended, and that have not gone yet', () => {
    const of = inWork({ messageCount: 3, lastWrittenAt: plusMinutes(readAt, 5), readUpTo: 9 });
    const older = aTimer({
      kind: 'must_be_read',
      subject: 'message-2',
      deadline: readAt,
      missedAt: readAt,
      nextRung: 3,
    });
    const { timersArmed, after } = inform(of, {}, [older]);
    expect(timersArmed).toMatchObject([{ subject: 'report', armedAt: now, nextRung: 0 }]);
    expect(after.unreadFrom).toMatchObject({ message: 4, at: now });
  });

  test('takes over what the older clocks of single messages watch, and ends them', () => {
    const of = inWork({ messageCount: 3, lastWrittenAt: plusMinutes(readAt, 5) });
    const older = [2, 3].map((n) =>
      aTimer({
        kind: 'must_be_read',
        subject: `message-${n}`,
        armedAt: plusMinutes(readAt, n),
        deadline: plusMinutes(readAt, n + 60),
        ...(n === 2 ? { missedAt: plusMinutes(readAt, 62), nextRung: 1, nextRungAt: plusMinutes(readAt, 90) } : {}),
      }),
    );
    const raises = [{ timer: timerId(older[0]!), rung: 'duty', since: readAt }];
    const before = { ...of, raises };
    const decision = decideInformation(before, older, nothing, albania, now);
    const { after, timersArmed, timersDisarmed } = changeCase(before, decision.parts, now);
    expect(after.unreadFrom).toMatchObject({
      message: 2,
      at: of.lastWrittenAt,
      readBy: older[0]!.deadline,
    });
    expect(timersArmed).toEqual([{ ...older[0], subject: 'report' }]);
    expect(timersDisarmed).toEqual(older.map(timerId));
    expect(after.raises).toEqual([{ ...raises[0], timer: '1.must_be_read.report' }]);
  });

  test('was written after what the case has seen, however far apart clocks are', () => {
    const [read, asked] = [plusMinutes(now, 3), plusMinutes(now, 4)];
    const erasure = { id: 'erasure-1', kind: 'erasure', askedBy: 'staff-a', askedAt: asked } as const;
    const approvals = [{ ...erasure, because: 'taken_in_error', safetyDecision: 'safe_for_now' } as const];
    expect(inform(inWork()).after.lastWrittenAt).toBe(now);
    expect(inform(inWork({ lastReadAt: read })).after.lastWrittenAt).toBe(read);
    expect(inform(inWork({ lastReadAt: read, approvals })).after.lastWrittenAt).toBe(asked);
  });

  test('answers what the case waited for', () => {
    expect(inform(inWork({ status: 'waiting_reporter', messageCount: 1, lastMessageOfCentre: 1 })).after.status).toBe(
      'in_progress',
    );
    const referrals = [aReferral({ status: 'sent', sentAt: readAt })];
    expect(inform(inWork({ status: 'waiting_institution', referrals })).after.status).toBe('waiting_institution');
  });

  test('that says that somebody is in danger makes the case critical and calls somebody anew', () => {
    const { after, events, timersArmed } = inform(inWork(), { flags: { weapon: 'unsure' } });
    expect(after).toMatchObject({ severity: 'critical', reported: { flags: { weapon: 'unsure' } } });
    expect(after.severityReasons).toContain('flag_weapon');
    expect(events.map(({ type }) => type)).toEqual(['case.information_added', 'case.severity_changed']);
    expect(timersArmed.map(timerId)).toEqual(['1.must_be_read.report', '1.must_be_acknowledged.report']);
    expect(timersArmed[1]?.dueAt).toBe(now);
    expect(after.unreadFrom?.calledAt).toBe(now);
  });

  test('calls somebody anew also where the case was acknowledged and not read, and only when it becomes critical by it', () => {
    const { readAt: _, lastReadAt: __, ...unread } = inWork({ acknowledgedAt: readAt });
    const danger = { words: ['words_weapon'] } as const;
    const calls = (of: Case, input: Partial<Information>) =>
      inform(of, input).timersArmed.some(({ kind }) => kind === 'must_be_acknowledged');
    expect(calls(unread, danger)).toBe(true);
    expect(inform(unread, danger).after).not.toHaveProperty('acknowledgedAt');
    expect(inform(unread).after.acknowledgedAt).toBe(readAt);
    expect(calls(inWork({ severity: 'critical' }), danger)).toBe(false);
    expect(calls(inWork({ severity: 'low' }), { flags: { repeated: true } })).toBe(false);
  });

  test('keeps the words that were found, each once, and what they and the flags make of it together', () => {
    const { after, severity } = inform(inWork({ words: ['words_weapon'] }), {
      words: ['words_weapon', 'words_meeting'],
    });
    expect(after.words).toEqual(['words_weapon', 'words_meeting']);
    expect(severity).toBe('critical');
    expect(after.severityReasons).toEqual(['category_cyberbullying', 'words_weapon', 'words_meeting']);
  });

  test('that raises what a person had set names only what it says itself', () => {
    const of = inWork({ severity: 'normal', severityConfirmedBy: 'staff-1', severityReasons: ['set_by_staff'] });
    const { after, events } = inform(of, { flags: { inDanger: true } });
    expect(after.severityReasons).toEqual(['set_by_staff', 'flag_inDanger']);
    expect(events.at(-1)).toMatchObject({ type: 'case.severity_changed', actor: 'besa:follow-up' });
  });

  test('says nothing of flags that nobody was asked about', () => {
    expect(inform(inWork()).after.reported.flags).toEqual({});
    expect(inform(inWork(), { flags: { weapon: false } }).after.reported.flags).toEqual({ weapon: false });
  });

  test('tells by when it is read: the message itself, or all of a case that is taken up again', () => {
    const armedAt = plusMinutes(readAt, 1);
    const waits = { kind: 'must_be_read', subject: 'message-1', deadline: plusMinutes(now, 5) } as const;
    const earlier = aTimer({ ...waits, armedAt });
    const of = inWork({ status: 'resolved', resolvedAt: readAt, messageCount: 1, lastWrittenAt: readAt });
    const input = { ...nothing, stillHappening: true };
    const again = decideInformation(of, [earlier], input, albania, now);
    const { after, timersArmed } = changeCase(of, again.parts, now);
    expect(again.readBy).toBe(after.promise.readBy);
    // The older clock of the first message goes on as the one clock, by its own deadline.
    const reading = timersArmed.filter(({ kind }) => kind === 'must_be_read');
    expect(reading).toMatchObject([{ clock: 2, subject: 'report', deadline: waits.deadline }]);
  });

  test('calls nobody twice: what nobody has taken yet is called for by its own clock', () => {
    const untaken = aCase({ status: 'triaged', triagedAt });
    expect(inform(untaken, { words: ['words_weapon'] }).timersArmed.map(timerId)).toEqual(['1.must_be_read.report']);
  });

  test('does not take back what was said before', () => {
    const of = inWork({ reported: { ...aCase().reported, flags: { inDanger: true, weapon: false } } });
    const { after } = inform(of, { flags: { inDanger: false, weapon: 'unsure', repeated: false } });
    expect(after.reported.flags).toEqual({ inDanger: true, weapon: 'unsure', repeated: false });
  });

  test('that only says thank you raises nothing that a person lowered; danger that is said again does', () => {
    const lowered = inWork({
      reported: { ...aCase().reported, flags: { inDanger: true } },
      words: ['words_weapon'],
      severity: 'normal',
      severityConfirmedBy: 'staff-1',
    });
    expect(typesOf(lowered)).toEqual(['case.information_added']);
    expect(inform(lowered, { flags: { inDanger: true } }).after.severity).toBe('critical');
    expect(inform(lowered, { flags: { repeated: true } }).after.severity).toBe('high');
  });

  test('takes an ended case up again only when it says that it still happens', () => {
    const resolved = inWork({ status: 'resolved', handledAt: readAt, resolvedAt: readAt });
    expect(inform(resolved).after.status).toBe('resolved');
    expect(inform(resolved).timersArmed.map(timerId)).toEqual(['1.must_be_read.report']);
    const { after, events, timersArmed } = inform(resolved, { stillHappening: true });
    expect(after).toMatchObject({ status: 'in_progress', clockNumber: 2 });
    expect(events.map(({ type }) => type)).toEqual(['case.information_added', 'case.reopened']);
    expect(timersArmed.map(timerId)).toContain('2.must_be_read.report');
    expect(typesOf(inWork(), { stillHappening: true })).toEqual(['case.information_added']);
  });

  test('is taken however many came before it', () => {
    expect(inform(inWork({ messageCount: 30_000 })).after.messageCount).toBe(30_001);
  });

  test('counts the addresses that it brings', () => {
    const once = inform(inWork(), { addresses: 3 }).after;
    expect(inform(once).after.addedAddresses).toBe(3);
    expect(inform(once, { addresses: 2 }).after.addedAddresses).toBe(5);
  });

  test('is the first that nobody has read, or stands behind the first', () => {
    const first = inform(inWork({ messageCount: 4 })).after;
    expect(first.unreadFrom).toMatchObject({ message: 5, event: first.lastEvent, at: now });
    expect(inform(first).after.unreadFrom).toMatchObject({ message: 5, event: first.lastEvent });
  });

  test('never lowers, forgets or goes unwatched, whatever it says and whatever the case is', () => {
    const said = fc.record({
      flags: fc.dictionary(fc.constantFrom(...flags), fc.constantFrom(true, false, 'unsure' as const)),
      words: fc.subarray([...wordCodes]),
      stillHappening: fc.boolean(),
      bytes: fc.integer({ min: 1, max: 60_000 }),
    });
    const cases = fc.record({
      status: fc.constantFrom(...caseStatuses),
      severity: fc.constantFrom(...severities),
      isConfirmed: fc.boolean(),
      known: fc.dictionary(fc.constantFrom(...flags), fc.constantFrom(true, false, 'unsure' as const)),
    });
    fc.assert(
      fc.property(cases, fc.array(said, { minLength: 1, maxLength: 4 }), (start, messages) => {
        const { status, severity, isConfirmed, known } = start;
        let timers: Timer[] = [];
        let of = inWork({
          status,
          severity,
          reported: { ...aCase().reported, flags: known },
          ...(isConfirmed ? { severityConfirmedBy: 'staff-1' } : {}),
          ...(status === 'closed' ? { closedAt: readAt } : {}),
        });
        for (const message of messages) {
          const { after, timersArmed, timersDisarmed, readBy } = inform(of, message, timers);
          const armed = new Map([...timers, ...timersArmed].map((timer) => [timerId(timer), timer]));
          for (const id of timersDisarmed) if (!timersArmed.some((timer) => timerId(timer) === id)) armed.delete(id);
          timers = [...armed.values()];
          expect(isBelow(after.severity, of.severity)).toBe(false);
          const yeses = Object.entries(of.reported.flags).filter(([, answer]) => answer === true);
          expect(after.reported.flags).toMatchObject(Object.fromEntries(yeses));
          const reading = timers.filter(({ kind }) => kind === 'must_be_read');
          expect(reading.map(timerId)).toEqual([`${after.clockNumber}.must_be_read.report`]);
          expect(reading[0]!.deadline <= readBy).toBe(true);
          expect(after.unreadFrom!.readBy <= readBy).toBe(true);
          expect(reading.filter((timer) => isEnded(timer, after, albania))).toEqual([]);
          of = after;
        }
      }),
    );
  });
});

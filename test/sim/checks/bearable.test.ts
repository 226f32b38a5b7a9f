import { describe, expect, it } from 'vitest';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import type { NewEvent } from '#shared/domain/case/events.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { aCase, aTimer } from '#test/support/builders.ts';
import { anEvent } from '#test/support/new-case.ts';
import { checkLists, checkMarks, checkOneClock, checkOwed, type Lists } from './check-bearable.ts';
import type { Find, Told } from './finding.ts';

const minute = 60_000;
const nine = Date.UTC(2026, 10, 17, 8);
const of = aCase({ status: 'in_progress', severity: 'critical' });
const timer = aTimer({ kind: 'must_be_read', nextRung: 1 });

function findings(check: (find: Find) => void): string[] {
  const found: string[] = [];
  check((promise, what) => void found.push(`${promise} ${what}`));
  return found;
}
function told(overrides: Partial<Told>, ...history: NewEvent[]): Told {
  const events = history.map((event, at) => anEvent(of, { ...event, number: at + 1 }));
  return { of, events, timers: [timer], rows: new Set(), mails: [], ...overrides };
}

describe('of what is unread it is found', () => {
  it('that it has more than one clock, or calls staff more than once', () => {
    const raise = { what: 'raise_not_acknowledged', timer: timerId(timer) };
    expect(findings((find) => checkOneClock(told({}), [raise], find))).toEqual([]);
    expect(findings((find) => checkOneClock(told({ timers: [timer, timer] }), [raise, raise], find))).toHaveLength(2);
    const ofMessage = { what: 'raise_not_acknowledged', timer: '1.must_be_read.message-3' };
    expect(findings((find) => checkOneClock(told({}), [raise, ofMessage], find))).toHaveLength(1);
  });

  it('that staff are called twice by one clock, also by an earlier run of it, and not by two clocks', () => {
    const raise = (clock: string) => ({ what: 'raise_not_acknowledged', timer: clock });
    const found = (...clocks: string[]) =>
      findings((find) => checkOneClock(told({}), clocks.map(raise), find)).map((one) => one.slice(-21));
    expect(found('1.handle.report', '2.handle.report')).toEqual(['times for handle.report'.slice(-21)]);
    expect(found('1.handle.report', '1.resolve.report')).toEqual([]);
    expect(found('1.referral_answer.referral-a', '1.referral_answer.referral-b')).toEqual([]);
  });
});

describe('of a deadline that was raised it is found', () => {
  const raised: NewEvent = {
    type: 'case.escalated',
    actor: 'besa:escalation',
    data: { timer: timerId(timer), rung: 'duty', reminder: 0 },
  };
  const late = Date.parse(of.receivedAt) + 600 * minute;
  const found = (one: Told, isAnybody: boolean, now = late): string[] =>
    findings((find) => checkOwed(one, now, () => isAnybody, find));

  it('that nobody is told though somebody is there', () => {
    expect(found(told({}, raised), true)).toEqual([expect.stringContaining('nobody is told')]);
    expect(found(told({ mails: [{ undelivered: 'bounced' }] }, raised), true)).toHaveLength(1);
    expect(found(told({ mails: [{ eventId: 'case#1' }] }, raised), true)).toEqual([]);
  });

  it('nothing while nobody is there, or before it could be told, or once it was met', () => {
    expect(found(told({}, raised), false)).toEqual([]);
    expect(found(told({}, raised), true, Date.parse(of.receivedAt))).toEqual([]);
    expect(found(told({ timers: [] }, raised), true)).toEqual([]);
  });
});

const member = (id: string, duty: string, more: object = {}) =>
  toRow({ pk: `STAFF#${id}`, sk: 'MEMBER', id, active: true, duties: [duty], ...more });

describe('of marks on addresses it is found', () => {
  const marked = { unreachable: { since: '2026-11-17T08:00:00.000Z', because: 'bounced' } };
  const found = (...directories: ReturnType<typeof member>[][]): string[] =>
    findings((find) =>
      checkMarks(
        directories.map((rows, at) => ({ at: nine + at * minute, rows })),
        find,
      ),
    );

  it('that one took the last of a rung', () => {
    const [a, b] = [member('a', 'backup'), member('b', 'backup')];
    expect(found([a, b], [a, member('b', 'backup', marked)])).toEqual([]);
    expect(found([a], [member('a', 'backup', marked)])).toEqual([expect.stringContaining('the last one of backup')]);
  });

  it('nothing where the holder went, or the mark has healed by then', () => {
    expect(found([member('a', 'backup')], [member('a', 'backup', { active: false })])).toEqual([]);
    const healed = { unreachable: { ...marked.unreachable, againAt: '2026-11-17T08:00:30.000Z' } };
    expect(found([member('a', 'backup')], [member('a', 'backup', healed)])).toEqual([]);
  });
});

describe('of lists it is found', () => {
  const received: NewEvent = { type: 'case.received', actor: 'besa:intake', data: {} } as unknown as NewEvent;
  const read: NewEvent = { type: 'case.read', actor: 'staff:arta', data: {} } as unknown as NewEvent;
  const page = (numbers: string[], isAll = true): Lists => ({
    firstPages: new Map([['staff-arta', { numbers, isAll }]]),
    heldByNobody: new Set(),
  });
  const found = (one: Told, lists: Lists): string[] =>
    findings((find) => checkLists([one], [member('gone', 'backup', { active: false })], lists, find));

  it('that what is unread is not on the first page', () => {
    expect(found(told({}, received), page([]))).toEqual([
      expect.stringContaining('not on the first page of staff-arta'),
    ]);
    expect(found(told({}, received), page([of.caseNumber]))).toEqual([]);
    expect(found(told({}, received, read), page([]))).toEqual([]);
    expect(found(told({}, received), page(['B-OTHER'], false))).toHaveLength(1);
  });

  it('that somebody who is gone holds a case, and it stands in no list', () => {
    const held = told({ of: { ...of, assignee: 'gone' } }, received, read);
    expect(found(held, page([]))).toEqual([expect.stringContaining('is held by gone')]);
    expect(found(held, { ...page([]), heldByNobody: new Set([of.caseNumber]) })).toEqual([]);
  });
});

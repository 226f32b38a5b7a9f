import { expect, test } from 'vitest';
import { concernsOf } from '#shared/domain/queue/attention.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { isAskedFor } from '#shared/domain/queue/queue-filter.ts';
import { isToBeSeen, isUnreadMessage, unreadSince } from '#shared/domain/case/unseen/unread.ts';
import { aCase, aReferral, fridayNight } from '#test/support/builders.ts';

const at = (minutes: number) => plusMinutes(fridayNight, minutes);
const unreadFrom = { message: 3, event: 5, at: at(8), readBy: at(99) };
const read = { status: 'in_progress', readAt: at(5), lastReadAt: at(30) } as const;

test.each<[string, Partial<Case>, string | undefined]>([
  ['a report that nobody opened', {}, fridayNight],
  ['one that was entered late', { enteredAt: at(90) }, at(90)],
  ['one that the reporter took up again', { reopenedAt: at(200), lastReadAt: at(30) }, at(200)],
  ['one that was read', read, undefined],
  ['a message after the last reading', { ...read, lastWrittenAt: at(31) }, at(31)],
  ['a message of the very moment of reading', { ...read, lastWrittenAt: at(30) }, at(30)],
  ['a message before the last reading', { ...read, lastWrittenAt: at(29) }, undefined],
  ['a message that the events put after the reading', { ...read, readUpTo: 4, unreadFrom }, at(8)],
  ['what the events say was read', { ...read, readUpTo: 9, lastWrittenAt: at(99) }, undefined],
  ['a message to a case that has ended', { ...read, status: 'closed', lastWrittenAt: at(40) }, at(40)],
])('%s', (_, of, since) => {
  expect(unreadSince(aCase(of))).toBe(since);
  expect(isAskedFor(aCase(of), { unread: true }, at(300), new Set())).toBe(since !== undefined);
});

test('a message is unread by its number, or in an older case by its time', () => {
  const unread = (of: Partial<Case>) =>
    [2, 3, 4].filter((number) => isUnreadMessage(aCase({ ...read, ...of }), { number, at: at(number * 10) }));
  expect(unread({ readUpTo: 4, unreadFrom })).toEqual([3, 4]);
  expect(unread({ readUpTo: 4 })).toEqual([]);
  expect(unread({})).toEqual([3, 4]);
  expect(unread({ lastReadAt: at(31) })).toEqual([4]);
});

test('an unread message in an urgent case is a concern, whatever the case has come to', () => {
  const whats = (of: Partial<Case>) => concernsOf(aCase(of), [], at(60)).map(({ what, since }) => [what, since]);
  const written = { ...read, lastWrittenAt: at(40) };
  expect(whats({ ...written, severity: 'critical' })).toEqual([['unread', at(40)]]);
  expect(whats({ ...written, severity: 'high', status: 'resolved', resolvedAt: at(35) })).toEqual([['unread', at(40)]]);
  expect(whats({ ...written, severity: 'normal' })).toEqual([]);
  expect(whats({ ...read, severity: 'critical' })).toEqual([]);
});

test('a case is to be seen while it or a message is unread, a raise unacknowledged, a lowered severity or a lone call not looked at', () => {
  const closed = { ...read, status: 'closed', closedAt: at(50) } as const;
  const raise = { timer: '1.second_look.report', rung: 'duty', since: at(60) } as const;
  const asked = { askedBy: 'drita', askedAt: at(40) } as const;
  const lowered = { id: 'lowering-1', kind: 'lowering', ...asked, to: 'normal', because: 'already_safe' } as const;
  expect(isToBeSeen(aCase(closed))).toBe(false);
  for (const more of [
    { lastWrittenAt: at(55) },
    { raises: [raise] },
    { approvals: [lowered] },
    { referrals: [aReferral({ lookOwedSince: at(40) })] },
  ])
    expect(isToBeSeen(aCase({ ...closed, ...more }))).toBe(true);
});

import type { Case } from '../case/case.ts';
import type { CaseDeadline } from '../case/deadlines.ts';
import { openPromises } from '../case/promise.ts';
import { isOver } from '../case/status.ts';
import type { ClockKind } from '../case/timer-id.ts';
import { unreadSince } from '../case/unseen/unread.ts';
import type { Instant } from '../time/instant.ts';

/** A deadline with the name of its clock, as staff see it. */
export interface Due {
  clock: ClockKind;
  at: Instant;
}

/** What ends with the reading, whatever the status of the case. */
const endedByReading: readonly ClockKind[] = ['must_be_read', 'must_be_acknowledged'];

/** What each promised step is called among the clocks. */
const clockOf = { read: 'must_be_read', handle: 'promise_handle', resolve: 'promise_resolve' } as const;

/**
 * The deadlines that still run, earliest first. A clock may end a little before its row goes. A row of release 0.1.0
 * has no list, so the steps promised to the reporter stand in.
 */
export function openDeadlines(of: Case): readonly CaseDeadline[] {
  const listed =
    of.deadlines ??
    openPromises(of)
      .map(({ step, by }): CaseDeadline => ({ clock: clockOf[step], at: by }))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const isUnread = unreadSince(of) !== undefined;
  return listed.filter(({ clock }) => {
    if (endedByReading.includes(clock)) return isUnread;
    return clock === 'second_look' || clock === 'danger_call' || !isOver(of);
  });
}

/** What was missed and is still not done, oldest first. */
export function missedOf(of: Case): Due[] {
  return openDeadlines(of)
    .filter(({ missed }) => missed === true)
    .map(({ clock, at }) => ({ clock, at }));
}

/**
 * The next deadline of any kind that is not missed; else the oldest missed one. Undefined when no clock runs.
 * Source: docs/practice.md, Work list.
 */
export function dueOf(of: Case): Due | undefined {
  const open = openDeadlines(of);
  const due = open.find(({ missed }) => missed !== true) ?? open[0];
  return due && { clock: due.clock, at: due.at };
}

import { fromRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import type { Row } from '../database/expressions.ts';
import { wasRead } from './check-told.ts';
import type { Find, Told } from './finding.ts';

/*
 * Promise P14, told a second time from what happened and from the directory alone: nobody drowns, nobody is silenced, and
 * what is unread stands first. No rule of the product is asked.
 */

const minute = 60_000;
const said = (at: number | undefined): string => new Date(at ?? 0).toISOString();

/** All that is unread of a case has one clock, and staff are called once for each clock of a case. */
export function checkOneClock(
  { of, timers }: Told,
  concerns: readonly { what: string; timer?: string }[],
  find: Find,
): void {
  const clocks = timers.filter(({ kind }) => kind === 'must_be_read').length;
  if (clocks > 1) find('P14', `${of.caseNumber} has ${clocks} clocks for what is unread`);
  const raised = concerns.filter(({ what }) => what === 'raise_not_acknowledged');
  for (const [clock, open] of Map.groupBy(raised, ({ timer = '' }) => clockOf(timer)))
    if (open.length > 1) find('P14', `${of.caseNumber} is shown ${open.length} times for ${clock}`);
}

/** A clock as people know it: `handle.report`, whichever time it runs. All that is unread has one. */
function clockOf(timer: string): string {
  const [, kind = '', ...subject] = timer.split('.');
  return kind === 'must_be_read' ? kind : [kind, ...subject].join('.');
}

/**
 * What was raised of a deadline that still runs is told to somebody as soon as somebody can be told: at the latest within
 * two minutes of now, if there is anybody whom `isAnybodyLeft` finds in the directory.
 */
export function checkOwed(
  { of, events, timers, mails }: Told,
  now: number,
  isAnybodyLeft: () => boolean,
  find: Find,
): void {
  for (const timer of timers) {
    const id = `${timer.clock}.${timer.kind}.${timer.subject}`;
    const raised = events.findLast(
      (event) => event.type === 'case.escalated' && event.data.timer === id && !wasRead(event, events),
    );
    if (raised === undefined || Date.parse(raised.time) + 2 * minute > now) continue;
    // A letter about an exclusion says nothing of what was raised.
    const isTold = mails.some(
      (mail) =>
        mail['occasion'] !== 'exclusion' && mail['undelivered'] === undefined && mail['droppedBecause'] === undefined,
    );
    if (!isTold && isAnybodyLeft())
      find('P14', `${of.caseNumber}: ${id} was raised, somebody is there, and nobody is told`);
  }
}

interface Member {
  id: string;
  active: boolean;
  duties: readonly string[];
  unreachable?: { againAt?: string };
}

/** Who is in the directory, of all of its rows. */
const membersIn = (rows: readonly Row[]): Member[] =>
  rows.filter(({ sk }) => sk?.S === 'MEMBER').map((row) => fromRow({ ...row }) as unknown as Member);

/** The directory, each time that it was written to. */
export type Directories = readonly { at: number; rows: readonly Row[] }[];

/** The duties of each rung, from the duty officer on. Source: docs/practice.md, Ladder. */
const rungs = [['duty_officer', 'helpline_desk'], ['backup'], ['supervisor'], ['director'], ['outside_partner']];

/** No mark on an address takes the last one out whom a rung still reached. */
export function checkMarks(directories: Directories, find: Find): void {
  directories.forEach(({ at, rows }, next) => {
    const before = directories[next - 1];
    if (before === undefined) return;
    for (const duties of rungs) {
      const [was, is] = [before, { at, rows }].map((directory) => {
        const holders = membersIn(directory.rows).filter(
          (one) => one.active && one.duties.some((duty) => duties.includes(duty)),
        );
        const marked = holders.filter(({ unreachable }) => isMarked(unreachable, directory.at));
        return {
          holders: holders
            .map(({ id }) => id)
            .toSorted()
            .join(),
          reached: holders.length - marked.length,
        };
      });
      if (was === undefined || is === undefined || was.holders !== is.holders) continue;
      if (was.reached > 0 && is.reached === 0)
        find('P14', `a mark took the last one of ${duties.join(', ')} at ${said(at)}`);
    }
  });
}

const isMarked = (mark: Member['unreachable'], at: number): boolean =>
  mark !== undefined && (mark.againAt === undefined || Date.parse(mark.againAt) > at);

/** What lists show, one of them for each who looks. */
export interface Lists {
  /** The first page of each who reads cases, and whether there are more. */
  firstPages: ReadonlyMap<string, { numbers: readonly string[]; isAll: boolean }>;
  /** Everything that stands in the list of what nobody holds. */
  heldByNobody: ReadonlySet<string>;
}

/** Who is not active holds nothing, and what is unread stands on everybody's first page. */
export function checkLists(cases: readonly Told[], directory: readonly Row[], lists: Lists, find: Find): void {
  const gone = new Set(membersIn(directory).flatMap(({ id, active }) => (active ? [] : [id])));
  for (const { of } of cases) {
    const isOver = of.status === 'resolved' || of.status === 'closed';
    if (!isOver && of.assignee !== undefined && gone.has(of.assignee) && !lists.heldByNobody.has(of.caseNumber))
      find('P14', `${of.caseNumber} is held by ${of.assignee}, who is gone, and stands in no list`);
  }
  const unread = cases.filter(isUnread);
  const isFirst = new Set(unread.filter(({ of }) => of.severity === 'critical').map(({ of }) => of.caseNumber));
  for (const [who, { numbers, isAll }] of lists.firstPages) {
    for (const { of } of unread) {
      if (isOut(of, who) || numbers.includes(of.caseNumber)) continue;
      const isFullOfFirst = numbers.every((number) => isFirst.has(number));
      if (isAll || (isFirst.has(of.caseNumber) && !isFullOfFirst))
        find('P14', `${of.caseNumber} is unread, and not on the first page of ${who}`);
    }
  }
}

/** Whether the case excludes somebody, or a request that waits keeps them out. */
export function isOut({ exclusions, approvals = [] }: Told['of'], who: string): boolean {
  const waiting = approvals.filter((one) => one.kind === 'exclusion' && one.decision === undefined && one.keepsOut);
  const named = waiting.flatMap((one) => (one.kind === 'exclusion' ? one.adds.people : []));
  return [...(exclusions?.people ?? []), ...named].includes(who);
}

/** Whether a reporter's words came after the last reading, by the order of events. Whoever files a report has read it. */
function isUnread({ events }: Told): boolean {
  const words = events.findLast(
    ({ type, actor }) => type === 'case.information_added' || (type === 'case.received' && !actor.startsWith('staff:')),
  );
  const read = events.findLast(({ type }) => type === 'case.read');
  return (words?.number ?? 0) > (read?.number ?? 0);
}

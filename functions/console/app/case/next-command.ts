import { isOver } from '#shared/domain/case/status.ts';
import type { CaseView, Me } from '../api/answers.ts';

/** What the bar of a case offers first. */
export type NextCommand = 'read' | 'danger' | 'claim' | 'handling' | 'resolution' | 'closure';

export type StandOfCase = Pick<
  CaseView,
  | 'may'
  | 'status'
  | 'danger'
  | 'assignee'
  | 'holderGone'
  | 'readAt'
  | 'unreadSince'
  | 'handledAt'
  | 'toResolve'
  | 'closableFrom'
>;

/**
 * The next sensible command on a case for this person, by what the case says that they may do. What nobody has read is
 * read first. Then somebody calls for a person in danger. A case without a holder is claimed, then handled, then
 * resolved once nothing blocks that, and then closed. Undefined when nothing is left, or others have to do it. `newer`: how the case stands by now, where that is not
 * shown yet. Words of the reporter that came meanwhile are read before anything is done.
 * Source: docs/practice.md, Clocks and Cases.
 */
export function nextCommand(
  view: StandOfCase,
  me: Pick<Me, 'id'>,
  now: string,
  newer: Pick<StandOfCase, 'unreadSince'> = {},
): NextCommand | undefined {
  const { may, status, assignee, holderGone, handledAt, toResolve = [], closableFrom } = view;
  const unreadSince = view.unreadSince ?? newer.unreadSince;
  if (status === undefined) return undefined;
  if (unreadSince !== undefined && may.includes('read_case')) return 'read';
  if (view.danger !== undefined && view.danger.ended === undefined && may.includes('record_danger')) return 'danger';
  if (status === 'resolved') {
    const isQuiet = closableFrom === undefined || closableFrom <= now;
    return isQuiet && may.includes('close_case') ? 'closure' : undefined;
  }
  if (isOver({ status })) return undefined;
  const isFree = assignee === undefined || holderGone === true;
  if (isFree) return may.includes('claim_case') ? 'claim' : undefined;
  if (assignee !== me.id) return undefined;
  if (handledAt === undefined) return may.includes('handle_case') ? 'handling' : undefined;
  return toResolve.length === 0 && may.includes('resolve_case') ? 'resolution' : undefined;
}

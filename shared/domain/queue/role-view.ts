import type { Role } from '../access/authorize.ts';
import type { QueueFilter } from './queue-filter.ts';

/**
 * What each role sees of a case, as names of fields. Every view of a case is cut by these lists. A field that is not
 * named here is absent, so only caseworkers see a field that is added later. Source: docs/practice.md, People.
 */

/** How a case stands, and who did what and when. It shows nothing of what was reported. */
const course = [
  'caseNumber',
  'revision',
  'status',
  'severity',
  'due',
  'missed',
  'assignee',
  'holderGone',
  'team',
  'clockNumber',
  'receivedAt',
  'enteredAt',
  'reopenedAt',
  'unreadSince',
  'triagedAt',
  'readAt',
  'acknowledgedAt',
  'handledAt',
  'resolvedAt',
  'closedAt',
  'promise',
  'promised',
  'waiting',
  'approvals',
  'hold',
  'keeping',
  'timers',
  'raises',
  'history',
  'earlierEvents',
  'may',
] as const;

/** `everything` means all clear fields. Words are opened by reading; addresses also need clearance. */
const seen: Readonly<Record<Role, 'everything' | readonly string[]>> = {
  volunteer: ['caseNumber', 'severity', 'due', 'may'],
  counsellor: 'everything',
  officer: 'everything',
  supervisor: 'everything',
  // The director keeps people out of a case, too, and lifts that when nobody else is left.
  director: [...course, 'exclusions'],
  auditor: course,
  statistician: [],
  administrator: [],
};

/** The field of a case that each filter tells about. Who may not see a field must not find it out by a filter. */
const toldBy: Readonly<Record<keyof QueueFilter, string>> = {
  status: 'status',
  severity: 'severity',
  assignee: 'assignee',
  team: 'team',
  category: 'category',
  region: 'region',
  channel: 'channel',
  dueBefore: 'due',
  overdue: 'due',
  unread: 'readAt',
};

/** Whether a role sees a field of a case. An unknown role, or none, sees nothing. */
export function sees(role: Role | undefined, field: string): boolean {
  const fields = role !== undefined && Object.hasOwn(seen, role) ? seen[role] : [];
  return fields === 'everything' || fields.includes(field);
}

/** The fields of a view that a role sees. The rest is absent. */
export function seenBy<View extends object>(role: Role | undefined, view: View): Partial<View> {
  return Object.fromEntries(Object.entries(view).filter(([field]) => sees(role, field))) as Partial<View>;
}

/** Whether a role may filter by something: it sees the field that the filter tells about. */
export function mayAskFor(role: Role | undefined, filter: keyof QueueFilter): boolean {
  return sees(role, toldBy[filter]);
}

/** The filters in a request that tell about fields the role does not see. */
export function askedUnseen(role: Role | undefined, filter: QueueFilter): (keyof QueueFilter)[] {
  return (Object.keys(toldBy) as (keyof QueueFilter)[]).filter(
    (asked) => filter[asked] !== undefined && !mayAskFor(role, asked),
  );
}

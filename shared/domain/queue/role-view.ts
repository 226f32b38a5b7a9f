import type { Role } from '../access/authorize.ts';
import type { QueueFilter } from './queue-filter.ts';

/**
 * What each role sees of a case: names of fields, by which every view of it is cut. Of what is not named here nothing is
 * there at all, so that a field added later is seen by caseworkers alone. Source: docs/practice.md, People.
 */

/** How a case stands, and who did what to it when; nothing of what was reported. */
const course = [
  'caseNumber',
  'revision',
  'status',
  'severity',
  'due',
  'assignee',
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
  'approvals',
  'hold',
  'keeping',
  'timers',
  'history',
] as const;

/** `everything` is what stands in clear: words and addresses are opened by reading, addresses by clearance. */
const seen: Readonly<Record<Role, 'everything' | readonly string[]>> = {
  volunteer: ['caseNumber', 'severity', 'due'],
  counsellor: 'everything',
  officer: 'everything',
  supervisor: 'everything',
  director: course,
  auditor: course,
  statistician: [],
  administrator: [],
};

/** Which field of a case tells what is asked for: who may not see it may not find out by asking either. */
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

/** What a role sees of a view of a case: the rest is absent. */
export function seenBy<View extends object>(role: Role | undefined, view: View): Partial<View> {
  return Object.fromEntries(Object.entries(view).filter(([field]) => sees(role, field))) as Partial<View>;
}

/** What a role asks the queue for by fields that it does not see. */
export function askedUnseen(role: Role | undefined, filter: QueueFilter): (keyof QueueFilter)[] {
  return (Object.keys(toldBy) as (keyof QueueFilter)[]).filter(
    (asked) => filter[asked] !== undefined && !sees(role, toldBy[asked]),
  );
}

import type { Role } from '#shared/domain/access/authorize.ts';
import { channels } from '#shared/domain/report/report.ts';
import { isOver } from '#shared/domain/case/status.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { teams } from '#shared/domain/case/team.ts';
import { queuedStatuses, type QueueFilter } from '#shared/domain/queue/queue-filter.ts';
import { mayAskFor } from '#shared/domain/queue/role-view.ts';
import type { QueueLine } from '../api/answers.ts';

export type FilterName = keyof QueueFilter;

/** A deadline within so many hours. In the address stands the code, and the API is asked with the instant. */
export const dueWithin = { hour: 1, four_hours: 4, day: 24 } as const;

/** The filters of the queue, and the codes that each has by itself. The rest comes from the pack, or is a person. */
const filters: Readonly<Record<FilterName, readonly string[] | undefined>> = {
  severity: severities,
  status: queuedStatuses,
  unread: ['true', 'false'],
  overdue: ['true', 'false'],
  dueBefore: Object.keys(dueWithin),
  assignee: undefined,
  team: teams,
  category: undefined,
  region: undefined,
  channel: channels,
};

export const filterNames = Object.keys(filters) as FilterName[];

/** The filters that a role may use, with the codes that they have by themselves. */
export function filtersFor(role: Role | undefined): { name: FilterName; codes: readonly string[] | undefined }[] {
  return filterNames.filter((name) => mayAskFor(role, name)).map((name) => ({ name, codes: filters[name] }));
}

/** What the address says, as the API is asked. Anything that is no filter is left out. */
export function askedBy(query: URLSearchParams, now: Date): URLSearchParams {
  const asked = new URLSearchParams();
  for (const name of filterNames) {
    const value = query.get(name) ?? '';
    if (value === '') continue;
    if (name !== 'dueBefore') asked.set(name, value);
    else if (Object.hasOwn(dueWithin, value)) {
      const hours = dueWithin[value as keyof typeof dueWithin];
      asked.set(name, new Date(now.getTime() + hours * 3_600_000).toISOString());
    }
  }
  return asked;
}

/** The address of the queue with a filter changed. An empty value takes it away. */
export function withFilter(query: URLSearchParams, name: FilterName, value: string): string {
  const next = new URLSearchParams(
    filterNames.flatMap((one): [string, string][] => (query.has(one) ? [[one, query.get(one) ?? '']] : [])),
  );
  if (value === '') next.delete(name);
  else next.set(name, value);
  return `/cases${next.size === 0 ? '' : `?${next}`}`;
}

/**
 * The promise that comes next: to handle a case, then to resolve it. Undefined for who sees no promise, and once the case
 * has ended: nothing is owed any more.
 */
export function nextPromise({
  status,
  promise,
  handledAt,
}: Pick<QueueLine, 'status' | 'promise' | 'handledAt'>): { step: 'toHandle' | 'toResolve'; until: string } | undefined {
  if (promise === undefined || (status !== undefined && isOver({ status }))) return undefined;
  return handledAt === undefined
    ? { step: 'toHandle', until: promise.handleBy }
    : { step: 'toResolve', until: promise.resolveBy };
}

/** How much of a promise has passed, from 0 to 1. */
export function shareOfPromise(from: string, until: string, now: Date): number {
  const whole = Date.parse(until) - Date.parse(from);
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (now.getTime() - Date.parse(from)) / whole));
}

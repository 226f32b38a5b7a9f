import { signal } from '@preact/signals';
import type { Refusal } from '../api/call.ts';
import { look } from '../api/look.ts';
import type { QueueLine, QueuePage } from '../api/answers.ts';
import { pagesOf, withQuery } from '../api/pages.ts';
import { now } from '../sign-in/session.ts';
import { askedBy } from './filters.ts';

/**
 * The parts of the queue that were asked for. It outlives the page, so that Back finds the same rows, and stands beside
 * the case that was opened from it.
 */
export interface QueueList {
  /** The filters, as the address has them. */
  of: string;
  lines: readonly QueueLine[];
  /** Leads to the next part. */
  cursor: string | undefined;
  isLoading: boolean;
  refusal: Refusal | undefined;
  isLoaded: boolean;
  /** From when it is. */
  at: string | undefined;
}

const none: QueueList = {
  of: '',
  lines: [],
  cursor: undefined,
  isLoading: false,
  refusal: undefined,
  isLoaded: false,
  at: undefined,
};

export const queueList = signal<QueueList>({ ...none, of: ' ' });

/** The case that was opened last from the list. */
export const lastOpened = signal<string | undefined>(undefined);

/** Begins the list with these filters. */
export async function loadQueue(query: URLSearchParams): Promise<void> {
  const of = query.toString();
  const before = queueList.value;
  // The same list stays while it is asked for again.
  queueList.value = before.of === of ? { ...before, isLoading: true } : { ...none, of, isLoading: true };
  await part(query, undefined);
}

/** The part after those that are there. */
export async function loadMore(query: URLSearchParams): Promise<void> {
  const { cursor, isLoading } = queueList.value;
  if (cursor === undefined || isLoading) return;
  queueList.value = { ...queueList.value, isLoading: true };
  await part(query, cursor);
}

async function part(query: URLSearchParams, from: string | undefined): Promise<void> {
  const asked = askedBy(query, now());
  if (from !== undefined) asked.set('cursor', from);
  const answer = await look<QueuePage>(withQuery('/v1/cases', asked));
  // Meanwhile somebody chose other filters.
  if (queueList.value.of !== query.toString()) return;
  if (!answer.ok) {
    queueList.value = { ...queueList.value, isLoading: false, refusal: answer };
    return;
  }
  const { cases, cursor } = answer.body;
  const isMore = from !== undefined;
  const lines = each(isMore ? [...queueList.value.lines, ...cases] : cases);
  const at = isMore ? queueList.value.at : now().toISOString();
  queueList.value = { ...queueList.value, lines, cursor, at, isLoading: false, refusal: undefined, isLoaded: true };
}

/** A case that moved meanwhile may be in two parts. */
const each = (lines: readonly QueueLine[]): QueueLine[] => [
  ...new Map(lines.map((line) => [line.caseNumber, line])).values(),
];

/** The queue as it is now, as far as it is shown. What is shown stays as it is. Undefined when it could not be had. */
export async function freshQueue(
  query: URLSearchParams,
): Promise<Pick<QueueList, 'lines' | 'cursor' | 'at'> | undefined> {
  const shown = queueList.value.lines.length;
  const pages = await pagesOf(
    (path) => look<QueuePage>(path),
    withQuery('/v1/cases', askedBy(query, now())),
    (had) => had.flatMap(({ cases }) => cases).length >= shown,
  );
  if (pages === undefined) return undefined;
  return { lines: each(pages.flatMap(({ cases }) => cases)), cursor: pages.at(-1)?.cursor, at: now().toISOString() };
}

/** Puts a line in the place of the one that was shown. */
export function changeLine(caseNumber: string, change: Partial<QueueLine>): void {
  queueList.value = {
    ...queueList.value,
    lines: queueList.value.lines.map((line) => (line.caseNumber === caseNumber ? { ...line, ...change } : line)),
  };
}

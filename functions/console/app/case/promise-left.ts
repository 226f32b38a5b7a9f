import { openPromises, type Miss } from '#shared/domain/case/promise.ts';
import { defined } from '../api/defined.ts';
import type { CaseView } from '../api/answers.ts';

/** The promised step that comes next, and how much of its time is left. */
export interface PromiseLeft extends Miss {
  /** From 1 at the beginning to 0 at the deadline and after it. */
  part: number;
}

export type PromisedCase = Pick<
  CaseView,
  'promise' | 'receivedAt' | 'reopenedAt' | 'readAt' | 'handledAt' | 'resolvedAt' | 'closedAt'
>;

/**
 * What was promised to the reporter and is not done yet: the first step whose deadline has not passed. Undefined when
 * nothing is owed any more, or all that is owed was missed, which is said apart from this.
 */
export function promiseLeft(
  { promise, receivedAt, reopenedAt, ...done }: PromisedCase,
  now: string,
): PromiseLeft | undefined {
  const from = reopenedAt ?? receivedAt;
  if (promise === undefined || from === undefined) return undefined;
  const [next] = openPromises({ promise, ...defined(done) })
    .filter(({ by }) => by > now)
    .toSorted((one, other) => (one.by < other.by ? -1 : 1));
  if (next === undefined) return undefined;
  const whole = Date.parse(next.by) - Date.parse(from);
  const left = Date.parse(next.by) - Date.parse(now);
  return { ...next, part: Math.min(1, left / whole) };
}

import { inParallel } from './in-parallel.ts';

/** How many milliseconds the run of a schedule still has. Lambda ends it at 0, wherever it stands. */
export type TimeLeft = () => number;

/** A run begins nothing new once it has no more than this. The longest piece of work takes a few seconds. */
export const nearlyOverMs = 15_000;

/** Whether a run may begin another piece of work, and keep `reserveMs` for what comes after it. */
export function hasTime(timeLeft: TimeLeft, reserveMs = 0): boolean {
  return timeLeft() > nearlyOverMs + reserveMs;
}

/**
 * Does the work for each item, like `inParallel`, for as long as there is time. Answers what came of each item, in
 * their order, and the items that nobody has begun. The next run finds those where this one found them.
 */
export async function whileTimeLasts<T, R>(
  atOnce: number,
  items: readonly T[],
  time: { timeLeft: TimeLeft; reserveMs?: number },
  work: (item: T) => Promise<R>,
): Promise<{ done: R[]; left: T[] }> {
  const left: T[] = [];
  const answers = await inParallel(atOnce, items, async (item) => {
    if (hasTime(time.timeLeft, time.reserveMs)) return { answer: await work(item) };
    left.push(item);
    return undefined;
  });
  return { done: answers.flatMap((done) => (done === undefined ? [] : [done.answer])), left };
}

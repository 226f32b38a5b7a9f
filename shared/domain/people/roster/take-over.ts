import { plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';

/** Somebody said that they took over the shift. It changes nobody's place on the ladder: the roster alone does. */
export interface TakeOver {
  at: Instant;
  /** Directory id. */
  by: string;
  /** Directory id of whoever had the shift. Absent where nobody had, or nobody was named. */
  from?: string;
}

/** How many take-overs are shown. The audit keeps all of them. */
const kept = 10;
/** The same within so many minutes is a button that was pressed twice. */
const sameWithinMinutes = 1;

/**
 * Records that a person took over, and from whom. `recent` are the last take-overs, the newest first. Who takes over
 * from two people says it twice. Source: docs/practice.md, Shifts.
 */
export function decideTakeOver(
  recent: readonly TakeOver[],
  { by, from }: Pick<TakeOver, 'by'> & { from?: string | undefined },
  now: Instant,
): { outcome: 'change'; takeOver: TakeOver; recent: TakeOver[] } | { outcome: 'unchanged'; takeOver: TakeOver } {
  const isSame = (one: TakeOver): boolean =>
    one.by === by && one.from === from && plusMinutes(one.at, sameWithinMinutes) > now;
  const same = recent.find(isSame);
  if (same !== undefined) return { outcome: 'unchanged', takeOver: same };
  const takeOver = { at: now, by, ...(from === undefined ? {} : { from }) };
  return { outcome: 'change', takeOver, recent: [takeOver, ...recent].slice(0, kept) };
}

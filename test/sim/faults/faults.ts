import type { Chance } from '#test/story/chance.ts';

/** What can go wrong, each with how often out of one occasion. */
export const faultKinds = {
  /** A call is turned away: nothing was done. */
  throttled: 0.02,
  /** A write collides with another. */
  conflict: 0.05,
  /** A call is not answered, and nothing was done. */
  lost_request: 0.01,
  /** A call is not answered, and was done. */
  lost_answer: 0.01,
  /** The function ends before a call. */
  crash_before: 0.006,
  /** The function ends when a call was done. */
  crash_after: 0.006,
  /** A batch is taken in part. */
  partial_batch: 0.05,
  /** A message is there twice. */
  duplicate: 0.05,
  /** A message comes late. */
  delayed: 0.05,
  /** A page of a query ends early, as if its rows were large. */
  short_page: 0.05,
  /** Of a batch that is read, some keys are left over. */
  unread_keys: 0.2,
  /** The stream gives a batch again. */
  stream_repeats: 0.1,
  /** The stream forgets records. */
  stream_forgets: 0.03,
  /** What is on the stream comes minutes or hours later. */
  stream_late: 0.06,
  /** A schedule comes twice at once. */
  sweep_twice: 0.02,
  /** A schedule does not come. */
  sweep_skipped: 0.05,
  /** Indexes, and reads that need not be consistent, follow only when time goes on. */
  index_lag: 0.5,
  /** They do not even follow then, for up to five minutes. */
  index_late: 0.1,
  /** A mail comes back days later. */
  bounce: 0.1,
  /** For a minute to an hour a provider lets every mail come back at once: its own addresses, or all there are. */
  provider_refuses: 0.5,
  /** The mails of a day are used up: for hours the mail service takes none. */
  quota_used_up: 0.25,
  /** Who invokes a function has another time, by up to this many minutes out of ten. */
  clock_skew: 0.3,
  /** Time goes on while a call is under way. */
  slow: 0.03,
  /** A service is away, for ten minutes to thirty hours. */
  outage: 0.25,
  /** A message that failed too often is thrown away before anybody looks. */
  dead_letter_expires: 0.3,
  /** A queue loses a message. */
  lost_message: 0.03,
  /** Dead letters are put back by a person, whenever. */
  redrive: 0.1,
  /** A second worker begins on a message while the first is at it. */
  two_workers: 0.05,
  /** A function is of a newer release, which writes what the older one does not know, and is taken back at once. */
  other_version: 0.3,
  /** Two people do something to the same case at the same instant. */
  same_instant: 0.4,
  /** One schedule does not come for twelve hours. */
  sweep_away: 0.5,
  /** A message that nobody can read stands in a queue. */
  poison: 0.03,
} as const;
export type FaultKind = keyof typeof faultKinds;
export const allFaults = Object.keys(faultKinds) as FaultKind[];

/** Kinds that keep nothing back for longer than a minute. */
const passing: readonly FaultKind[] = [
  'duplicate',
  'short_page',
  'unread_keys',
  'stream_repeats',
  'sweep_twice',
  'index_lag',
  'two_workers',
  'same_instant',
  'other_version',
  'poison',
];
/** Kinds of which only their end says how long they keep things back. */
const lasting: readonly FaultKind[] = [
  'stream_late',
  'outage',
  'sweep_away',
  'quota_used_up',
  'provider_refuses',
  'clock_skew',
];

/** ms after a fault of this kind for which something may be late by it. */
export function disturbsFor(kind: FaultKind): number {
  if (lasting.includes(kind)) return Infinity;
  return passing.includes(kind) ? 0 : 45 * 60_000;
}

export interface FaultPlan {
  /** Whether it strikes now; counted when it does. */
  strikes: (kind: FaultKind) => boolean;
  /** From now on nothing goes wrong. */
  end: () => void;
  /** Nothing goes wrong until `goOn`. */
  pause: () => void;
  goOn: () => void;
  counts: Readonly<Partial<Record<FaultKind, number>>>;
}

/**
 * When it strikes is drawn from a seed. Each history has its own kinds of faults, some of them often: with all kinds at once each history would look like every
 * other ("swarm testing", Groce et al. 2012). `isAll`: all kinds at once nevertheless. `struck` hears of each that does.
 */
export function planFaults(
  by: Chance,
  without: readonly FaultKind[],
  isAll = false,
  struck: (kind: FaultKind) => void = () => undefined,
): FaultPlan {
  const rates = new Map<FaultKind, number>();
  for (const kind of allFaults) {
    const isIn = by.happens(0.5) || isAll;
    const rate = faultKinds[kind] * by.pick(isAll ? [1] : [0.3, 1, 3]);
    if (isIn && !without.includes(kind)) rates.set(kind, rate);
  }
  const counts: Partial<Record<FaultKind, number>> = {};
  let isPaused = false;
  return {
    counts,
    end: () => rates.clear(),
    pause: () => {
      isPaused = true;
    },
    goOn: () => {
      isPaused = false;
    },
    strikes: (kind) => {
      const rate = rates.get(kind);
      if (isPaused || rate === undefined || !by.happens(rate)) return false;
      counts[kind] = (counts[kind] ?? 0) + 1;
      struck(kind);
      return true;
    },
  };
}

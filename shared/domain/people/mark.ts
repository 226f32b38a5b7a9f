import type { UndeliveredBecause } from '../case/unseen/undelivered.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/**
 * The mark on an address whose mails told nobody. It passes its holder over until `againAt`; then the address is tried
 * again. Source: docs/practice.md, Contacts.
 */
export interface Mark {
  /** The first mail that came back. */
  since: Instant;
  because: UndeliveredBecause;
  /** How often this mark was set. Release 0.1.0 did not write it: 1. */
  tries?: number;
  /** When the address is tried again. Release 0.1.0 did not write it: an hour after `since`. */
  againAt?: Instant;
}

/** Hours of the first, the second and each later pause. */
const pauseHours = [1, 6, 24] as const;
const longestPauseHours = 24;
/** After so many hours without another mail that came back, a mark begins anew. */
const forgottenAfterHours = 7 * 24;

const hoursAfter = (at: Instant, hours: number): Instant => plusMinutes(at, hours * 60);

/** When mails go to a marked address again. */
export function triedAgainAt({ since, againAt }: Pick<Mark, 'since' | 'againAt'>): Instant {
  return againAt ?? hoursAfter(since, pauseHours[0]);
}

/**
 * The mark after one more mail that came back. Undefined while a mark still holds: a mail that left before it says
 * nothing new.
 */
export function nextMark(before: Mark | undefined, because: UndeliveredBecause, now: Instant): Mark | undefined {
  if (before !== undefined && triedAgainAt(before) > now) return undefined;
  const isForgotten = before === undefined || hoursAfter(triedAgainAt(before), forgottenAfterHours) <= now;
  const tries = isForgotten ? 0 : (before.tries ?? 1);
  return {
    since: isForgotten ? now : before.since,
    because,
    tries: tries + 1,
    againAt: hoursAfter(now, pauseHours[tries] ?? longestPauseHours),
  };
}

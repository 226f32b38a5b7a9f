import { setTimeout as sleep } from 'node:timers/promises';

/** A decision answers this when somebody else wrote first: it read a state that no longer holds. */
export const again = Symbol('decide again');

const attempts = 20;
const firstPauseMs = 10;
const longestPauseMs = 400;

/**
 * Runs a decision (read, decide, write) again while it answers `again`, up to twenty times. Between tries it waits a
 * random part of a growing span ("full jitter"). So those who collided do not collide again. If the last try answers
 * `again` too, the caller answers `retry` or 503.
 */
export async function decideAgain<T>(
  decide: () => Promise<T | typeof again>,
  pause: (attempt: number) => Promise<unknown> = fullJitter,
): Promise<T | typeof again> {
  for (let attempt = 1; ; attempt += 1) {
    const decision = await decide();
    if (decision !== again || attempt === attempts) return decision;
    await pause(attempt);
  }
}

function fullJitter(attempt: number): Promise<unknown> {
  return sleep(Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** attempt));
}

import type { Instant } from '../domain/time/instant.ts';

/** The time comes from outside the rules, so that tests can step it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

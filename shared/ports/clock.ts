import type { Instant } from '../domain/time/instant.ts';

/** The time, from outside the rules. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

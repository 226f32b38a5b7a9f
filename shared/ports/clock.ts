import type { Instant } from '../domain/case.ts';

/** The time, from outside the rules. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

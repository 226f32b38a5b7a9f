/*
 * When a pause is suggested to somebody who reads hard texts. Source: docs/practice.md, People.
 */

/** After so long with such a text before their eyes. */
export const pauseAfterMs = 45 * 60_000;
/** So long without one is a pause, and the count begins anew. */
export const restMs = 15 * 60_000;

export interface ReadingTime {
  /** How long hard texts were open and in sight since the last pause. */
  readMs: number;
  /** For how long there has been none. */
  restedMs: number;
  /** The pause was suggested. It is suggested once. */
  isTold: boolean;
}

export const notReadYet: ReadingTime = { readMs: 0, restedMs: 0, isTold: false };

/** The time after a further while, in which a hard text was in sight or not. */
export function afterWhile({ readMs, restedMs, isTold }: ReadingTime, ms: number, isReading: boolean): ReadingTime {
  if (isReading) return { readMs: readMs + ms, restedMs: 0, isTold };
  return restedMs + ms >= restMs ? notReadYet : { readMs, restedMs: restedMs + ms, isTold };
}

/** Whether a pause is suggested now. */
export function isPauseDue({ readMs, isTold }: ReadingTime): boolean {
  return readMs >= pauseAfterMs && !isTold;
}

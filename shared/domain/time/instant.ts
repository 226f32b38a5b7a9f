/** An instant in UTC, ISO 8601 with milliseconds and `Z`: `2026-11-22T21:40:00.000Z`. It sorts as text. */
export type Instant = string;

/** The instant so many elapsed minutes later. Daylight saving does not change it. */
export function plusMinutes(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

/** The minute that runs. Letters and rungs count from it, because the sweep comes once a minute. */
export function minuteOf(at: Instant): Instant {
  const minute = new Date(at);
  minute.setUTCSeconds(0, 0);
  return minute.toISOString();
}

export const dayMs = 24 * 60 * 60 * 1000;

export function plusDays(at: Instant, days: number): Instant {
  return new Date(Date.parse(at) + days * dayMs).toISOString();
}

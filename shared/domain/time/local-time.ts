import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';

/** A local time, `HH:MM`, 24 hours. */
export type WallTime = `${number}:${number}`;

const minuteMs = 60_000;

/** What a local clock and calendar show: the time as `22:40`, the day as the UTC milliseconds of its midnight. */
export interface LocalTime {
  time: string;
  day: number;
}

export function localTime(at: Instant, timeZone: string): LocalTime {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return {
    time: `${parts['hour']}:${parts['minute']}`,
    day: Date.UTC(Number(parts['year']), Number(parts['month']) - 1, Number(parts['day'])),
  };
}

/**
 * The instant at which a local clock shows `time` on `day`. In the hour that daylight saving skips there is no such
 * instant, and one an hour beside it is taken. In the hour that comes twice, one of the two is taken.
 */
export function instantAt(day: number, time: string, timeZone: string): Instant {
  const wanted = day + minutesOf(time) * minuteMs;
  let instant = wanted;
  // The first step may cross a change of the clocks. The second step then stands on its right side.
  for (let step = 0; step < 2; step += 1) {
    const shown = localTime(new Date(instant).toISOString(), timeZone);
    instant += wanted - (shown.day + minutesOf(shown.time) * minuteMs);
  }
  return new Date(instant).toISOString();
}

/**
 * The next instant, this one included, at which a local clock shows one of these times. Throws when `times` is empty.
 */
export function nextOf(times: readonly WallTime[], at: Instant, timeZone: string): Instant {
  const { day } = localTime(at, timeZone);
  const [next] = [day, day + dayMs]
    .flatMap((date) => times.map((time) => instantAt(date, time, timeZone)))
    .filter((instant) => instant >= at)
    .sort();
  if (next === undefined) throw new Error('There is no time of day to wait for.');
  return next;
}

/**
 * Whether a local clock shows a time from `from` on and before `to`. A span that ends before it begins goes on past
 * midnight.
 */
export function isWithin(at: Instant, span: { from: WallTime; to: WallTime }, timeZone: string): boolean {
  const { time } = localTime(at, timeZone);
  return span.from <= span.to ? span.from <= time && time < span.to : span.from <= time || time < span.to;
}

export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Making a formatter takes about a millisecond, so there is one for each zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

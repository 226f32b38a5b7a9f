import { plusDays } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { instantAt, localTime } from '../time/local-time.ts';

/** The local day of an instant, such as `2026-11-22`. Days sort as text. */
export function dayOf(at: Instant, timeZone: string): string {
  return new Date(localTime(at, timeZone).day).toISOString().slice(0, 10);
}

/** The local month and quarter of an instant. */
export function monthOf(at: Instant, timeZone: string): { month: string; quarter: string } {
  const day = new Date(localTime(at, timeZone).day);
  const year = day.getUTCFullYear();
  return {
    month: `${year}-${String(day.getUTCMonth() + 1).padStart(2, '0')}`,
    quarter: `${year}-Q${Math.floor(day.getUTCMonth() / 3) + 1}`,
  };
}

/** The quarters of a year: `2026-Q1` to `2026-Q4`, each with its months. */
export function quartersOf(year: number): { quarter: string; months: string[] }[] {
  return [0, 1, 2, 3].map((index) => ({
    quarter: `${year}-Q${index + 1}`,
    months: [1, 2, 3].map((month) => `${year}-${String(index * 3 + month).padStart(2, '0')}`),
  }));
}

/** The first day after a quarter, as the UTC milliseconds of its midnight. */
export function endOf(quarter: string): number {
  const [year, index] = quarter.split('-Q').map(Number);
  return Date.UTC(year ?? 0, (index ?? 0) * 3, 1);
}

/** When the figures of a quarter are made: so many days after its end, by the calendar of the country. */
export function freezesAt(
  quarter: string,
  { freezeAfterDays }: { freezeAfterDays: number },
  timeZone: string,
): Instant {
  return plusDays(instantAt(endOf(quarter), '00:00', timeZone), freezeAfterDays);
}

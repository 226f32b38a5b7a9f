import type { Instant } from './case.ts';
import type { ReporterTexts } from './country-pack.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Says an instant as a person would: "22:40 today", "08:00 tomorrow", a weekday within six days either way, else a date.
 * Deterministic: both instants, the language (one of the pack's) and the IANA time zone come in.
 */
export function sayMoment(
  at: Instant,
  now: Instant,
  language: string,
  timeZone: string,
  texts: ReporterTexts['moments'],
): string {
  const local = localTime(at, timeZone);
  const daysAhead = Math.round((local.day - localTime(now, timeZone).day) / dayMs);
  const date = new Date(local.day);
  const values: Record<string, string> = {
    time: local.time,
    weekday: texts.weekdays[date.getUTCDay()]?.[language] ?? '',
    day: String(date.getUTCDate()),
    month: String(date.getUTCMonth() + 1),
    year: String(date.getUTCFullYear()),
  };
  return (formOf(daysAhead, texts)[language] ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function formOf(daysAhead: number, texts: ReporterTexts['moments']): Readonly<Record<string, string>> {
  if (daysAhead === 0) return texts.today;
  if (daysAhead === 1) return texts.tomorrow;
  return Math.abs(daysAhead) <= 6 ? texts.later : texts.distant;
}

/** The local wall clock: the time as `22:40`, and the calendar day as the UTC milliseconds of its midnight. */
function localTime(at: Instant, timeZone: string): { time: string; day: number } {
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

/** Making a formatter costs about a millisecond, so there is one per zone. */
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

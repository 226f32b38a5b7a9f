import { instantAt, localTime } from '#shared/domain/time/local-time.ts';

/* What a field for a day and a time holds, such as `2026-11-17T14:30`, in the time of the centre and not of the browser. */

/** An instant as the field shows it. */
export function localValue(at: string, timeZone: string): string {
  const { day, time } = localTime(at, timeZone);
  return `${new Date(day).toISOString().slice(0, 10)}T${time}`;
}

/**
 * The instant of a field's value with the centre's offset at that time, such as `2026-11-17T14:30:00+01:00`. `empty`:
 * nothing whole was typed. `skipped`: in the night in which the clocks go forward there is no such time. Of an hour that
 * comes twice, the first is meant.
 */
export function instantOf(value: string, timeZone: string): { at: string } | 'empty' | 'skipped' {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(value) ?? [];
  if (date === undefined || time === undefined) return 'empty';
  const day = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day)) return 'empty';
  const found = instantAt(day, time, timeZone);
  if (localValue(found, timeZone) !== `${date}T${time}`) return 'skipped';
  const first = earlierOfTwo(found, `${date}T${time}`, timeZone);
  return { at: withOffset(first, `${date}T${time}`) };
}

const hourMs = 3_600_000;

/** The same time may have been shown an hour before, in the night in which the clocks go back. */
function earlierOfTwo(at: string, value: string, timeZone: string): string {
  const before = new Date(Date.parse(at) - hourMs).toISOString();
  return localValue(before, timeZone) === value ? before : at;
}

function withOffset(at: string, value: string): string {
  const minutes = (Date.parse(`${value}:00Z`) - Date.parse(at)) / 60_000;
  const sign = minutes < 0 ? '-' : '+';
  const two = (part: number): string => String(Math.trunc(part)).padStart(2, '0');
  return `${value}:00${sign}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

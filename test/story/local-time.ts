import { country } from '#shared/country/current.ts';

const minuteMs = 60_000;

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: country.timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  weekday: 'short',
  hourCycle: 'h23',
});

/** The centre's wall clock at an instant (ms since 1970). `minutes` count from midnight; `month` is 1 to 12. */
export function wallClock(at: number): { year: number; month: number; day: number; weekday: string; minutes: number } {
  const parts = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return {
    year: Number(parts['year']),
    month: Number(parts['month']),
    day: Number(parts['day']),
    weekday: parts['weekday'] ?? '',
    minutes: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

/** The instant (ms since 1970) at which the centre's wall clock shows this; days beyond a month's end run on. */
export function atLocal(year: number, month: number, day: number, minutes: number): number {
  const guess = Date.UTC(year, month - 1, day) + minutes * minuteMs;
  const shown = wallClock(guess);
  return guess - (Date.UTC(shown.year, shown.month - 1, shown.day) + shown.minutes * minuteMs - guess);
}

import { fill } from '../text.ts';
import type { Text } from '../text.ts';
import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import { localTime } from './local-time.ts';

/**
 * How an instant is said: `{time} today`, `{time} tomorrow`, `{weekday} {time}`. A week or more away it is a date
 * (`{day}`, `{month}`, `{year}` as numbers). The weekdays begin with Sunday, in the form that the sentences need.
 */
export interface MomentTexts {
  today: Text;
  tomorrow: Text;
  later: Text;
  distant: Text;
  weekdays: readonly Text[];
}

/**
 * Says an instant as a person would: "22:40 today", "08:00 tomorrow", a weekday, or a date. The weekday stands within
 * six days either way. The result depends only on the arguments. `language` is one of the pack's, `timeZone` an IANA
 * time zone.
 */
export function sayMoment(at: Instant, now: Instant, language: string, timeZone: string, texts: MomentTexts): string {
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
  return fill(formOf(daysAhead, texts)[language] ?? '', values);
}

function formOf(daysAhead: number, texts: MomentTexts): Text {
  if (daysAhead === 0) return texts.today;
  if (daysAhead === 1) return texts.tomorrow;
  return Math.abs(daysAhead) <= 6 ? texts.later : texts.distant;
}

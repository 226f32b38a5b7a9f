import { fill } from '../text.ts';
import type { Text } from '../text.ts';
import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import { localTime } from './local-time.ts';

/**
 * How a language says an instant. `today` to `distant` bring no preposition: {time}, and {weekday}, or {day}, {month} and
 * {year}. `said` adds the one that a sentence needs: {moment}. So no sentence brings a preposition of its own.
 */
export interface MomentTexts {
  said: Readonly<Record<MomentUse, Text>>;
  yesterday: Text;
  today: Text;
  tomorrow: Text;
  /** Within six days either way. */
  later: Text;
  distant: Text;
  /** They begin with Sunday, in the form that `later` needs. */
  weekdays: readonly Text[];
  /** They begin with January, in the form that `distant` needs. */
  months: readonly Text[];
  /** What is near now is said as a length. */
  lengths: Readonly<Record<'by' | 'notBefore', LengthTexts>>;
}

/** A length in the form that `said` needs: {length}. It is made of the others: {n}, and {hours} and {minutes}. */
export interface LengthTexts {
  said: Text;
  hour: Text;
  hours: Text;
  minute: Text;
  minutes: Text;
  both: Text;
}

/** What an instant is in its sentence: a deadline, the end of a wait, or when something happened. */
export type MomentUse = 'by' | 'notBefore' | 'at';

/** An instant to be said, as seen from `now`. */
export interface Moment {
  use: MomentUse;
  at: Instant;
  now: Instant;
}

/** What is at most four hours ahead is said as a length. Source: docs/practice.md, Reporter's side. */
const longestLength = 4 * 60;

/**
 * Says an instant as a person would, with its preposition: "within one hour", "by 22:40 today", "at 14:00 on Tuesday".
 * The result depends only on the arguments. `language` is one of the pack's, `timeZone` an IANA time zone.
 */
export function sayMoment(moment: Moment, language: string, timeZone: string, texts: MomentTexts): string {
  const { use, at, now } = moment;
  if (use !== 'at') {
    const minutes = minutesLeft(use, at, now);
    const { said } = texts.lengths[use];
    if (minutes > 0 && minutes <= longestLength)
      return fill(said[language] ?? '', { length: sayLength(minutes, texts.lengths[use], language) });
  }
  return sayPoint(moment, language, timeZone, texts);
}

/** Says an instant with its preposition, and never as a length, however near it is: "by 22:40 today". */
export function sayPoint({ use, at, now }: Moment, language: string, timeZone: string, texts: MomentTexts): string {
  const say = (text: Text, values: Readonly<Record<string, string>> = {}): string => fill(text[language] ?? '', values);
  const local = localTime(at, timeZone);
  const daysAhead = Math.round((local.day - localTime(now, timeZone).day) / dayMs);
  const date = new Date(local.day);
  const word = (texts: readonly Text[], nth: number): string => texts[nth]?.[language] ?? '';
  const point = say(formOf(daysAhead, texts), {
    time: local.time,
    weekday: word(texts.weekdays, date.getUTCDay()),
    day: String(date.getUTCDate()),
    month: word(texts.months, date.getUTCMonth()),
    year: String(date.getUTCFullYear()),
  });
  return say(texts.said[use], { moment: point });
}

/**
 * Whole minutes from `now` to an instant. A deadline is rounded up, by less than a minute. So no length ends before staff
 * have to be done. And a promise of an hour, told a second later, is still one hour and never more. The end of a wait is
 * rounded down: no length is longer than the wait.
 */
function minutesLeft(use: 'by' | 'notBefore', at: Instant, now: Instant): number {
  const left = (Date.parse(at) - Date.parse(now)) / 60_000;
  return use === 'by' ? Math.ceil(left) : Math.floor(left);
}

/** Says whole minutes, from 1 on, in the form that the texts have: "1 hour and 5 minutes". */
export function sayLength(minutes: number, texts: LengthTexts, language: string): string {
  const counted = (n: number, one: Text, many: Text): string =>
    fill((n === 1 ? one : many)[language] ?? '', { n: String(n) });
  const [full, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (full === 0) return counted(rest, texts.minute, texts.minutes);
  const hours = counted(full, texts.hour, texts.hours);
  if (rest === 0) return hours;
  return fill(texts.both[language] ?? '', { hours, minutes: counted(rest, texts.minute, texts.minutes) });
}

function formOf(daysAhead: number, texts: MomentTexts): Text {
  if (daysAhead === -1) return texts.yesterday;
  if (daysAhead === 0) return texts.today;
  if (daysAhead === 1) return texts.tomorrow;
  return Math.abs(daysAhead) <= 6 ? texts.later : texts.distant;
}

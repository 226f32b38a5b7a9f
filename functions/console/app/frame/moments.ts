import { signal } from '@preact/signals';
import { dayOf } from '#shared/domain/keeping/quarters.ts';
import { sayLength, sayMoment, sayPoint } from '#shared/domain/time/say-moment.ts';
import { now } from '../sign-in/session.ts';
import { language, say, texts, words } from './texts.ts';

/** When something happened, in the centre's time: "14:02 today". */
export function sayAt(at: string): string {
  return said('at', at);
}

/** The same on whatever day it is read, for what is printed or kept: "at 14:02 on 17 November 2026". */
export function sayDated(at: string): string {
  const { timeZone, moments } = texts().country;
  // Seen from far away, every instant is said with its whole date.
  return sayPoint({ use: 'at', at, now: new Date(0).toISOString() }, language.value, timeZone, moments);
}

/** Until when: "within 40 minutes", "by 22:40 today". */
export function sayBy(at: string): string {
  return said('by', at);
}

function said(use: 'at' | 'by', at: string): string {
  const { timeZone, moments } = texts().country;
  return sayMoment({ use, at, now: now().toISOString() }, language.value, timeZone, moments);
}

/** When something happened, with its date: on paper, "today" is soon untrue. */
export function sayOnPaper(at: string): string {
  const { timeZone, moments } = texts().country;
  return sayMoment({ use: 'at', at, now: new Date(0).toISOString() }, language.value, timeZone, moments);
}

/** Whether an instant has passed. */
export function isPast(at: string): boolean {
  return Date.parse(at) <= now().getTime();
}

/** It changes now and then, so that what says how long something lasts is said anew. */
const tick = signal(0);
setInterval(() => {
  tick.value += 1;
}, 15_000);

/** A deadline with what is left of it: "by 17:58 today (43 minutes left)". */
export function sayDeadline(at: string): string {
  return `${sayPointOf('by', at)} (${sayLeft(at)})`;
}

/** How long something still runs, or for how long it has been late. A minute that has begun counts. */
export function sayLeft(at: string): string {
  void tick.value;
  const ms = Date.parse(at) - now().getTime();
  const { left, late } = words().home;
  const length = sayMinutes(Math.ceil(Math.abs(ms) / 60_000));
  return say(ms >= 0 ? left : late, { length });
}

/** How long something lasts: "40 minutes", "3 days". */
export function sayMinutes(length: number): string {
  const minutes = Math.max(1, length);
  return minutes < longestInHours
    ? sayLength(roughly(minutes), texts().country.moments.lengths.notBefore, language.value)
    : say(words().home.days, { n: String(Math.round(minutes / (24 * 60))) });
}

/** A month of the calendar: of `2026-11` it is "November 2026". */
export function sayMonth(month: string): string {
  const [year = '', nth = ''] = month.split('-');
  return `${texts().country.moments.months[Number(nth) - 1]?.[language.value] ?? nth} ${year}`;
}

/** Nobody counts the minutes of what is hours away. */
const roughly = (minutes: number): number => (minutes < 4 * 60 ? minutes : minutes - (minutes % 60));

/** Two days; what is longer is said in days. */
const longestInHours = 2 * 24 * 60;

/** An instant without any preposition: "18:28 today". */
export function sayMomentAlone(at: string): string {
  return sayPointOf('at', at, { at: '{moment}' });
}

function sayPointOf(use: 'by' | 'at', at: string, instead: Partial<Record<'by' | 'at', string>> = {}): string {
  const { timeZone, moments } = texts().country;
  const said = Object.fromEntries(
    Object.entries(moments.said).map(([name, text]) => [
      name,
      { [language.value]: instead[name as 'by' | 'at'] ?? text[language.value] ?? '' },
    ]),
  ) as typeof moments.said;
  return sayPoint({ use, at, now: now().toISOString() }, language.value, timeZone, { ...moments, said });
}

/** This instant with its day and year: on paper, "today" does not last. */
export function sayToday(): string {
  void tick.value;
  const { timeZone, moments } = texts().country;
  const [at, longAgo] = [now().toISOString(), new Date(0).toISOString()];
  return sayMoment({ use: 'at', at, now: longAgo }, language.value, timeZone, moments);
}

/** For how long something has been so: "for 40 minutes". */
export function saySince(at: string): string {
  void tick.value;
  const { since, sinceDays } = words().home;
  const minutes = Math.max(1, Math.floor((now().getTime() - Date.parse(at)) / 60_000));
  if (minutes >= longestInHours) return say(sinceDays, { n: String(Math.floor(minutes / (24 * 60))) });
  return say(since, { length: sayLength(minutes, texts().country.moments.lengths.by, language.value) });
}

/** The day that the centre's calendar shows: `2026-11-28`. */
export function today(): string {
  return dayOf(now().toISOString(), texts().country.timeZone);
}

/** A date without its year: "2 December". `day` are the UTC milliseconds of its midnight. */
export function sayDayOfYear(day: number): string {
  const date = new Date(day);
  return `${date.getUTCDate()} ${texts().country.moments.months[date.getUTCMonth()]?.[language.value] ?? ''}`;
}

/** A date as people write it: "2 December 2026" for `2026-12-02`. */
export function sayDate(date: string): string {
  return `${sayDayOfYear(Date.parse(date))} ${date.slice(0, 4)}`;
}

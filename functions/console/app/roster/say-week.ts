import { rosterDays, type RosterDay, type RosterGap } from '#shared/domain/people/roster/roster.ts';
import { dayMs, plusMinutes } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { localTime, type LocalTime } from '#shared/domain/time/local-time.ts';
import { sayDate, sayDayOfYear } from '../frame/moments.ts';
import { centreWords, labelOf, say, texts } from '../frame/texts.ts';
import type { RosterPerson } from '#shared/domain/people/roster/roster-people.ts';
import { weekDays, type Span, type Turn } from './week.ts';

/* How the week is said: names, days and times in the reader's language. */

export const sayDuty = (duty: string | undefined): string =>
  duty === undefined ? centreWords().roster.cleared : labelOf('duties', duty);

/** Who they are, by name, and whether they have left. */
export function sayPeople(ids: readonly string[], people: readonly RosterPerson[]): string {
  const w = centreWords().roster;
  if (ids.length === 0) return w.nobody;
  return ids
    .map((id) => {
      const person = people.find((one) => one.id === id);
      if (person === undefined) return id;
      return person.active ? person.name : `${person.name} (${w.left})`;
    })
    .join(', ');
}

export function sayTimes({ from, to }: Span): string {
  const w = centreWords().roster;
  if (from === '00:00' && (to === from || to === '24:00')) return w.allDay;
  return say(to <= from ? w.untilNextDay : w.times, { from, to });
}

/** Shifts with who is on them: "08:00–20:00 Elira Prifti; 20:00–08:00 the next day Drita Marku". */
export function sayTurns(turns: readonly Omit<Turn, 'isNow'>[] | undefined, people: readonly RosterPerson[]): string {
  const w = centreWords().roster;
  if (turns === undefined) return w.everybodyAlways;
  if (turns.length === 0) return w.nobody;
  return turns.map((turn) => `${sayTimes(turn)} ${sayPeople(turn.holders, people)}`).join('; ');
}

export function sayDays(days: readonly RosterDay[]): string {
  const w = centreWords().roster;
  return days.length === weekDays.length ? w.everyDay : days.map((day) => w.days[day]).join(', ');
}

/** "Monday, 30 November, 08:00–20:00", or from one day to another. */
export function sayGap({ from, hours }: Pick<RosterGap, 'from' | 'hours'>): string {
  const w = centreWords().roster;
  if (hours >= 14 * 24) return w.gapAll;
  const to = plusMinutes(from, hours * 60);
  const [begins, ends] = [local(from), local(to)];
  if (begins.day === ends.day) return `${sayDay(begins.day)}, ${say(w.times, { from: begins.time, to: ends.time })}`;
  if (ends.day - begins.day === dayMs && ends.time === '00:00')
    return `${sayDay(begins.day)}, ${say(w.times, { from: begins.time, to: '24:00' })}`;
  return `${sayDay(begins.day)}, ${begins.time} – ${sayDay(ends.day)}, ${ends.time}`;
}

const local = (at: Instant): LocalTime => localTime(at, texts().country.timeZone);

const sayDay = (day: number): string => `${sayWeekday(day)} ${sayDayOfYear(day)}`;

function sayWeekday(day: number): string {
  const weekday = rosterDays[new Date(day).getUTCDay()];
  return weekday === undefined ? '' : centreWords().roster.days[weekday];
}

/** "Saturday, 28 November 2026". */
export const sayHoliday = (date: string): string => `${sayWeekday(Date.parse(date))}, ${sayDate(date)}`;

export function sayHours(hours: number): string {
  const w = centreWords().roster;
  return say(hours === 1 ? w.oneHour : w.hours, { n: String(hours) });
}

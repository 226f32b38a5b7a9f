import { centre, centreWords, say } from '../frame/texts.ts';
import { sayDays, sayDuty, sayHoliday, sayTurns } from './say-week.ts';
import type { RosterPerson } from '#shared/domain/people/roster/roster-people.ts';
import type { WeekChanges } from './week-changes.ts';
import { dutiesInWeek } from './week.ts';

/** What differs between two weeks, in words: what holds after it, and what held before. */
export function ChangesList({ changes, people }: { changes: WeekChanges; people: readonly RosterPerson[] }) {
  const w = centreWords().roster;
  const duties = dutiesInWeek({ shifts: [] }, centre().duties);
  const sorted = changes.duties.toSorted((one, other) => duties.indexOf(one.duty) - duties.indexOf(other.duty));
  return (
    <ul class="changes">
      {sorted.map(({ duty, days, before, after }) => (
        <li key={`${duty} ${days.join(' ')}`}>
          <strong>{sayDuty(duty)}</strong>, {sayDays(days)}: {sayTurns(after, people)}{' '}
          <span class="quiet">({say(w.was, { turns: sayTurns(before, people) })})</span>
        </li>
      ))}
      {changes.holidaysAdded.map((date) => (
        <li key={`+${date}`}>{say(w.holidayAdded, { date: sayHoliday(date) })}</li>
      ))}
      {changes.holidaysRemoved.map((date) => (
        <li key={`-${date}`}>{say(w.holidayRemoved, { date: sayHoliday(date) })}</li>
      ))}
    </ul>
  );
}

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { DirectoryAnswers } from '../api/answers.ts';
import { LookedPage, type Looked } from '../centre/looked-page.tsx';
import { Actions } from '../form/fields.tsx';
import { RingsNow } from '../duty/rings-now.tsx';
import { useEvery } from '../frame/every.ts';
import { centre, centreWords, say } from '../frame/texts.ts';
import { sayDate, today } from '../frame/moments.ts';
import { now } from '../sign-in/session.ts';
import { Gaps } from './gaps.tsx';
import { sayHoliday } from './say-week.ts';
import { shownWeek } from './shown-week.ts';
import { WeekForm } from './week-form.tsx';
import { WeekTable } from './week-table.tsx';

/** Who is on duty in the week, which hours have nobody, and the form that changes it. */
export function RosterPage() {
  return (
    <LookedPage<DirectoryAnswers['ShownRoster']> title={centreWords().roster.title} path="/v1/directory/roster">
      {(looked) => <Roster {...looked} />}
    </LookedPage>
  );
}

function Roster({ body, etag, reload }: Looked<DirectoryAnswers['ShownRoster']>) {
  const w = centreWords().roster;
  const isChanging = useSignal(false);
  const at = useMinute();
  const roster = useMemo(() => shownWeek(body), [body]);
  if (isChanging.value) {
    return <WeekForm roster={roster} etag={etag} now={at} reload={reload} onClose={() => (isChanging.value = false)} />;
  }
  return (
    <>
      <RingsNow />
      <Gaps gaps={roster.gaps} />
      <section class="printed" aria-labelledby="week-title">
        <h2 id="week-title">{w.week}</h2>
        {roster.shifts.length === 0 ? (
          <>
            <p>{w.noShifts}</p>
            <p>{w.firstShift}</p>
          </>
        ) : null}
        <p class="quiet on-paper">{say(w.asOf, { date: sayDate(today()) })}</p>
        <WeekTable roster={roster} people={roster.people} gaps={roster.gaps} ladder={centre().duties} now={at} />
        <Holidays dates={roster.holidays} />
      </section>
      <Actions>
        <button type="button" class="primary" onClick={() => (isChanging.value = true)}>
          {w.change}
        </button>
      </Actions>
    </>
  );
}

/** Holidays that lie ahead. */
function Holidays({ dates }: { dates: readonly string[] }) {
  const w = centreWords().roster;
  const ahead = dates.filter((date) => date >= today()).toSorted();
  return (
    <>
      <h3>{w.holidays}</h3>
      <p class="quiet">{ahead.length === 0 ? w.noHolidays : w.holidaysMean}</p>
      <ul>
        {ahead.map((date) => (
          <li key={date}>{sayHoliday(date)}</li>
        ))}
      </ul>
    </>
  );
}

/** The present instant, said anew every minute: what is marked as now moves on. */
function useMinute(): string {
  const minute = useSignal(now().toISOString());
  useEvery({ visible: 60_000 }, () => {
    minute.value = now().toISOString();
    return Promise.resolve();
  });
  return minute.value;
}

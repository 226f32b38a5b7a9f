import { useSignal } from '@preact/signals';
import type { RosterDay } from '#shared/domain/people/roster/roster.ts';
import { optionsOf, Select } from '../form/fields.tsx';
import type { Form } from '../form/form-fields.ts';
import { centreWords, say } from '../frame/texts.ts';
import { withDayCopied } from './week-changes.ts';
import type { DraftShift } from './week-draft.ts';
import { weekDays } from './week.ts';

const workdays: readonly RosterDay[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** Gives the shifts of one day to others, by one button. */
export function CopyDay({
  id,
  shifts,
  set,
}: {
  id: string;
  shifts: readonly DraftShift[];
  set: (shifts: readonly DraftShift[]) => void;
}) {
  const w = centreWords().roster;
  const chosen = useSignal<RosterDay>('mon');
  const form: Form<{ from: string }> = {
    id: `${id}-copy`,
    fields: { from: chosen.value },
    set: ({ from }) => {
      chosen.value = weekDays.find((day) => day === from) ?? chosen.value;
    },
    problems: [],
  };
  const copy = (to: readonly RosterDay[]): void => set(withDayCopied(shifts, chosen.value, to));
  const buttons: readonly [string, readonly RosterDay[]][] = [
    [w.copyToWeekdays, workdays],
    [w.copyToAll, weekDays],
    ...weekDays
      .filter((day) => day !== chosen.value)
      .map((day): [string, readonly RosterDay[]] => [say(w.copyTo, { day: w.days[day] }), [day]]),
  ];
  return (
    <details class="copy-day">
      <summary>{w.copyDay}</summary>
      <p class="quiet">{w.copyMeans}</p>
      <Select
        form={form}
        name="from"
        label={w.copyFrom}
        options={optionsOf(weekDays, (day) => w.days[day as RosterDay])}
      />
      <p class="actions">
        {buttons.map(([label, to]) => (
          <button key={label} type="button" onClick={() => copy(to)}>
            {label}
          </button>
        ))}
      </p>
    </details>
  );
}

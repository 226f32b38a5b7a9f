import { useSignal } from '@preact/signals';
import { Group, Line } from '../form/fields.tsx';
import { fieldId, type Form } from '../form/form-fields.ts';
import { centreWords } from '../frame/texts.ts';
import { sayHoliday } from './say-week.ts';
import type { WeekDraft } from './week-draft.ts';

/** The dates on which the shifts of a holiday hold. */
export function HolidayFields({ form, calm }: { form: Form<WeekDraft>; calm: () => void }) {
  const w = centreWords().roster;
  const date = useSignal('');
  const isMissing = useSignal(false);
  const { holidays } = form.fields;
  const set = (dates: readonly string[]): void => {
    calm();
    form.set({ holidays: [...new Set(dates)].toSorted() });
  };
  const own: Form<{ date: string }> = {
    id: `${form.id}-holiday`,
    fields: { date: date.value },
    set: (change) => {
      date.value = change.date ?? '';
      isMissing.value = false;
    },
    problems: isMissing.value ? [{ pointer: '/date', code: 'required', message: w.dateIsMissing }] : [],
  };
  const add = (): void => {
    isMissing.value = date.value === '';
    if (date.value !== '') set([...holidays, date.value]);
    date.value = '';
    document.getElementById(fieldId(own, 'date'))?.focus();
  };
  return (
    <Group form={form} name="holidays" label={w.holidays} hint={w.holidaysMean}>
      <ul>
        {holidays.map((one) => (
          <li key={one}>
            {sayHoliday(one)}{' '}
            <button type="button" onClick={() => set(holidays.filter((other) => other !== one))}>
              {w.remove}
              <span class="unseen"> {sayHoliday(one)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Line form={own} name="date" type="date" label={w.date} />
      <p class="actions">
        <button type="button" onClick={add}>
          {w.addHoliday}
        </button>
      </p>
    </Group>
  );
}

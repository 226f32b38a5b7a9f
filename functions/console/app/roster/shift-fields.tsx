import { useEffect, useRef } from 'preact/hooks';
import type { RosterDay } from '#shared/domain/people/roster/roster.ts';
import { Actions, Choices, Line, optionsOf } from '../form/fields.tsx';
import type { Form } from '../form/form-fields.ts';
import { centreWords, labelOf } from '../frame/texts.ts';
import { againstCalling } from './against-calling.ts';
import { sayDays, sayPeople, sayTimes } from './say-week.ts';
import type { RosterPerson } from '#shared/domain/people/roster/roster-people.ts';
import { isWhole, type DraftShift, type WeekDraft } from './week-draft.ts';
import { weekDays } from './week.ts';

/** One shift of the week, folded to a line until somebody changes it. */
export function ShiftFields({
  form,
  at,
  people,
  isNew,
  remove,
}: {
  form: Form<WeekDraft>;
  /** Its place in the week, by which a refusal names it. */
  at: number;
  people: readonly RosterPerson[];
  isNew: boolean;
  remove: () => void;
}) {
  const w = centreWords().roster;
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isNew || box.current === null) return;
    box.current.open = true;
    box.current.querySelector('summary')?.focus();
  }, []);
  const shift = form.fields.shifts[at];
  if (shift === undefined) return null;
  const own: Form<DraftShift> = {
    id: `${form.id}-shifts-${at}`,
    fields: shift,
    set: (change) =>
      form.set({ shifts: form.fields.shifts.map((one) => (one.key === shift.key ? { ...one, ...change } : one)) }),
    problems: form.problems.filter(({ pointer }) => pointer.startsWith(`/shifts/${at}/`)),
    fieldAt: (pointer) => pointer.split('/')[3] ?? '',
  };
  const warnings = [
    ...(shift.days.length === 0 ? [w.noDay] : []),
    ...(shift.holders.length === 0 ? [w.nobodyOnIt] : []),
  ];
  return (
    <details class="shift" ref={box}>
      <summary>
        {isWhole(shift) ? (
          <>
            <strong>{sayTimes(shift)}</strong> · {sayDays(weekDays.filter((day) => shift.days.includes(day)))} ·{' '}
            {sayPeople(shift.holders, people)}
          </>
        ) : (
          w.newShift
        )}
      </summary>
      {warnings.map((warning) => (
        <p key={warning} class="gap">
          {warning}
        </p>
      ))}
      <Choices
        form={own}
        name="days"
        label={labelOf('fields', 'days')}
        options={optionsOf(weekDays, (day) => w.days[day as RosterDay])}
        isInRow
      />
      <div class="from-to">
        <Line form={own} name="from" type="time" label={labelOf('fields', 'from')} />
        <Line
          form={own}
          name="to"
          type="time"
          label={w.until}
          hint={isWhole(shift) && shift.to <= shift.from ? w.overMidnight : undefined}
        />
      </div>
      <Choices
        form={own}
        name="holders"
        label={labelOf('fields', 'holders')}
        options={holderOptions(shift, people)}
        isInRow
      />
      <Actions>
        <button type="button" onClick={remove}>
          {w.removeShift}
        </button>
      </Actions>
    </details>
  );
}

/** Who has the duty; and who is on the shift without it, so that they can be taken off. */
function holderOptions({ duty, holders }: DraftShift, people: readonly RosterPerson[]) {
  const able = people.filter(({ active, duties }) => active && duties.includes(duty)).map(({ id }) => id);
  return [...new Set([...able, ...holders])].map((id) => {
    const person = people.find((one) => one.id === id);
    return { code: id, label: person?.name ?? id, hint: againstCalling(person, duty) };
  });
}

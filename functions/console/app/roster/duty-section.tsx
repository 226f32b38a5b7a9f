import { PersonLink } from '../centre/person-link.tsx';
import type { Form } from '../form/form-fields.ts';
import { centreWords, say } from '../frame/texts.ts';
import { sayDuty } from './say-week.ts';
import type { RosterPerson } from '#shared/domain/people/roster/roster-people.ts';
import { ShiftFields } from './shift-fields.tsx';
import type { WeekDraft } from './week-draft.ts';

/** The shifts of one duty while somebody changes the week. */
export function DutySection({
  duty,
  form,
  people,
  added,
  add,
  remove,
}: {
  duty: string;
  form: Form<WeekDraft>;
  people: readonly RosterPerson[];
  /** The shift that was added last. It is opened. */
  added: string | undefined;
  add: () => void;
  remove: (key: string) => void;
}) {
  const w = centreWords().roster;
  const active = people.filter(({ active: isActive }) => isActive);
  const without = active.filter(({ duties }) => !duties.includes(duty));
  const addId = `${form.id}-add-${duty}`;
  return (
    <section aria-labelledby={`${form.id}-of-${duty}`}>
      <h3 id={`${form.id}-of-${duty}`}>{sayDuty(duty)}</h3>
      {without.length === active.length ? <p class="gap">{w.noHolders}</p> : null}
      {form.fields.shifts.map((shift, at) =>
        shift.duty === duty ? (
          <ShiftFields
            key={shift.key}
            form={form}
            at={at}
            people={people}
            isNew={shift.key === added}
            remove={() => {
              // The button that was pressed is gone.
              document.getElementById(addId)?.focus();
              remove(shift.key);
            }}
          />
        ) : null,
      )}
      <div class="duty-tools">
        <button type="button" id={addId} onClick={add}>
          {say(w.addShift, { duty: sayDuty(duty) })}
        </button>
        {without.length === 0 ? null : (
          <details>
            <summary>{say(w.needsDuty, { n: String(without.length) })}</summary>
            <p class="quiet">{w.needsDutyMeans}</p>
            <ul>
              {without.map(({ id, name }) => (
                <li key={id}>
                  <PersonLink id={id} name={name} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  );
}

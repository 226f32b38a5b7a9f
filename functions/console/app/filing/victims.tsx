import { genders } from '#shared/domain/report/report.ts';
import { Line, optionsOf, Select } from '../form/fields.tsx';
import { fieldId, fieldOf, type Form } from '../form/form-fields.ts';
import { labelOf, say, words } from '../frame/texts.ts';
import type { CallFields, CallVictim } from './report-of-call.ts';

/** The contract takes so many. */
const most = 10;

/** To whom it happened: an age and a gender for each, as far as they are told. */
export function Victims({ form }: { form: Form<CallFields> }) {
  const w = words().filing;
  const { victims } = form.fields;
  const set = (next: CallVictim[]): void => form.set({ victims: next });
  const focusOn = (index: number): void => {
    requestAnimationFrame(() => document.getElementById(fieldId(form, `victims-${index}-ageYears`))?.focus());
  };
  return (
    <div id={fieldId(form, 'victims')} tabIndex={-1}>
      {victims.map((victim, index) => {
        const one: Form<CallVictim> = {
          id: fieldId(form, `victims-${index}`),
          fields: victim,
          set: (change) => set(victims.map((other, at) => (at === index ? { ...other, ...change } : other))),
          problems: form.problems,
          fieldAt: (pointer) => fieldOf(form, pointer).replace(`victims-${index}-`, ''),
        };
        return (
          <fieldset key={index} class="field call-victim">
            <legend>{say(w.victim, { number: String(index + 1) })}</legend>
            <Line form={one} name="ageYears" label={w.age} inputMode="numeric" />
            <Select
              form={one}
              name="gender"
              label={w.gender}
              none={w.notAsked}
              options={optionsOf(genders, (code) => labelOf('genders', code))}
            />
            <button
              type="button"
              aria-label={`${w.removeVictim}: ${say(w.victim, { number: String(index + 1) })}`}
              onClick={() => {
                set(victims.filter((_, at) => at !== index));
                document.getElementById(fieldId(form, 'add-victim'))?.focus();
              }}
            >
              {w.removeVictim}
            </button>
          </fieldset>
        );
      })}
      {victims.length >= most ? null : (
        <button
          type="button"
          id={fieldId(form, 'add-victim')}
          onClick={() => {
            set([...victims, { ageYears: '', gender: '' }]);
            focusOn(victims.length);
          }}
        >
          {w.addVictim}
        </button>
      )}
    </div>
  );
}

import { Choice, Group, optionsOf, Select } from '../form/fields.tsx';
import type { Form } from '../form/form-fields.ts';
import { labelOf, labels, words } from '../frame/texts.ts';
import type { DutyFields } from './duty.ts';

/** The duty to report, where what is known speaks of a crime against a child. */
export function DutyForm<Fields extends DutyFields>({ form: given }: { form: Form<Fields> }) {
  const form = given as unknown as Form<DutyFields>;
  const { choose } = words().handling;
  return (
    <Group form={form} name="dutyToReport" label={labelOf('fields', 'dutyToReport')} hint={words().lifecycle.dutyHint}>
      <Choice
        form={form}
        name="decision"
        label={labelOf('fields', 'decision')}
        options={optionsOf(['required', 'not_required'], (code) => labelOf('dutyDecisions', code))}
      />
      <Select
        form={form}
        name="basis"
        label={labelOf('fields', 'basis')}
        none={choose}
        options={optionsOf(Object.keys(labels().legalBases), (code) => labelOf('legalBases', code))}
      />
      {form.fields.decision === 'required' ? (
        <Select
          form={form}
          name="sentTo"
          label={labelOf('fields', 'sentTo')}
          none={choose}
          options={optionsOf(Object.keys(labels().institutions), (code) => labelOf('institutions', code))}
        />
      ) : null}
    </Group>
  );
}

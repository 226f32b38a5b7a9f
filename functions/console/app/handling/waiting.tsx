import { waitingFor } from '#shared/domain/case/lifecycle.ts';
import type { PanelProps } from '../case/panels.ts';
import { Choice, optionsOf } from '../form/fields.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf, words } from '../frame/texts.ts';
import { chosen, missing } from '../form/missing.ts';

/** For whom the case waits, or that it waits no more. */
export function WaitingPanel(panel: PanelProps) {
  return (
    <PanelForm
      panel={panel}
      command="waiting"
      empty={{ for: '' }}
      body={(fields) => {
        const whom = chosen(waitingFor, fields.for);
        return whom === undefined ? missing('for') : { for: whom };
      }}
    >
      {(form) => (
        <Choice
          form={form}
          name="for"
          label={labelOf('fields', 'for')}
          hint={words().handling.waitingHint}
          options={optionsOf(waitingFor, (code) => labelOf('waitingFor', code))}
        />
      )}
    </PanelForm>
  );
}

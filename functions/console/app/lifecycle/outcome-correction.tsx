import { correctionReasons } from '#shared/domain/case/outcomes/outcome-fact.ts';
import type { PanelProps } from '../case/panels.ts';
import { optionsOf, Select } from '../form/fields.tsx';
import { chosen, missing } from '../form/missing.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf, words } from '../frame/texts.ts';
import { MessageOrWhy, notTold, toldOf } from '../handling/message-field.tsx';
import { endOf, noEnd } from './end-fields.ts';
import { EndForm } from './end-form.tsx';

/** What is true of an ended case now, and why it is corrected. */
export function OutcomeCorrectionPanel(panel: PanelProps) {
  const { view } = panel;
  const [outcome = '', ...alsoOutcomes] = view.outcomes ?? [];
  return (
    <PanelForm
      panel={panel}
      command="outcomeCorrection"
      empty={{ ...noEnd, ...notTold, outcome, alsoOutcomes, because: '' }}
      body={(fields) => {
        const because = chosen(correctionReasons, fields.because);
        if (because === undefined) return missing('because');
        const end = endOf(fields);
        if ('missing' in end) return missing(end.missing);
        const told = toldOf(fields);
        return typeof told === 'string' ? told : { because, ...end, ...told };
      }}
    >
      {(form) => (
        <>
          <p class="hint">{words().lifecycle.correctionMeans}</p>
          <Select
            form={form}
            name="because"
            label={labelOf('fields', 'because')}
            none={words().handling.choose}
            options={optionsOf(correctionReasons, (code) => labelOf('correctionReasons', code))}
          />
          <EndForm form={form} />
          <MessageOrWhy form={form} view={view} />
        </>
      )}
    </PanelForm>
  );
}

import { useSignal } from '@preact/signals';
import { erasureReasons, safetyDecisions } from '#shared/domain/case/case.ts';
import type { PanelProps } from '../case/panels.ts';
import { Choice, optionsOf, Select } from '../form/fields.tsx';
import { chosen, missing } from '../form/missing.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf, words } from '../frame/texts.ts';

/** Asks to erase the case for good. It is asked twice, because nobody can undo it. */
export function ErasurePanel(panel: PanelProps) {
  const w = words().keeping;
  /** What was answered when it was asked for the first time. Whatever is changed is asked again. */
  const once = useSignal<string | undefined>(undefined);
  return (
    <PanelForm
      panel={panel}
      command="erasure"
      empty={{ because: '', safetyDecision: '' }}
      submit={once.value === undefined ? w.erasureGoOn : w.erasureLast}
      body={(fields) => {
        const because = chosen(erasureReasons, fields.because);
        const safetyDecision = chosen(safetyDecisions, fields.safetyDecision);
        if (because === undefined) return missing('because');
        if (safetyDecision === undefined) return missing('safetyDecision');
        const asked = `${because} ${safetyDecision}`;
        if (once.value === asked) return { because, safetyDecision };
        once.value = asked;
        return w.erasureSure;
      }}
    >
      {(form) => (
        <>
          <p>{w.erasureMeans}</p>
          <Select
            form={form}
            name="because"
            label={labelOf('fields', 'because')}
            none={words().handling.choose}
            options={optionsOf(erasureReasons, (code) => labelOf('erasureReasons', code))}
          />
          <Choice
            form={form}
            name="safetyDecision"
            label={labelOf('fields', 'safetyDecision')}
            options={optionsOf(safetyDecisions, (code) => labelOf('safetyDecisions', code))}
          />
        </>
      )}
    </PanelForm>
  );
}

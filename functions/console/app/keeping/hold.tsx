import { holdReasons } from '#shared/domain/case/case.ts';
import type { PanelProps } from '../case/panel.ts';
import { OneChoicePanel } from '../form/one-choice-panel.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { labelOf, words } from '../frame/texts.ts';

/** Keeps the case from being erased. */
export function HoldPanel(panel: PanelProps) {
  return (
    <OneChoicePanel
      panel={panel}
      command="hold"
      field="because"
      codes={holdReasons}
      group="holdReasons"
      hint={words().keeping.holdMeans}
      body={(because) => ({ because })}
      isList
    />
  );
}

/** Lets the case be erased again when its time is over. */
export function ReleasePanel(panel: PanelProps) {
  return (
    <PanelForm panel={panel} command="release" empty={{}} body={() => ({})}>
      {() => (
        <>
          <p>{labelOf('holdReasons', panel.view.hold?.because)}</p>
          <p>{words().keeping.releaseMeans}</p>
        </>
      )}
    </PanelForm>
  );
}
